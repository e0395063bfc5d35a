// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { LimitError } from "../../src/runtime/failure.ts";
import { createRowPage } from "../support/facade-rows.ts";
import { countUnits, createTestPage, createUntimedPage, type TestPage, thrownBy } from "../support/page.ts";

const html = `<p></p><input id="kv-mail" name="kv-email" title="a title" data-a="1" data-kv-root="r" onclick="host()"><a href="#kv-mail">x</a>
<select><option value="2">two</option></select><textarea></textarea><svg><use></use></svg><button disabled style="color: red">b</button>`;

const xlink = "http://www.w3.org/1999/xlink";
const raw = (test: TestPage, selector: string) => (test.root.querySelector(selector) as Element).cloneNode(false) as Element;
const print = (test: TestPage, selector: string) => raw(test, selector).outerHTML.replace(/<\/.*$/, "");

describe("attributes that are read", () => {
  const read: [string, string, unknown[], unknown][] = [
    ["input", "getAttribute", ["id"], "mail"],
    ["input", "getAttribute", ["name"], "email"],
    ["input", "getAttribute", ["title"], "a title"],
    ["input", "getAttribute", ["TITLE"], "a title"],
    ["input", "getAttribute", ["onclick"], "host()"],
    ["input", "getAttribute", ["data-a"], "1"],
    ["input", "getAttribute", ["data-kv-root"], null],
    ["input", "getAttribute", ["DATA-KV-ROOT"], null],
    ["input", "getAttribute", ["none"], null],
    ["input", "getAttribute", [], null],
    ["a", "getAttribute", ["href"], "#mail"],
    ["input", "hasAttribute", ["id"], true],
    ["input", "hasAttribute", ["data-kv-root"], false],
    ["input", "hasAttribute", ["none"], false],
    ["input", "hasAttributes", [], true],
    ["p", "hasAttributes", [], false],
    ["input", "getAttributeNames", [], ["id", "name", "title", "data-a", "onclick"]],
    ["p", "getAttributeNames", [], []],
  ];
  it.each(read)("<%s> %s(%j) is %j", (selector, method, args, value) => {
    const { call, at } = createTestPage({ html });
    expect(call(at(selector), method, ...args)).toEqual(value);
  });

  it.each([
    ["getAttribute", ["class"], null],
    ["getAttributeNames", [], []],
    ["hasAttribute", ["class"], false],
    ["hasAttributes", [], false],
    ["toggleAttribute", ["class"], false],
  ])("tell nothing of the root by %s(%j)", (method, args, value) => {
    const { call, get, document: doc, root } = createTestPage();
    expect(call(get(doc, "body"), method, ...args)).toEqual(value);
    expect(root.outerHTML).toBe('<section class="host-class" data-secret="s3cret"></section>');
  });

  it.each([
    ["p", "id", "kv-a", "a"],
    ["p", "id", "other-a", "other-a"],
    ["p", "id", "kv", "kv"],
    ["p", "id", "kv-a kv-b", "a kv-b"],
    ["p", "name", "kv-a kv-b", "a kv-b"],
    ["p", "aria-labelledby", "kv-a b kv-c", "a b c"],
    ["a", "href", "https://example.com/#kv-a", "https://example.com/#kv-a"],
    ["a", "href", "kv-a", "kv-a"],
    ["use", "href", "#kv-a", "#a"],
    ["use", "xlink:href", "#kv-a", "#a"],
    ["a", "href", "#other", "#other"],
    ["p", "title", "kv-a", "kv-a"],
    ["p", "lang", "#kv-a", "#kv-a"],
  ])("<%s %s=%j> is told as %j", (selector, name, value, told) => {
    const { call, at, root } = createTestPage({ html });
    root.querySelector(selector)?.setAttribute(name, value);
    expect(call(at(selector), "getAttribute", name)).toBe(told);
  });
});

describe("attributes that are written", () => {
  const written: [string, string, unknown[], string][] = [
    ["p", "setAttribute", ["title", ""], '<p title="">'],
    ["p", "setAttribute", ["title", "x"], '<p title="x">'],
    ["p", "setAttribute", ["title", 1.5], '<p title="1.5">'],
    ["p", "setAttribute", ["title"], '<p title="undefined">'],
    ["p", "setAttribute", ["title", null], '<p title="null">'],
    ["p", "setAttribute", ["hidden", "false"], '<p hidden="">'],
    ["p", "setAttribute", ["hidden", ""], '<p hidden="">'],
    ["p", "setAttribute", ["download", ""], '<p download="">'],
    ["p", "setAttribute", ["download", "a.txt"], '<p download="a.txt">'],
    ["p", "setAttribute", ["aria-hidden", "true"], '<p aria-hidden="true">'],
    ["p", "setAttribute", ["id", "x"], '<p id="kv-x">'],
    ["p", "setAttribute", ["class", "x y"], '<p class="x y">'],
    // Through the object model, which no style policy of the page forbids, and which prints it so.
    ["p", "setAttribute", ["style", "color:red;position:fixed"], '<p style="color: red;">'],
    ["p", "setAttributeNS", ["urn:any", "title", "x"], '<p title="x">'],
    ["p", "toggleAttribute", ["hidden"], '<p hidden="">'],
    ["p", "toggleAttribute", ["hidden", 1], '<p hidden="">'],
    ["p", "toggleAttribute", ["hidden", false], "<p>"],
    ["p", "toggleAttribute", ["title"], '<p title="">'],
    ["button", "toggleAttribute", ["disabled"], '<button style="color: red">'],
    ["button", "toggleAttribute", ["disabled", undefined], '<button style="color: red">'],
    ["button", "toggleAttribute", ["disabled", true], '<button disabled="" style="color: red">'],
    ["button", "removeAttribute", ["disabled"], '<button style="color: red">'],
    ["button", "removeAttribute", ["style"], '<button disabled="">'],
    ["button", "removeAttribute", ["none"], '<button disabled="" style="color: red">'],
    ["a", "setAttribute", ["rel", "help"], '<a href="#kv-mail" rel="help">'],
    ["a", "setAttribute", ["target", "_blank"], '<a href="#kv-mail" target="_blank" rel="noopener noreferrer">'],
    ["a", "setAttribute", ["href", "javascript:x()"], "<a>"],
    ["a", "removeAttribute", ["href"], "<a>"],
    ["select", "setAttribute", ["value", "2"], "<select>"],
    ["textarea", "setAttribute", ["value", "2"], "<textarea>"],
  ];
  it.each(written)("<%s> %s(%j) makes %s", (selector, method, args, made) => {
    const test = createTestPage({ html });
    test.call(test.at(selector), method, ...args);
    expect(print(test, selector)).toBe(made);
  });

  it.each([
    ["toggleAttribute", ["hidden"], true],
    ["toggleAttribute", ["hidden", false], false],
    ["toggleAttribute", ["onclick"], false],
    ["setAttribute", ["hidden", ""], undefined],
    ["setAttributeNS", [null, "hidden", ""], undefined],
    ["removeAttribute", ["hidden"], undefined],
  ])("%s(%j) gives %j", (method, args, value) => {
    const { call, at } = createTestPage({ html });
    expect(call(at("p"), method, ...args)).toBe(value);
  });

  it("keeps what a new tab needs, and nothing else", () => {
    const test = createTestPage({ html: `<a target="_blank" rel="noopener noreferrer">x</a>` });
    for (const [method, ...args] of [
      ["setAttribute", "rel", "help"],
      ["removeAttribute", "rel"],
      ["setAttribute", "title", "x"],
      ["setAttribute", "lang", "de"],
      ["removeAttribute", "lang"],
    ] as const)
      test.call(test.at("a"), method, ...args);
    expect(print(test, "a")).toBe('<a target="_blank" rel="noopener noreferrer" title="x">');
  });

  it("takes away a relation of a link that opens no tab", () => {
    const test = createTestPage({ html: `<a rel="help">x</a>` });
    test.call(test.at("a"), "removeAttribute", "rel");
    expect(print(test, "a")).toBe("<a>");
  });

  it("gives attributes of drawings their namespace, in drawings alone", () => {
    const { call, at, root } = createTestPage({ html });
    for (const selector of ["use", "a"]) call(at(selector), "setAttribute", "xlink:href", "#x");
    call(at("use"), "setAttribute", "viewbox", "0 0 1 1");
    const use = root.querySelector("use") as Element;
    expect(use.getAttributeNode("xlink:href")?.namespaceURI).toBe(xlink);
    expect([use.getAttributeNames(), use.getAttributeNode("viewBox")?.namespaceURI]).toEqual([["xlink:href", "viewBox"], null]);
    expect(root.querySelector("a")?.getAttributeNode("xlink:href")?.namespaceURI).toBe(null);
    // Not every engine needs to be told.
    const told: unknown[] = [];
    use.setAttributeNS = (...args: unknown[]) => void told.push(args);
    for (const name of ["xlink:href", "fill"]) call(at("use"), "setAttribute", name, name === "fill" ? "red" : "#y");
    expect(told).toEqual([
      [xlink, "xlink:href", "#kv-y"],
      [null, "fill", "red"],
    ]);
  });

  it("says what it leaves out", () => {
    const { call, at, reports } = createTestPage({ html });
    for (const name of ["onclick", "x".repeat(40), "y".repeat(41)]) call(at("p"), "setAttribute", name, "1");
    call(at("p"), "setAttribute", "target", "_top");
    expect(reports).toEqual([
      "jsx/unknown-attribute: `onclick` is not an attribute that `<p>` may have",
      `jsx/unknown-attribute: \`${"x".repeat(40)}\` is not an attribute that \`<p>\` may have`,
      `jsx/unknown-attribute: \`${"y".repeat(37)}…\` is not an attribute that \`<p>\` may have`,
      "policy/value: the value of `target` on `<p>` was left out: only `_blank` is a target that cards may use",
    ]);
  });

  it("says nothing of what a control keeps elsewhere", () => {
    const { call, at, reports } = createTestPage({ html });
    call(at("select"), "setAttribute", "value", "2");
    expect(reports).toEqual([]);
  });

  it("names what the page refused", () => {
    const { call, at, root } = createTestPage({ html });
    const element = root.querySelector("p") as Element;
    element.setAttribute = element.removeAttribute = () => {
      throw new Error("the host's own words");
    };
    expect(thrownBy(() => call(at("p"), "setAttribute", "title", "x"))).toBe("the page refused `setAttribute`");
    expect(thrownBy(() => call(at("p"), "removeAttribute", "title"))).toBe("the page refused `removeAttribute`");
  });
});

describe("elements of the host's", () => {
  const sandbox = 'sandbox="allow-scripts allow-forms"';
  it.each([
    [`<x-host title="h"></x-host>`, "x-host", true],
    [`<script type="text/plain" title="h"></script>`, "script", true],
    [`<iframe title="h"></iframe>`, "iframe", true],
    [`<iframe title="h" ${sandbox}></iframe>`, "iframe", true],
    [`<iframe title="h" referrerpolicy="no-referrer"></iframe>`, "iframe", true],
    [`<iframe title="h" ${sandbox} referrerpolicy="no-referrer"></iframe>`, "iframe", false],
    [`<section title="h"></section>`, "section", false],
  ])("%s are not written to: %s, %j", (markup, selector, isHosts) => {
    const { call, at, root, set, outcome } = createRowPage({ html: markup });
    const element = root.querySelector(selector) as Element;
    call(at(selector), "setAttribute", "title", "mine");
    expect(element.getAttribute("title")).toBe(isHosts ? "h" : "mine");
    call(at(selector), "removeAttribute", "title");
    expect(element.hasAttribute("title")).toBe(isHosts);
    const written = outcome(() => set(at(selector), "textContent", ""));
    expect(written).toBe(isHosts ? "Error: `textContent`: this element is the host's" : undefined);
  });

  it("are the card's where the card stands in them", () => {
    const { document: doc, get, set, root } = createTestPage({ place: "x-host" });
    set(get(doc, "body"), "textContent", "x");
    expect(root.textContent).toBe("x");
  });
});

describe("what attributes cost", () => {
  const long = "x".repeat(6_400);
  it.each([
    ["setAttribute", ["title", "x"], 5],
    ["setAttribute", ["title", long], 1705],
    ["setAttribute", ["unknown", long], 5],
    ["setAttribute", ["hidden", long], 5],
    ["removeAttribute", ["title"], 5],
    ["getAttribute", ["lang"], 101],
    ["getAttribute", ["id"], 1],
    ["getAttributeNames", [], 2],
    ["hasAttribute", ["lang"], 101],
    ["toggleAttribute", ["hidden"], 5],
  ])("%s takes units", (method, args, units) => {
    const test = createUntimedPage({ html: `<p id="kv-a" dir="ltr" class="x" lang="${long}"></p>` });
    const element = test.at("p");
    const run = test.get(element, method);
    expect(run).toBeDefined();
    expect(countUnits(test, () => test.call(element, method, ...args))).toBe(units);
  });

  it("is bounded by the longest text", () => {
    const { call, at, root } = createTestPage({ html, limits: { stringLength: 100 } });
    call(at("p"), "setAttribute", "title", "x".repeat(100));
    expect(() => call(at("p"), "setAttribute", "title", "x".repeat(101))).toThrow(LimitError);
    expect(root.querySelector("p")?.title.length).toBe(100);
  });
});
