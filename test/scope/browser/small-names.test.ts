import { describe, expect, it } from "vitest";
import { construct } from "../../../src/runtime/call.ts";
import { LimitError } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { hasProperty, isInstanceOf } from "../../../src/runtime/keys.ts";
import { createRecord, toRecord } from "../../../src/runtime/record.ts";
import { set } from "../../../src/runtime/set.ts";
import { evaluate } from "../../support/evaluate.ts";
import { createTestLive } from "../../support/live.ts";
import { invoke, make } from "../intrinsics/compare.ts";
import { createCard, createLiveCard, fn, nameOf, run, thrownBy, untextable } from "./card-realm.ts";

describe("btoa and atob", () => {
  const platform = { btoa, atob };
  const texts = [
    "",
    "a",
    "ab",
    "abc",
    "\0ÿ",
    "é",
    "€",
    "YQ==",
    "YWI",
    " Y W\nI= ",
    "Y",
    "Y===",
    "=",
    "Y=Q=",
    "a-b_",
    null,
    undefined,
    12,
    true,
  ];

  it.each(["btoa", "atob"] as const)("%s does what the platform's does", (name) => {
    const realm = createCard();
    for (const text of texts) {
      let expected: unknown;
      let thrown: unknown;
      try {
        expected = platform[name](text as string);
      } catch (error) {
        thrown = (error as Error).name;
      }
      if (thrown === undefined) expect(run(realm, name, text), String(text)).toBe(expected);
      else
        expect(
          thrownBy(realm, () => run(realm, name, text)),
          String(text),
        ).toMatch(new RegExp(`^${thrown}: `));
    }
    expect(thrownBy(realm, () => run(realm, name))).toBe(`TypeError: \`${name}\` needs a text`);
    expect(thrownBy(realm, () => run(realm, name, untextable()))).toBe("no text");
  });

  it("charges by length before anything is made", () => {
    const realm = createCard();
    const before = realm.fuel;
    run(realm, "btoa", "x".repeat(64_000));
    expect(before - realm.fuel).toBeGreaterThan(2_000);
    expect(() => run(realm, "btoa", "x".repeat(10_000_000))).toThrow(LimitError);
    realm.fuel = 100;
    expect(() => run(realm, "atob", "YWFh".repeat(10_000))).toThrow(LimitError);
  });
});

describe("performance and crypto", () => {
  it("tell the time of the card", () => {
    const realm = createLiveCard({ live: createTestLive({ now: () => 12.5 }) });
    expect(run(realm, "performance.now")).toBe(12.5);
    expect([run(realm, "performance.mark", "a"), run(realm, "performance.measure", "a")]).toEqual([undefined, undefined]);
    expect(run(createCard(), "performance.now")).toBe(0);
    expect(get(realm, nameOf(realm, "performance"), "memory")).toBeUndefined();
  });

  it("draw UUIDs from the card's own numbers", () => {
    const numbers = [0, 0.999, 0.5, 0.25, 0.125];
    let next = 0;
    const realm = createCard({ random: () => numbers[next++ % numbers.length] as number });
    const first = run(realm, "crypto.randomUUID");
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(run(realm, "crypto.randomUUID")).not.toBe(first);
    for (const key of ["subtle", "getRandomValues"]) expect(get(realm, nameOf(realm, "crypto"), key)).toBeUndefined();
  });
});

describe("Event and CustomEvent", () => {
  it("hold what they were made with", () => {
    const realm = createLiveCard({ live: createTestLive({ now: () => 7 }) });
    const detail = createRecord();
    const event = make(
      realm,
      "CustomEvent",
      "pick",
      toRecord([
        ["detail", detail],
        ["bubbles", 1],
        ["cancelable", "yes"],
      ]),
    );
    const read = (key: string) => get(realm, event, key);
    expect(["type", "bubbles", "cancelable", "defaultPrevented", "target", "currentTarget", "timeStamp"].map(read)).toEqual([
      "pick",
      true,
      true,
      false,
      null,
      null,
      7,
    ]);
    expect(read("detail")).toBe(detail);
    invoke(realm, event, "stopPropagation");
    invoke(realm, event, "stopImmediatePropagation");
    invoke(realm, event, "preventDefault");
    expect(read("defaultPrevented")).toBe(true);
    expect(["stopped", "ended", "custom", "constructor"].map(read)).toEqual([undefined, undefined, undefined, undefined]);
    expect(isInstanceOf(realm, event, nameOf(realm, "CustomEvent"))).toBe(true);
    expect(isInstanceOf(realm, event, nameOf(realm, "Event"))).toBe(true);
    for (const key of ["type", "detail", "target", "defaultPrevented"])
      expect(thrownBy(realm, () => set(realm, event, key, 1))).toBe(`TypeError: \`${key}\` of an event can't be set`);
  });

  it("carry nothing by default", () => {
    const realm = createCard();
    const event = make(realm, "Event", 5);
    invoke(realm, event, "preventDefault");
    expect([get(realm, event, "type"), get(realm, event, "detail"), get(realm, event, "defaultPrevented")]).toEqual([
      "5",
      undefined,
      false,
    ]);
    expect(get(realm, make(realm, "CustomEvent", "a"), "detail")).toBe(null);
    expect(isInstanceOf(realm, event, nameOf(realm, "CustomEvent"))).toBe(false);
  });

  it("refuse wrong uses", () => {
    const realm = createCard();
    expect(thrownBy(realm, () => run(realm, "Event", "a"))).toBe("TypeError: Event has to be called with `new`");
    expect(thrownBy(realm, () => make(realm, "Event"))).toBe("TypeError: an event needs a type");
    expect(thrownBy(realm, () => make(realm, "Event", "a", 5))).toMatch(/^TypeError: the second argument/);
    expect(thrownBy(realm, () => make(realm, "Event", untextable()))).toBe("no text");
    const borrowed = toRecord([["preventDefault", get(realm, make(realm, "Event", "a"), "preventDefault")]]);
    expect(thrownBy(realm, () => invoke(realm, borrowed, "preventDefault"))).toMatch(/called on a value that is not a Event$/);
  });

  it("can be extended by a class of the template", () => {
    const source = `class Picked extends CustomEvent { #n = 1; constructor(d) { super("picked", { detail: d }); } get n() { return this.#n; } }
      const e = new Picked({ id: 4 }); [e.type, e.detail.id, e.n, e instanceof Event, e instanceof Picked]`;
    expect(evaluate(source)).toMatchObject({ value: ["picked", 4, 1, true, true] });
  });
});

describe("the page of a card that is a string", () => {
  it("finds nothing and hears nothing", () => {
    const realm = createCard();
    expect(run(realm, "document.getElementById", "a")).toBe(null);
    expect(run(realm, "document.querySelector", "a")).toBe(null);
    expect(run(realm, "document.querySelectorAll", "a")).toEqual([]);
    expect(run(realm, "document.body.querySelectorAll", "a")).toEqual([]);
    for (const target of ["", "document.", "document.body."])
      for (const name of ["addEventListener", "removeEventListener"])
        expect(
          run(
            realm,
            target + name,
            "click",
            fn(() => {}),
          ),
        ).toBeUndefined();
    expect([run(realm, "getSelection"), run(realm, "document.hasFocus"), run(realm, "document.execCommand", "copy")]).toEqual([
      null,
      false,
      false,
    ]);
    expect(["readyState", "visibilityState", "title", "activeElement"].map((key) => get(realm, nameOf(realm, "document"), key))).toEqual([
      "complete",
      "visible",
      "",
      null,
    ]);
    const media = run(realm, "matchMedia", "(min-width: 1px)");
    expect([get(realm, media, "matches"), get(realm, media, "media")]).toEqual([false, "(min-width: 1px)"]);
    expect(invoke(realm, media, "addEventListener", "change", 1)).toBeUndefined();
    expect(get(realm, nameOf(realm, "screen"), "width")).toBe(1024);
    expect(isInstanceOf(realm, get(realm, nameOf(realm, "document"), "body"), nameOf(realm, "HTMLBodyElement"))).toBe(true);
    expect(thrownBy(realm, () => construct(realm, nameOf(realm, "HTMLElement"), []))).toBe(
      "TypeError: HTMLElement can't be made with `new`",
    );
    expect(["innerWidth", "innerHeight", "devicePixelRatio", "scrollX"].map((name) => nameOf(realm, name))).toEqual([1024, 768, 1, 0]);
  });

  it("makes drafts of elements that cards may make, and holds no cookies", () => {
    const realm = createCard();
    expect(thrownBy(realm, () => run(realm, "document.createElement", "script"))).toBe(
      "Error: `<script>` is not an element that cards may make",
    );
    expect(thrownBy(realm, () => run(realm, "getComputedStyle", "script"))).toBe("Error: the string target has no page");
    const draft = run(realm, "document.createElement", "DIV");
    set(realm, draft, "innerHTML", "<i onclick=x>a &amp; b</i><script>c</script>");
    expect(["tagName", "textContent", "innerHTML"].map((key) => get(realm, draft, key))).toEqual(["DIV", "a & b", "<i>a &amp; b</i>"]);
    invoke(realm, draft, "appendChild", run(realm, "document.createTextNode", "<c>"));
    expect(get(realm, draft, "innerHTML")).toBe("<i>a &amp; b</i>&lt;c&gt;");
    for (const key of ["outerHTML", "ownerDocument", "parentNode", "constructor", "__proto__"])
      expect(get(realm, draft, key), key).toBeUndefined();
    expect(thrownBy(realm, () => get(realm, nameOf(realm, "document"), "cookie"))).toBe("Error: a card can't read cookies");
    for (const key of ["write", "domain", "defaultView", "location", "constructor", "__proto__"])
      expect(get(realm, nameOf(realm, "document"), key), key).toBeUndefined();
  });

  it("takes what is written and forgets it", () => {
    const source = `document.title = "x"; document.body.style.overflow = "hidden"; document.body.classList.add("a");
      document.cookie = "a=b"; [document.title, document.body.style.overflow, document.body === document.body]`;
    expect(evaluate(source)).toMatchObject({ value: ["", undefined, true] });
  });

  it("is every card's own", () => {
    const first = createCard();
    const second = createCard();
    for (const name of ["document", "navigator", "location", "localStorage"]) {
      const mine = nameOf(first, name);
      expect(mine).toBe(nameOf(first, name));
      expect(mine).not.toBe(nameOf(second, name));
    }
    set(first, nameOf(first, "navigator"), "note", "mine");
    expect(hasProperty(second, "note", nameOf(second, "navigator"))).toBe(false);
    expect(get(first, nameOf(first, "document"), "body")).not.toBe(get(second, nameOf(second, "document"), "body"));
  });
});
