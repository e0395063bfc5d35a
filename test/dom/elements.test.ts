// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { LimitError } from "../../src/runtime/failure.ts";
import { isInstanceOf, ownKeys } from "../../src/runtime/keys.ts";
import { remove } from "../../src/runtime/set.ts";
import { createTestPage, thrownBy } from "../support/page.ts";

const form = `<form id="kv-f"><input id="kv-mail" name="kv-email" value="a@b.c" class="x y" data-user-id="7"><input name="kv-r" type="radio"
value="1"><input name="kv-r" type="radio" value="2" checked><select name="kv-s"><option value="1">one</option><option value="2" selected>two
</option></select><textarea name="kv-t">draft</textarea><label for="kv-mail">Mail</label></form><div id="kv-empty"></div>`;

describe("what elements tell", () => {
  it("gives one facade for each element, the body for the root, nothing outside", () => {
    const { page, root, at, document: doc, get } = createTestPage({ html: form });
    expect(at("input")).toBe(at("#kv-mail"));
    expect(page.toElement(root)).toBe(get(doc, "body"));
    expect(get(doc, "documentElement")).toBe(get(doc, "head"));
    expect(page.toElement(document.body)).toBeNull();
    expect(page.toElement(document.documentElement)).toBeNull();
    expect(page.toElement(null)).toBeNull();
    expect(get(at("form"), "parentNode")).toBe(get(doc, "body"));
    for (const key of ["parentNode", "parentElement", "offsetParent", "nextSibling", "previousElementSibling"])
      expect(get(get(doc, "body"), key), key).toBeNull();
  });

  it("reads values, and names without the card's prefix", () => {
    const { at, get, call } = createTestPage({ html: form });
    const input = at("input");
    expect(["value", "id", "name", "className", "tagName", "type", "nodeType", "localName"].map((key) => get(input, key))).toEqual([
      "a@b.c",
      "mail",
      "email",
      "x y",
      "INPUT",
      "text",
      1,
      "input",
    ]);
    expect(get(input, "dataset", "userId")).toBe("7");
    expect(ownKeys(get(input, "dataset"))).toEqual(["userId"]);
    expect(get(at("label"), "htmlFor")).toBe("mail");
    expect(call(at("label"), "getAttribute", "for")).toBe("mail");
    expect(get(at("select"), "value")).toBe("2");
    expect(get(at("select"), "selectedOptions", 0, "value")).toBe("2");
    expect(get(at("select"), "options", "length")).toBe(2);
    expect(get(at("textarea"), "value")).toBe("draft");
    expect(get(at("div"), "checked")).toBeUndefined();
  });

  it("finds a form's controls by their names", () => {
    const { at, get } = createTestPage({ html: form });
    expect(get(at("form"), "elements", "email")).toBe(at("input"));
    expect(get(at("form"), "email", "value")).toBe("a@b.c");
    expect(get(at("form"), "elements", "length")).toBe(5);
    expect(get(at("form"), "r", "length")).toBe(2);
    expect(get(at("input"), "form")).toBe(at("form"));
  });

  it("prints markup without what is ours", () => {
    const { at, get } = createTestPage({ html: `<p id="kv-p" title="a&quot;b">x &lt; <b data-kv-root="r">"y"</b><br></p>` });
    expect(get(at("p"), "outerHTML")).toBe('<p id="p" title="a&quot;b">x &lt; <b>"y"</b><br></p>');
    expect(get(at("p"), "innerHTML")).toBe('x &lt; <b>"y"</b><br>');
    expect(get(at("p"), "textContent")).toBe('x < "y"');
  });

  it("tells nothing of the host's element that the card stands in", () => {
    const { document: doc, get, set, call, root } = createTestPage({ html: form });
    const body = get(doc, "body");
    expect([get(body, "className"), get(body, "id"), get(body, "title"), get(body, "dataset", "secret")]).toEqual([
      "",
      "",
      undefined,
      undefined,
    ]);
    expect(call(body, "getAttribute", "class")).toBeNull();
    expect(call(body, "getAttributeNames")).toEqual([]);
    expect(get(body, "outerHTML")).not.toContain("host-class");
    set(body, "className", "mine");
    set(body, "id", "mine");
    set(get(body, "style"), "position", "absolute");
    set(get(body, "style"), "cursor", "wait");
    call(get(body, "classList"), "add", "mine");
    call(body, "setAttribute", "title", "mine");
    call(body, "removeAttribute", "class");
    expect(root.outerHTML.split(">")[0]).toBe('<section class="host-class" data-secret="s3cret"');
  });

  it("knows the interfaces of elements", () => {
    const { page, at, realm } = createTestPage({ html: form });
    expect(isInstanceOf(realm, at("input"), page.names.get("HTMLInputElement"))).toBe(true);
    expect(isInstanceOf(realm, at("input"), page.names.get("Node"))).toBe(true);
    expect(isInstanceOf(realm, at("div"), page.names.get("HTMLInputElement"))).toBe(false);
  });
});

describe("what is written to elements", () => {
  it("writes state and attributes", () => {
    const { at, set, call, root, get } = createTestPage({ html: form });
    set(at("input"), "value", "new");
    set(at("input"), "disabled", true);
    set(at("input"), "placeholder", "mail");
    set(at("input"), "id", "other");
    set(get(at("input"), "dataset"), "userName", "Ada");
    const input = root.querySelector("input") as HTMLInputElement;
    expect([input.value, input.disabled, input.placeholder, input.id, input.dataset.userName]).toEqual([
      "new",
      true,
      "mail",
      "kv-other",
      "Ada",
    ]);
    set(at("input"), "disabled", false);
    expect(input.hasAttribute("disabled")).toBe(false);
    call(at("input"), "setAttribute", "readonly", "");
    expect(input.readOnly).toBe(true);
    expect(remove(createTestPage().realm, get(at("input"), "dataset"), "userName")).toBe(true);
    expect(input.dataset.userName).toBeUndefined();
    set(at("select"), "value", "1");
    expect((root.querySelector("select") as HTMLSelectElement).value).toBe("1");
  });

  it("keeps other names on the facade and touches nothing", () => {
    const { at, set, get, root } = createTestPage({ html: form });
    const before = root.innerHTML;
    for (const name of ["myState", "checked", "innerHtml", "prototype", "constructor", "__proto__", "contentEditor"])
      set(at("div"), name, "mine");
    expect(get(at("div"), "myState")).toBe("mine");
    expect(root.innerHTML).toBe(before);
    expect(Object.getPrototypeOf(root)).toBe(HTMLElement.prototype);
  });

  it("changes classes", () => {
    const { at, get, call, root } = createTestPage({ html: form });
    const list = get(at("input"), "classList");
    expect(list).toBe(get(at("input"), "classList"));
    call(list, "add", "z", "x");
    call(list, "remove", "y");
    expect(call(list, "toggle", "w")).toBe(true);
    expect(call(list, "toggle", "w", false)).toBe(false);
    expect(call(list, "replace", "z", "q")).toBe(true);
    expect(root.querySelector("input")?.className).toBe("x q");
    expect([call(list, "contains", "q"), get(list, "length"), get(list, 1), get(list, "value")]).toEqual([true, 2, "q", "x q"]);
    expect(thrownBy(() => call(list, "add", "a b"))).toContain("one word");
  });

  it.each([
    ["onclick", "alert(1)"],
    ["OnError", "alert(1)"],
    ["srcdoc", "<script>alert(1)</script>"],
    ["is", "x-host"],
    ["formaction", "https://evil.example"],
    ["data-kv-root", "kv-test"],
    ["nonce", "n"],
    ["popovertarget", "kv-host"],
    ["sandbox", "allow-same-origin"],
  ])("refuses the attribute %s and says so", (name, value) => {
    const { at, call, root, reports } = createTestPage({ html: form });
    const before = root.innerHTML;
    call(at("input"), "setAttribute", name, value);
    expect(root.innerHTML).toBe(before);
    expect(reports.join()).toContain("jsx/unknown-attribute");
  });

  it.each([
    ["a", "href", "javascript:alert(1)"],
    ["a", "href", " java\nscript:alert(1)"],
    ["a", "target", "_top"],
    ["img", "src", "data:image/svg+xml,<svg onload=alert(1)>"],
    ["form", "action", "javascript:alert(1)"],
    ["iframe", "src", "javascript:alert(1)"],
    ["iframe", "src", "http://plain.example"],
  ])("refuses a value of <%s %s>: %s", (tag, name, value) => {
    const { document: doc, call, set, get, reports } = createTestPage();
    const made = call(doc, "createElement", tag);
    set(made, name, value);
    call(made, "setAttribute", name, value);
    call(made, "setAttributeNS", null, name, value);
    expect(get(made, "outerHTML")).not.toMatch(/javascript|_top|svg|http:/);
    expect(reports.join()).toContain("policy/value");
  });

  it("keeps what the policy adds to links and frames", () => {
    const { document: doc, call, get } = createTestPage();
    const link = call(doc, "createElement", "a");
    call(link, "setAttribute", "rel", "opener");
    call(link, "setAttribute", "target", "_blank");
    call(link, "setAttribute", "rel", "help");
    call(link, "removeAttribute", "rel");
    expect(call(link, "getAttribute", "rel")).toBe("noopener noreferrer");
    const frame = call(doc, "createElement", "iframe");
    call(frame, "removeAttribute", "sandbox");
    call(frame, "toggleAttribute", "sandbox");
    expect(get(frame, "outerHTML")).toContain('sandbox="allow-scripts allow-forms"');
    expect(get(call(frame, "cloneNode", true), "outerHTML")).toContain('sandbox="allow-scripts allow-forms"');
  });

  it("writes nothing to what the host's components made", () => {
    const html = `<script type="text/plain"></script><iframe></iframe><x-host></x-host><object></object>`;
    const { at, call, set, root } = createTestPage({ html });
    const before = root.innerHTML;
    for (const tag of ["script", "iframe", "x-host", "object"]) {
      call(at(tag), "setAttribute", "src", "https://evil.example/a.js");
      set(at(tag), "src", "https://evil.example/a.js");
      set(at(tag), "type", "module");
      expect(thrownBy(() => set(at(tag), "textContent", "alert(1)"))).toContain("the host's");
      expect(thrownBy(() => call(at(tag), "append", "alert(1)"))).toContain("the host's");
      expect(thrownBy(() => set(at(tag), "innerHTML", "alert(1)"))).toContain("the host's");
    }
    expect(root.innerHTML).toBe(before);
  });
});

describe("styles of elements", () => {
  it("reads and writes judged properties", () => {
    const { at, get, set, call, root } = createTestPage({ html: form });
    const style = get(at("div"), "style");
    set(style, "backgroundColor", "red");
    set(style, "opacity", 0.5);
    call(style, "setProperty", "margin-top", "2px", "important");
    const div = root.querySelector("div") as HTMLElement;
    expect([div.style.backgroundColor, div.style.opacity, div.style.getPropertyPriority("margin-top")]).toEqual([
      "red",
      "0.5",
      "important",
    ]);
    expect([get(style, "backgroundColor"), call(style, "getPropertyValue", "margin-top")]).toEqual(["red", "2px"]);
    expect(call(style, "removeProperty", "background-color")).toBe("red");
    set(style, "opacity", "");
    expect(div.style.cssText).toBe("margin-top: 2px !important;");
    set(at("div"), "style", "color: blue; position: fixed");
    expect(div.style.cssText).toBe("color: blue;");
  });

  it.each([
    ["cssText", "background: url(https://evil.example/x); position: fixed; behavior: url(x)"],
    ["backgroundImage", "url(https://evil.example/x)"],
    ["background", "image-set('https://evil.example/x' 1x)"],
    ["position", "fixed"],
    ["behavior", "url(x)"],
    ["--x", "url(https://evil.example/x)"],
    ["color", "red; position: fixed"],
    ["width", "\\75rl(x)"],
  ])("refuses %s: %s", (name, value) => {
    const { at, get, set, call, root, reports } = createTestPage({ html: form });
    const style = get(at("div"), "style");
    set(style, name, value);
    call(style, "setProperty", name, value);
    expect((root.querySelector("div") as HTMLElement).style.cssText).toBe("");
    expect(reports.join()).toContain("policy/style");
  });
});

describe("what costs", () => {
  it("charges for text before it is made", () => {
    const { at, get, realm } = createTestPage({ html: `<p>${"x".repeat(100_000)}</p>`, limits: { stringLength: 50_000 } });
    expect(() => get(at("p"), "textContent")).toThrow(LimitError);
    expect(() => get(at("p"), "outerHTML")).toThrow(LimitError);
    realm.fuel = 10;
    expect(() => get(at("p"), "innerHTML")).toThrow(LimitError);
  });

  it("ends a card that makes elements without end", () => {
    const { document: doc, call, get } = createTestPage({ limits: { fuel: 20_000 } });
    const body = get(doc, "body");
    expect(() => {
      for (;;) call(body, "appendChild", call(doc, "createElement", "p"));
    }).toThrow(LimitError);
  });
});

describe("what cards use pages for", () => {
  it("reads references in markup by a draft, where no tag is one", () => {
    const { document: doc, call, get, set } = createTestPage();
    const draft = call(doc, "createElement", "textarea");
    set(draft, "innerHTML", "&eacute;&amp;<b>&lt;</b><script>x()</script>");
    expect(get(draft, "value")).toBe("é&<b><</b><script>x()</script>");
  });

  it("plays, with a promise that a card may wait for", () => {
    const { call, get, at } = createTestPage({ html: "<audio></audio>" });
    expect(get(call(at("audio"), "play"), "catch")).toBeDefined();
    expect(call(at("audio"), "pause")).toBeUndefined();
  });
});
