// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { judgeQuery } from "../../src/policy/query-selectors.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import { createTestPage, thrownBy } from "../support/page.ts";

const html = `<div class="list" id="kv-list"><p class="row" name="kv-n"><b class="a">1</b></p><p class="row odd"><b>2</b></p></div>`;

describe("queries", () => {
  it("find the card's elements by its own ids and names", () => {
    const { document: doc, call, at, get } = createTestPage({ html });
    expect(call(doc, "getElementById", "list")).toBe(at("#kv-list"));
    expect(call(doc, "getElementById", "kv-list")).toBeNull();
    expect(call(doc, "querySelector", "#list > .row:not(.odd) b")).toBe(at("b"));
    expect(call(doc, "querySelector", '[name="n"]')).toBe(at("p"));
    expect(call(doc, "querySelector", '[id="list"]')).toBe(at("#kv-list"));
    expect(call(doc, "getElementsByName", "n")).toEqual([at("p")]);
    expect(get(call(doc, "querySelectorAll", ".row, b"), "length")).toBe(4);
    expect(get(call(doc, "getElementsByTagName", "p"), "length")).toBe(2);
    expect(get(call(at("p"), "getElementsByClassName", "a"), "length")).toBe(1);
    expect(call(at("p"), "querySelector", ".list b")).toBe(at("b"));
    expect(get(call(at(".odd"), "querySelectorAll", "b"), "length")).toBe(1);
    expect(get(call(at("#kv-list"), "querySelectorAll", ":scope > p"), "length")).toBe(2);
    expect(get(call(doc, "querySelectorAll", "body > div"), "length")).toBe(1);
  });

  it("ask elements what they are and stand in", () => {
    const { document: doc, call, at, get } = createTestPage({ html });
    expect(call(at("b"), "matches", ".row .a")).toBe(true);
    expect(call(at("b"), "matches", ".a")).toBe(true);
    expect(call(at("b"), "matches", ".row")).toBe(false);
    expect(call(at("b"), "closest", "#list")).toBe(at("#kv-list"));
    expect(call(at("b"), "closest", ".list > .row")).toBe(at("p"));
    expect(call(at("b"), "closest", "body")).toBe(get(doc, "body"));
    expect(call(get(doc, "body"), "matches", "body")).toBe(true);
    const made = call(doc, "createElement", "i");
    call(made, "setAttribute", "class", "m");
    expect([call(made, "matches", ".m"), call(made, "closest", ".list")]).toEqual([true, null]);
  });

  it("find nothing outside of the card, and tell nothing of what it stands in", () => {
    document.body.id = "page";
    const outside = document.createElement("div");
    outside.className = "outside";
    const { document: doc, call, get, at, root } = createTestPage({ html });
    document.body.append(outside);
    root.before(outside.cloneNode());
    for (const selector of ["html", "body", "head", ":root"]) expect(call(doc, "querySelector", selector), selector).toBe(get(doc, "body"));
    for (const selector of [":host", ":scope", "#page", ".outside", ".host-class", "section", "html section .row"])
      expect(call(doc, "querySelector", selector), selector).toBeNull();
    for (const selector of ["section .row", ".host-class .row", "#page .row", "body section .row", ".host-class *", "* > section p"])
      expect(call(at("p"), "matches", selector), selector).toBe(false);
    for (const selector of [".host-class", "section", "[data-secret]", ".host-class > *"])
      expect(call(at("p"), "closest", selector), selector).toBeNull();
  });

  it.each([
    "body[data-secret^=s]",
    ":root.host-class .row",
    "body:has(.outside)",
    ":scope[class] p",
    "body + .outside",
    ":root ~ *",
    "+ p",
    "> p",
    ":host-context(.x) p",
    ":is(body .x)",
    ":not(html > p)",
    ":has(:root)",
    "p:is(.x .y)",
    "::slotted(p)",
    "p >>> b",
    "p || b",
    "svg|p",
    "p[",
    "",
    "p{}",
    "p:nth-child(2 of .x)",
    "&",
    "p:visited-within",
    `p${":not(p)".repeat(400)}`,
    `${":is(".repeat(5_000)}p${")".repeat(5_000)}`,
  ])("refuse `%s` as the platform refuses what is no selector", (selector) => {
    const { document: doc, call, at } = createTestPage({ html });
    for (const method of ["querySelector", "querySelectorAll", "matches", "closest"])
      expect(
        thrownBy(() => call(method.startsWith("q") ? doc : at("p"), method, selector)),
        method,
      ).toContain("not a selector that cards may use");
  });

  it("are charged by what they find", () => {
    const { document: doc, call, realm } = createTestPage({ html: "<p></p>".repeat(500) });
    realm.fuel = 400;
    expect(() => call(doc, "querySelectorAll", "p")).toThrow(LimitError);
  });
});

describe("judged queries", () => {
  it("begin at the element that they run on", () => {
    expect(judgeQuery("a, #x > b", { idPrefix: "k" })).toEqual({ below: ":scope a,:scope #k-x>b", single: undefined, root: false });
    expect(judgeQuery("body > a", { idPrefix: "k" })).toEqual({ below: ":scope>a", single: undefined, root: false });
    expect(judgeQuery("a.b", { idPrefix: "k" })).toEqual({ below: ":scope a.b", single: "a.b", root: false });
    expect(judgeQuery("html", { idPrefix: "k" })).toEqual({ below: "", single: undefined, root: true });
  });
});
