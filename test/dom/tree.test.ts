// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createTestPage, thrownBy } from "../support/page.ts";

const rendered = `<div id="kv-a"><p>one</p><p>two</p></div><div id="kv-box"></div>`;

describe("nodes that the template makes", () => {
  it("builds, moves and takes away", () => {
    const { document: doc, call, get, set, at, root } = createTestPage({ html: rendered });
    const list = call(doc, "createElement", "ul");
    for (const text of ["a", "b"]) {
      const item = call(doc, "createElement", "li");
      set(item, "textContent", text);
      call(list, "appendChild", item);
    }
    call(at("#kv-box"), "appendChild", list);
    call(list, "insertBefore", get(list, "lastChild"), get(list, "firstChild"));
    expect(root.querySelector("#kv-box")?.innerHTML).toBe("<ul><li>b</li><li>a</li></ul>");
    const fragment = call(doc, "createDocumentFragment");
    call(fragment, "append", "x", call(doc, "createElement", "b"));
    call(list, "replaceChild", fragment, get(list, "firstChild"));
    call(list, "removeChild", get(list, "lastElementChild"));
    expect(root.querySelector("ul")?.innerHTML).toBe("x<b></b>");
    call(list, "insertAdjacentText", "afterend", "after");
    call(list, "insertAdjacentHTML", "beforebegin", "<i onclick='x()'>before</i>");
    expect(root.querySelector("#kv-box")?.innerHTML).toBe("<i>before</i><ul>x<b></b></ul>after");
    call(list, "remove");
    call(at("#kv-box"), "replaceChildren");
    expect(root.innerHTML).toBe(rendered);
  });

  it("appends to the card's root for `document.body` and `document.head`", () => {
    const { document: doc, call, get, root, page } = createTestPage({ html: rendered });
    call(get(doc, "body"), "appendChild", call(doc, "createElement", "span"));
    expect(root.lastElementChild?.localName).toBe("span");
    page.dispose();
    expect(root.innerHTML).toBe(rendered);
  });

  it.each(["script", "SCRIPT", "link", "object", "embed", "base", "meta", "template", "x-host", "frame", "dialog", "noscript", "math"])(
    "refuses to make <%s>, with an error that the card may catch",
    (tag) => {
      const { document: doc, call } = createTestPage();
      expect(thrownBy(() => call(doc, "createElement", tag))).toContain("is not an element that cards may make");
      expect(thrownBy(() => call(doc, "createElementNS", "http://www.w3.org/1999/xhtml", tag))).toContain("cards may make");
      expect(thrownBy(() => call(doc, "createElementNS", "http://www.w3.org/2000/svg", tag))).toContain("cards may make");
    },
  );

  it("refuses HTML, scripts and styles as SVG", () => {
    const { document: doc, call } = createTestPage();
    for (const tag of ["style", "foreignObject", "animate", "set", "iframe", "feImage"])
      expect(
        thrownBy(() => call(doc, "createElementNS", "http://www.w3.org/2000/svg", tag)),
        tag,
      ).toContain("cards may make");
    const use = call(doc, "createElementNS", "http://www.w3.org/2000/svg", "use");
    call(use, "setAttribute", "href", "https://evil.example/x.svg#a");
    call(use, "setAttributeNS", "http://www.w3.org/1999/xlink", "xlink:href", "data:image/svg+xml,x#a");
    expect([call(use, "getAttribute", "href"), call(use, "getAttribute", "xlink:href")]).toEqual([null, null]);
  });
});

describe("nodes that the card rendered", () => {
  it("stay where the renderer put them", () => {
    const { document: doc, call, set, get, at, root } = createTestPage({ html: rendered });
    const [first, box] = [at("p"), at("#kv-box")];
    const made = call(doc, "createElement", "b");
    for (const run of [
      () => call(box, "appendChild", first),
      () => call(box, "append", first),
      () => call(box, "insertBefore", first, null),
      () => call(at("#kv-a"), "replaceChild", made, first),
      () => call(first, "replaceWith", made),
      () => call(get(doc, "body"), "replaceChildren"),
      () => set(get(doc, "body"), "innerHTML", ""),
      () => set(get(doc, "body"), "textContent", ""),
      () => call(get(doc, "body"), "remove"),
      () => call(box, "insertAdjacentElement", "beforeend", first),
    ])
      expect(thrownBy(run)).toMatch(/rendered/);
    expect(root.innerHTML).toBe(rendered);
  });

  it("go, or show another text, where scripts want it so", () => {
    const { call, set, get, at, root } = createTestPage({ html: rendered });
    const text = root.querySelector("p")?.firstChild;
    set(at("p"), "textContent", "Copied!");
    expect(root.querySelector("p")?.innerHTML).toBe("Copied!");
    expect(root.querySelector("p")?.firstChild).toBe(text);
    set(at("p"), "innerHTML", "<b>x</b>y");
    set(get(at("p"), "firstChild"), "data", "z");
    expect(root.querySelector("p")?.innerHTML).toBe("z<b>x</b>y");
    set(at("p"), "innerHTML", "one");
    expect(root.querySelector("p")?.innerHTML).toBe("one");
    call(at("p"), "remove");
    expect(root.querySelector("#kv-a")?.innerHTML).toBe("<p>two</p>");
    set(at("#kv-a"), "innerHTML", "<i onclick='x()'>new</i>");
    expect(root.querySelector("#kv-a")?.innerHTML).toBe("<i>new</i>");
  });

  it("show lines as lines", () => {
    const { set, get, at, root } = createTestPage({ html: rendered });
    set(at("#kv-box"), "innerText", "a\n<b>\r\n");
    expect(root.querySelector("#kv-box")?.innerHTML).toBe("a<br>&lt;b&gt;<br>");
    expect(get(at("#kv-box"), "textContent")).toBe("a<b>");
    expect(get(at("p"), "innerText")).toBe("one");
  });

  it("take content where they have none, or only the template's", () => {
    const { set, at, root } = createTestPage({ html: rendered });
    set(at("#kv-box"), "innerHTML", "<b>1</b>");
    set(at("#kv-box"), "textContent", "2");
    expect(root.querySelector("#kv-box")?.innerHTML).toBe("2");
  });

  it("are copied without what the policy refuses", () => {
    const html = `<div id="kv-x"><p onclick="host()" title="t">a</p><script>host()</script><x-host></x-host><a href="#kv-y">b</a></div>`;
    const { call, at, get, root } = createTestPage({ html });
    const copy = call(at("#kv-x"), "cloneNode", true);
    expect(get(copy, "outerHTML")).toBe('<div id="x"><p title="t">a</p><a href="#y">b</a></div>');
    call(get(call(at("#kv-x"), "querySelector", "p"), "parentNode"), "append", copy);
    expect(root.querySelectorAll("script").length).toBe(1);
    expect(root.querySelectorAll("[onclick]").length).toBe(1);
  });

  it("refuse nodes of another card", () => {
    const [one, other] = [createTestPage({ html: rendered }), createTestPage({ html: rendered })];
    const foreign = other.call(other.document, "createElement", "b");
    const box = one.at("#kv-box");
    expect(thrownBy(() => one.call(box, "appendChild", foreign))).toContain("of this card");
    expect(thrownBy(() => one.call(foreign, "remove"))).toContain("of this card");
    expect(thrownBy(() => one.call(box, "appendChild", null))).toContain("of this card");
    expect(one.call(box, "contains", foreign)).toBe(false);
    expect(thrownBy(() => one.call(one.realm.window, "getComputedStyle", foreign))).toContain("of this card");
  });

  it("nest no deeper than markup may, from whichever end they are built", () => {
    const { document: doc, call, realm } = createTestPage({ limits: { outputDepth: 50 } });
    const build = (put: (outer: unknown, inner: unknown) => unknown) => () => {
      realm.fuel = 1e6;
      let node = call(doc, "createElement", "div");
      for (let i = 0; i < 60; i++) node = put(node, call(doc, "createElement", "div"));
    };
    expect(build((outer, inner) => call(outer, "appendChild", inner))).toThrow("nest too deep");
    expect(
      build((inner, outer) => {
        call(outer, "appendChild", inner);
        return outer;
      }),
    ).toThrow("nest too deep");
  });

  it("refuse to be put into themselves", () => {
    const { document: doc, call } = createTestPage();
    const outer = call(doc, "createElement", "div");
    const inner = call(doc, "createElement", "div");
    call(outer, "appendChild", inner);
    expect(thrownBy(() => call(inner, "appendChild", outer))).toContain("itself");
  });
});

describe("markup", () => {
  it.each([
    ["<script>alert(1)</script>", ""],
    ["<img src=x onerror=alert(1)>", '<img src="x">'],
    ["<a href='javascript:alert(1)'>x</a>", "<a>x</a>"],
    [
      "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
      '<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe>',
    ],
    ["<style>body{display:none}</style>x", "x"],
    ["<svg><script>alert(1)</script><path d='M0 0'/></svg>", '<svg><path d="M0 0"></path></svg>'],
    ["<b style='position:fixed;color:red'>x</b>", '<b style="color: red;">x</b>'],
    ["<p id=a data-kv-root=r>x</p>", '<p id="kv-a">x</p>'],
    ["<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", ""],
    ["<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", ""],
    ["<form id=f><button formaction=javascript:alert(1)>x</button></form>", '<form id="kv-f"><button>x</button></form>'],
  ])("rebuilds %s", (html, kept) => {
    const { document: doc, call, set, root, get } = createTestPage();
    const box = call(doc, "createElement", "div");
    call(get(doc, "body"), "append", box);
    set(box, "innerHTML", html);
    expect(root.firstElementChild?.innerHTML).toBe(kept);
    set(box, "innerHTML", "");
    call(box, "insertAdjacentHTML", "beforeend", html);
    expect(root.firstElementChild?.innerHTML).toBe(kept);
  });

  it("has no other way from text to markup", () => {
    const { document: doc, at, call, set, root } = createTestPage({ html: rendered });
    set(at("#kv-box"), "outerHTML", "<script>1</script>");
    expect(thrownBy(() => call(doc, "write", "<script>1</script>"))).toContain("document.write");
    set(at("#kv-box"), "innerText", "<script>1</script>");
    expect(root.querySelector("script")).toBeNull();
  });
});

describe("style elements", () => {
  const css = "body{color:red;position:fixed} .a{background:url(https://evil.example)} @import 'x'; #b{color:blue}";
  const scoped = '[data-kv-root="kv-test"]{color:red}[data-kv-root="kv-test"] #kv-b{color:blue}';

  it.each(["textContent", "innerHTML", "innerText"])("are judged and scoped by %s", (key) => {
    const { document: doc, call, set, get, root } = createTestPage();
    const style = call(doc, "createElement", "style");
    set(style, key, css);
    call(get(doc, "head"), "appendChild", style);
    expect(root.querySelector("style")?.textContent).toBe(scoped);
    expect(root.getAttribute("data-kv-root")).toBe("kv-test");
    expect(get(style, "textContent")).toBe(css);
  });

  it("are judged and scoped by nodes that are put in, whatever the way", () => {
    const { document: doc, call, set, get, root, page } = createTestPage();
    const style = call(doc, "createElement", "style");
    call(get(doc, "head"), "appendChild", style);
    const text = () => call(doc, "createTextNode", "#b{color:blue} @import 'x';");
    call(style, "appendChild", text());
    call(style, "append", "p{position:fixed}");
    call(style, "insertBefore", text(), null);
    call(style, "insertAdjacentText", "beforeend", "@import 'y';");
    call(style, "insertAdjacentHTML", "beforeend", "@import 'z';");
    expect(root.querySelector("style")?.textContent).toBe(`${scoped.slice(scoped.indexOf("}") + 1)}`.repeat(2));
    const inner = get(style, "firstChild");
    expect(thrownBy(() => set(inner, "data", "@import 'x'"))).toContain("write to the style element");
    call(inner, "after", "@import 'x'");
    call(inner, "replaceWith", "@import 'x'");
    expect(root.querySelector("style")?.textContent).not.toContain("import");
    const later = text();
    call(style, "replaceChildren", later);
    set(later, "data", "@import 'x'");
    expect(root.querySelector("style")?.textContent).not.toContain("import");
    page.dispose();
    expect(root.outerHTML).toBe('<section class="host-class" data-secret="s3cret"></section>');
  });

  it("keep to the root element that the renderer gave the card", () => {
    const { document: doc, call, get, set, root } = createTestPage({ html: `<div data-kv-root="kv-test"></div>` });
    const style = call(doc, "createElement", "style");
    set(style, "textContent", css);
    call(get(doc, "head"), "appendChild", style);
    expect(root.hasAttribute("data-kv-root")).toBe(false);
    expect(root.firstElementChild?.firstElementChild?.localName).toBe("style");
  });
});

describe("a card that has gone", () => {
  it("leaves facades that touch nothing", () => {
    const { page, document: doc, call, get, set, at, root, realm, fn } = createTestPage({ html: rendered });
    const [box, made] = [at("#kv-box"), call(doc, "createElement", "b")];
    page.dispose();
    const before = root.outerHTML;
    call(box, "appendChild", made);
    call(box, "focus");
    call(box, "setAttribute", "title", "x");
    call(
      box,
      "addEventListener",
      "click",
      fn(() => 1),
    );
    set(box, "className", "x");
    set(
      box,
      "onclick",
      fn(() => 1),
    );
    set(get(box, "style"), "color", "red");
    expect(root.outerHTML).toBe(before);
    expect([get(box, "tagName"), get(box, "isConnected"), call(doc, "querySelector", "p")]).toEqual(["DIV", false, null]);
    expect(page.toElement(root.querySelector("p"))).toBeNull();
    expect([realm.fuel > 0, page.listeners.size]).toEqual([true, 0]);
  });
});
