// @vitest-environment happy-dom
import { beforeEach, describe, vi } from "vitest";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-a" name="kv-n">a</p><b id="b" name="kv-n">b</b><i id="kv-c" name="n">c</i><i id="kv-c" name="kv-m">d</i>`;
const doc = (page: RowPage, method: string, ...args: unknown[]) => page.call(page.document, method, ...args);
const read = (page: RowPage, key: string) => page.get(page.document, key);

// What another card left in the page may have the focus.
beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

describe("what the document tells", () => {
  const told: Row[] = Object.entries({
    body: "<section>",
    head: "<section>",
    documentElement: "<section>",
    scrollingElement: "<section>",
    activeElement: "<section>",
    readyState: "complete",
    hidden: false,
    visibilityState: "visible",
    nodeType: 9,
    nodeName: "#document",
    cookie: "Error: a card can't read cookies",
    title: "",
    referrer: "",
    parentNode: null,
    parentElement: null,
    onclick: null,
    onfoo: undefined,
    click: undefined,
    xxclick: undefined,
    onloadstart: null,
    location: undefined,
    domain: undefined,
    forms: undefined,
  }).map(([key, value]): Row => [key, (page) => read(page, key), value]);
  tryRows({ html }, [
    ...told,
    ["its window", (page) => page.get(page.document, "defaultView") === page.realm.window, true],
    [
      "that it is hidden",
      (page) => {
        const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
        const told = ["hidden", "visibilityState"].map((key) => read(page, key));
        hidden.mockRestore();
        return told;
      },
      [true, "hidden"],
    ],
    [
      "that it has the focus",
      (page) => {
        const focus = vi.spyOn(document, "hasFocus");
        const told = [true, false].map((has) => {
          focus.mockReturnValue(has);
          return doc(page, "hasFocus");
        });
        focus.mockRestore();
        return told;
      },
      [true, false],
    ],
    [
      "the element with the focus",
      (page) => {
        page.el("a").tabIndex = 0;
        page.el("a").focus();
        return ["activeElement", "scrollingElement"].map((key) => read(page, key));
      },
      ["<p#a>", "<section>"],
    ],
    [
      "no element of the host's with the focus",
      (page) => {
        const control = document.body.appendChild(document.createElement("input"));
        control.focus();
        const told = page.outcome(() => read(page, "activeElement"));
        control.remove();
        return told;
      },
      "<section>",
    ],
    [
      "its classes",
      (page) =>
        ["Document", "Node", "EventTarget", "Element"].map((name) => isInstanceOf(page.realm, page.document, page.page.names.get(name))),
      [true, true, true, false],
    ],
  ]);
});

describe("what is written to the document", () => {
  const fn = (page: RowPage) => page.fn(() => 1);
  tryRows({ html }, [
    [
      "a title goes nowhere",
      (page) => {
        document.title = "host";
        page.set(page.document, "title", "card");
        return [document.title, read(page, "title")];
      },
      ["host", ""],
    ],
    [
      "a cookie goes nowhere",
      (page) => {
        page.set(page.document, "cookie", "a=b");
        return [document.cookie, page.outcome(() => read(page, "cookie"))];
      },
      ["", "Error: a card can't read cookies"],
    ],
    [
      "other names are the template's",
      (page) => {
        for (const key of ["mine", "click", "xxclick", "onfoo", "nodeType"]) page.set(page.document, key, 1);
        return ["mine", "click", "xxclick", "onfoo", "nodeType"].map((key) => read(page, key));
      },
      [1, 1, 1, 1, 1],
    ],
    [
      "a handler hears",
      (page) => {
        const heard: unknown[] = [];
        page.set(
          page.document,
          "onclick",
          page.fn((event) => heard.push(page.get(event, "type"))),
        );
        page.el("a").click();
        return heard;
      },
      ["click"],
    ],
    [
      "a handler is kept",
      (page) => {
        const own = fn(page);
        page.set(page.document, "onclick", own);
        return [read(page, "onclick") === own, page.page.listeners.size];
      },
      [true, 1],
    ],
    [
      "a handler is taken away",
      (page) => {
        page.set(page.document, "onclick", fn(page));
        page.set(page.document, "onclick", null);
        return [read(page, "onclick"), page.page.listeners.size];
      },
      [null, 0],
    ],
    [
      "what is no function is no handler",
      (page) => {
        page.set(page.document, "onclick", "x()");
        return read(page, "onclick");
      },
      null,
    ],
  ]);
});
