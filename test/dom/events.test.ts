// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { abortControllerFacade } from "../../src/scope/browser/abort.ts";
import { eventNames } from "../../src/scope/browser/events.ts";
import { createTestPage, type TestPage, thrownBy } from "../support/page.ts";

const html = `<div id="kv-box"><button id="kv-b"><i>x</i></button><a href="https://example.com/"><em>link</em></a><form><input></form></div>`;

function make(test: TestPage, kind: "Event" | "CustomEvent", type: string, init: Record<string, unknown> = {}): unknown {
  return construct(test.realm, eventNames.get(kind), [type, toRecord(Object.entries(init))]);
}

describe("listeners", () => {
  it("hear, as entries of the host, with the element as `this`, and one facade for an event", () => {
    const test = createTestPage({ html });
    const { at, call, get, fn, root, entries, document: doc } = test;
    const heard: unknown[] = [];
    call(
      at("button"),
      "addEventListener",
      "click",
      fn((event, self) => heard.push(event, self, get(event, "target"), get(event, "currentTarget"))),
    );
    call(
      doc,
      "addEventListener",
      "click",
      fn((event, self) => heard.push(event, self, get(event, "target"), get(event, "currentTarget"))),
    );
    (root.querySelector("i") as HTMLElement).click();
    const [event, self, target, current] = heard;
    expect([self, target, current]).toEqual([at("button"), at("i"), at("button")]);
    expect(heard.slice(4)).toEqual([event, doc, at("i"), get(doc, "body")]);
    expect(entries()).toBe(2);
  });

  it("are added once, and taken away by function and phase", () => {
    const { at, call, fn, root, page } = createTestPage({ html });
    let count = 0;
    const listener = fn(() => count++);
    for (const options of [undefined, false, toRecord([["capture", false]]), true])
      call(at("button"), "addEventListener", "click", listener, options);
    expect(page.listeners.size).toBe(2);
    root.querySelector("button")?.click();
    call(at("button"), "removeEventListener", "click", listener, true);
    root.querySelector("button")?.click();
    call(at("button"), "removeEventListener", "click", listener);
    root.querySelector("button")?.click();
    expect([count, page.listeners.size]).toEqual([3, 0]);
    call(at("button"), "addEventListener", "click", listener, toRecord([["once", true]]));
    root.querySelector("button")?.click();
    root.querySelector("button")?.click();
    expect([count, page.listeners.size]).toEqual([4, 0]);
  });

  it("may be properties, and objects", () => {
    const { at, call, set, get, fn, root } = createTestPage({ html });
    const heard: string[] = [];
    const handler = fn(() => heard.push("handler"));
    set(
      at("button"),
      "onclick",
      fn(() => heard.push("replaced")),
    );
    set(at("button"), "onclick", handler);
    expect(get(at("button"), "onclick")).toBe(handler);
    call(at("button"), "addEventListener", "click", toRecord([["handleEvent", fn(() => heard.push("object"))]]));
    root.querySelector("button")?.click();
    set(at("button"), "onclick", null);
    root.querySelector("button")?.click();
    expect(heard).toEqual(["handler", "object", "object"]);
    expect(thrownBy(() => call(at("button"), "addEventListener", "click", "alert(1)"))).toContain("function");
  });

  it("go by a signal", () => {
    const { at, call, get, fn, page, realm, root } = createTestPage({ html });
    const controller = construct(realm, abortControllerFacade, []);
    const options = toRecord([["signal", get(controller, "signal")]]);
    let count = 0;
    for (const type of ["click", "focus"])
      call(
        at("button"),
        "addEventListener",
        type,
        fn(() => count++),
        options,
      );
    root.querySelector("button")?.click();
    call(controller, "abort");
    root.querySelector("button")?.click();
    call(
      at("button"),
      "addEventListener",
      "click",
      fn(() => count++),
      options,
    );
    expect([count, page.listeners.size]).toEqual([1, 0]);
  });

  it("are limited in number", () => {
    const { at, call, fn, page } = createTestPage({ html, limits: { listeners: 10 } });
    expect(() => {
      for (let i = 0; i < 20; i++)
        call(
          at("button"),
          "addEventListener",
          "click",
          fn(() => i),
        );
    }).toThrow(LimitError);
    expect(page.listeners.size).toBe(10);
  });

  it("all go with the card", () => {
    const add = vi.spyOn(EventTarget.prototype, "addEventListener");
    const drop = vi.spyOn(EventTarget.prototype, "removeEventListener");
    const { at, call, set, fn, page, root, realm, document: doc } = createTestPage({ html, host: { allow: ["page-events"] } });
    let count = 0;
    const listener = fn(() => count++);
    for (const target of [at("button"), at("input"), doc, realm.window]) {
      for (const type of ["click", "mouseup", "selectionchange", "resize", "my-event", "scroll"])
        call(target, "addEventListener", type, listener);
    }
    set(at("input"), "onclick", listener);
    call(call(realm.window, "matchMedia", "(min-width: 1px)"), "addEventListener", "change", listener);
    page.dispose();
    root.querySelector("button")?.click();
    window.dispatchEvent(new Event("resize"));
    document.dispatchEvent(new Event("mouseup"));
    const [added, dropped] = [add.mock.calls.length, drop.mock.calls.length];
    add.mockRestore();
    drop.mockRestore();
    expect([count, page.listeners.size]).toEqual([0, 0]);
    expect(dropped).toBe(added);
  });
});

describe("events of the page", () => {
  it("are heard in the card alone", () => {
    const { call, fn, document: doc, realm, at } = createTestPage({ html });
    let count = 0;
    const listener = fn(() => count++);
    for (const target of [doc, realm.window, at("button")]) {
      for (const type of [
        "click",
        "mouseup",
        "selectionchange",
        "keydown",
        "message",
        "storage",
        "beforeunload",
        "unload",
        "hashchange",
        "popstate",
        "host:ready",
      ])
        call(target, "addEventListener", type, listener, true);
    }
    for (const target of [document, window, document.body])
      for (const type of ["click", "mouseup", "selectionchange", "keydown", "message", "storage", "beforeunload", "popstate", "host:ready"])
        target.dispatchEvent(new Event(type, { bubbles: true }));
    expect(count).toBe(0);
  });

  it("are heard by permission, without what is outside, and can't be stopped there", () => {
    const { call, get, fn, document: doc } = createTestPage({ html, host: { allow: ["page-events"] } });
    const outside = document.createElement("p");
    document.body.append(outside);
    const heard: unknown[] = [];
    call(
      doc,
      "addEventListener",
      "mouseup",
      fn((event) => {
        heard.push(get(event, "target"), get(event, "clientX"));
        call(event, "preventDefault");
        call(event, "stopImmediatePropagation");
      }),
    );
    let after = 0;
    const host = () => after++;
    window.addEventListener("mouseup", host);
    const event = new MouseEvent("mouseup", { bubbles: true, cancelable: true, clientX: 5 });
    outside.dispatchEvent(event);
    window.removeEventListener("mouseup", host);
    expect([heard, after, event.defaultPrevented]).toEqual([[null, 5], 1, false]);
  });

  it("tell their target where the card stands in a shadow tree", () => {
    const test = createTestPage({ html, host: { allow: ["page-events"] } });
    const host = document.createElement("div");
    document.body.append(host);
    host.attachShadow({ mode: "open" }).append(test.root);
    const targets: unknown[] = [];
    test.call(
      test.document,
      "addEventListener",
      "mouseup",
      test.fn((event) => targets.push(test.get(event, "target"))),
    );
    test.root.querySelector("button")?.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, composed: true }));
    host.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, composed: true }));
    expect(targets).toEqual([test.at("button"), null]);
  });

  it("are said to be there to who waits for the page", () => {
    const timers: (() => void)[] = [];
    const startTimer = (run: () => void) => {
      timers.push(run);
      return () => {};
    };
    const { call, fn, document: doc, realm } = createTestPage({ live: { startTimer } });
    let count = 0;
    call(
      doc,
      "addEventListener",
      "DOMContentLoaded",
      fn(() => count++),
    );
    call(
      realm.window,
      "addEventListener",
      "load",
      fn(() => count++),
    );
    expect(count).toBe(0);
    for (const run of timers) run();
    expect(count).toBe(2);
  });

  it("give values, and take what a handler says", () => {
    const { page, root, get, call, set } = createTestPage({ html });
    const target = root.querySelector("button") as HTMLElement;
    const native = new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true });
    target.dispatchEvent(native);
    const event = page.toEvent(native, target);
    expect(["type", "key", "code", "ctrlKey", "shiftKey", "bubbles", "clientX", "data", "persist2"].map((key) => get(event, key))).toEqual([
      "keydown",
      "Enter",
      "Enter",
      true,
      false,
      true,
      undefined,
      undefined,
      undefined,
    ]);
    expect(get(event, "nativeEvent")).toBe(event);
    expect([call(event, "isDefaultPrevented"), call(event, "isPropagationStopped"), call(event, "persist")]).toEqual([
      false,
      false,
      undefined,
    ]);
    call(event, "preventDefault");
    call(event, "stopPropagation");
    expect([native.defaultPrevented, call(event, "isDefaultPrevented"), call(event, "isPropagationStopped")]).toEqual([true, true, true]);
    set(event, "mine", 1);
    expect(get(event, "mine")).toBe(1);
    expect(get(page.toEvent(native, target, "mouseenter"), "type")).toBe("mouseenter");
    expect(get(call(event, "composedPath"), "length")).toBe(3);
  });

  it("give files by permission only", () => {
    const data = { types: ["Files"], files: [new File(["x"], "a.txt")], dropEffect: "none", effectAllowed: "all", getData: () => "" };
    const read = (allow: readonly ["files"] | readonly []) => {
      const { page, root, get } = createTestPage({ html, host: { allow } });
      const native = Object.assign(new Event("drop", { bubbles: true }), { dataTransfer: data });
      const target = root.querySelector("button") as HTMLElement;
      target.dispatchEvent(native);
      return get(page.toEvent(native, target), "dataTransfer", "files");
    };
    expect(read([])).toEqual([]);
    const test = createTestPage();
    expect(test.get(read(["files"]), 0, "name")).toBe("a.txt");
  });
});

describe("events of the template", () => {
  it("go through the card with what they carry", () => {
    const test = createTestPage({ html });
    const { at, call, get, fn } = test;
    const detail = toRecord([["n", 1]]);
    const event = make(test, "CustomEvent", "card:saved", { detail, bubbles: true, cancelable: true });
    const heard: unknown[] = [];
    call(
      at("#kv-box"),
      "addEventListener",
      "card:saved",
      fn((one) => heard.push(get(one, "type"), get(one, "detail"), get(one, "target"), call(one, "preventDefault"))),
    );
    expect(call(at("i"), "dispatchEvent", event)).toBe(false);
    expect(heard).toEqual(["card:saved", detail, at("i"), undefined]);
    expect([get(event, "defaultPrevented"), get(event, "target")]).toEqual([true, at("i")]);
  });

  it("are heard on document and window, and stopped as others are", () => {
    const test = createTestPage({ html });
    const { at, call, fn, document: doc, realm } = test;
    let count = 0;
    call(
      doc,
      "addEventListener",
      "x",
      fn(() => count++),
    );
    call(
      realm.window,
      "addEventListener",
      "x",
      fn(() => count++),
    );
    call(doc, "dispatchEvent", make(test, "Event", "x"));
    call(
      at("i"),
      "addEventListener",
      "x",
      fn((event) => call(event, "stopPropagation")),
    );
    call(at("i"), "dispatchEvent", make(test, "Event", "x", { bubbles: true }));
    expect(count).toBe(2);
  });

  it("are not heard by the host: no name of its own, no key, no way up", () => {
    const test = createTestPage({ html });
    const { at, call } = test;
    const heard: [string, unknown, unknown][] = [];
    const listener = (event: Event) => heard.push([event.type, (event as KeyboardEvent).key, (event as CustomEvent).detail]);
    for (const type of ["app:logout", "keydown", "message"]) window.addEventListener(type, listener);
    window.addEventListener("keydown", listener, true);
    for (const type of ["app:logout", "keydown", "message"])
      call(at("i"), "dispatchEvent", make(test, "CustomEvent", type, { bubbles: true, detail: 1, key: "Delete" }));
    for (const type of ["app:logout", "keydown", "message"]) window.removeEventListener(type, listener);
    window.removeEventListener("keydown", listener, true);
    expect(heard).toEqual([["keydown", undefined, undefined]]);
  });

  it("must be made by it", () => {
    const test = createTestPage({ html });
    for (const value of [undefined, "click", toRecord([["type", "click"]]), test.at("i"), new Event("click")])
      expect(thrownBy(() => test.call(test.at("i"), "dispatchEvent", value))).toContain("new Event");
  });

  it("click, without leading the page away", () => {
    const opened: string[] = [];
    const test = createTestPage({ html, host: { openLink: (url) => opened.push(url) } });
    const { at, call, fn, root } = test;
    const natives: Event[] = [];
    root.addEventListener("click", (event) => natives.push(event));
    call(at("button"), "click");
    call(at("em"), "click");
    expect(opened).toEqual(["https://example.com/"]);
    call(
      at("a"),
      "addEventListener",
      "click",
      fn((event) => call(event, "preventDefault")),
    );
    call(at("em"), "click");
    call(at("em"), "dispatchEvent", make(test, "Event", "click", { bubbles: true, cancelable: true }));
    expect(opened).toEqual(["https://example.com/"]);
    // Only what a mouse makes is acted upon by a page.
    expect(natives.map((event) => event instanceof MouseEvent)).toEqual([true, false, false, false]);
    const poor = createTestPage({ html });
    expect(thrownBy(() => poor.call(poor.at("em"), "click"))).toContain("openLink");
  });

  it("never submit a form", () => {
    const test = createTestPage({ html });
    expect(thrownBy(() => test.call(test.at("form"), "submit"))).toContain("can't be submitted");
  });
});
