// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createTestPage, thrownBy } from "../support/page.ts";

const html = `<input id="kv-i" value="copy me"><input type="password" value="secret" class="pw"><p style="color: red">some <b>text</b></p>`;

describe("document", () => {
  it("is the card's", () => {
    const { document: doc, get, at, call, realm } = createTestPage({ html });
    expect(["title", "referrer", "readyState", "nodeType", "nodeName"].map((key) => get(doc, key))).toEqual([
      "",
      "",
      "complete",
      9,
      "#document",
    ]);
    expect(get(doc, "defaultView")).toBe(realm.window);
    expect(get(at("p"), "ownerDocument")).toBe(doc);
    expect(get(realm.window, "document")).toBe(doc);
    expect(get(doc, "activeElement")).toBe(get(doc, "body"));
    call(at("input"), "focus");
    expect(get(doc, "activeElement")).toBe(at("input"));
    call(at("input"), "blur");
    expect(get(doc, "activeElement")).toBe(get(doc, "body"));
  });

  it("keeps the host's title, cookies and focus from the card", () => {
    document.title = "host";
    const { document: doc, get, set } = createTestPage({ html });
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    set(doc, "title", "card");
    set(doc, "cookie", "a=b");
    expect(thrownBy(() => get(doc, "cookie"))).toContain("cookies");
    expect([document.title, document.cookie, get(doc, "title"), get(doc, "activeElement")]).toEqual(["host", "", "", get(doc, "body")]);
  });

  it("has methods that only it answers to", () => {
    const { document: doc, at, realm, get } = createTestPage({ html });
    const { call } = createTestPage({ html });
    const method = get(doc, "createElement");
    expect(thrownBy(() => call(method, "call", at("p"), "p"))).toContain("of this card");
    expect(thrownBy(() => call(get(at("p"), "remove"), "call", realm.window))).toContain("of this card");
    expect(thrownBy(() => call(get(get(at("p"), "style"), "setProperty"), "call", at("p"), "color", "red"))).toContain("of this card");
  });
});

describe("copying", () => {
  it("hands what is selected in the card to the host", () => {
    const copied: string[] = [];
    const { document: doc, call, at } = createTestPage({ html, host: { clipboard: (text) => copied.push(text) } });
    expect(call(doc, "execCommand", "copy")).toBe(false);
    call(at("input"), "focus");
    call(at("input"), "setSelectionRange", 0, 4);
    expect(call(doc, "execCommand", "copy")).toBe(true);
    expect(call(doc, "execCommand", "paste")).toBe(false);
    call(at(".pw"), "focus");
    call(at(".pw"), "select");
    call(doc, "execCommand", "copy");
    expect(copied).toEqual(["copy"]);
  });

  it("names the service that is missing", () => {
    // A card does not take the focus from what is typed into elsewhere.
    (document.activeElement as HTMLElement | null)?.blur();
    const { document: doc, call, at, reports } = createTestPage({ html });
    call(at("input"), "focus");
    call(at("input"), "select");
    expect(thrownBy(() => call(doc, "execCommand", "copy"))).toContain("clipboard");
    expect(reports.join()).toContain("run/refused");
  });
});

describe("selections", () => {
  it("need the host's permission", () => {
    const { document: doc, realm, call } = createTestPage({ html });
    for (const value of [doc, realm.window]) expect(thrownBy(() => call(value, "getSelection"))).toContain("permission `selection`");
    expect(thrownBy(() => call(doc, "createRange"))).toContain("permission `selection`");
  });

  it("are read and made", () => {
    const { realm, call, get, at } = createTestPage({ html, host: { allow: ["selection"] } });
    const selection = call(realm.window, "getSelection");
    call(selection, "selectAllChildren", at("p"));
    expect([call(selection, "toString"), get(selection, "rangeCount"), get(selection, "anchorNode")]).toEqual(["some text", 1, at("p")]);
    const range = call(selection, "getRangeAt", 0);
    expect([get(range, "collapsed"), get(range, "startContainer"), call(range, "toString")]).toEqual([false, at("p"), "some text"]);
    expect(get(call(range, "getBoundingClientRect"), "width")).toBe(0);
    call(selection, "removeAllRanges");
    expect(get(selection, "rangeCount")).toBe(0);
  });

  it("tell no node outside of the card", () => {
    const outside = document.createElement("p");
    outside.textContent = "outside";
    document.body.append(outside);
    const { realm, call, get } = createTestPage({ html, host: { allow: ["selection"] } });
    document.getSelection()?.selectAllChildren(outside);
    const selection = call(realm.window, "getSelection");
    expect([
      get(selection, "anchorNode"),
      get(selection, "focusNode"),
      get(call(selection, "getRangeAt", 0), "commonAncestorContainer"),
    ]).toEqual([null, null, null]);
  });
});

describe("the window's names", () => {
  it("are read as they are now", () => {
    const { page, realm, get } = createTestPage();
    expect(get(realm.window, "innerWidth")).toBe(window.innerWidth);
    expect(page.names.has("scrollY")).toBe(true);
    expect([get(realm.window, "devicePixelRatio"), get(realm.window, "scrollY")]).toEqual([window.devicePixelRatio, 0]);
    expect(get(realm.window, "screen", "width")).toBe(window.screen.width);
  });

  it("tell how elements are shown, in texts", () => {
    const { realm, call, get, set, at } = createTestPage({ html });
    const style = call(realm.window, "getComputedStyle", at("p"));
    expect([get(style, "color"), call(style, "getPropertyValue", "color")]).toEqual(["red", "red"]);
    expect(get(style, "parentRule")).toBeUndefined();
    expect(thrownBy(() => set(style, "color", "blue"))).toContain("can't be written");
    expect(thrownBy(() => call(realm.window, "getComputedStyle", realm.window))).toContain("of this card");
  });

  it("tell of the reader's screen", () => {
    const { realm, call, get } = createTestPage();
    const query = call(realm.window, "matchMedia", "(min-width: 1px)");
    expect([get(query, "matches"), get(query, "media")]).toEqual([true, "(min-width: 1px)"]);
    expect(thrownBy(() => call(realm.window, "matchMedia", "x".repeat(2_000)))).toContain("too long");
  });

  it.each([
    ["dark", "dark", true],
    ["light", "dark", false],
    ["light", "light", true],
    [undefined, "light", true],
  ])("tell of the theme around the card: where it is %s, %s is %s", (around, asked, matches) => {
    const { realm, call, get, root } = createTestPage();
    if (around !== undefined) root.setAttribute("data-theme", around);
    const query = call(realm.window, "matchMedia", `(prefers-color-scheme: ${asked})`);
    expect([get(query, "matches"), get(query, "media")]).toEqual([matches, `(prefers-color-scheme: ${asked})`]);
  });

  it("scroll the card, not the page", () => {
    const { realm, call, root } = createTestPage();
    const calls: unknown[] = [];
    root.scrollTo = ((options: unknown) => calls.push(options)) as typeof root.scrollTo;
    call(realm.window, "scrollTo", 0, 12);
    expect(calls).toEqual([{ left: 0, top: 12 }]);
  });
});
