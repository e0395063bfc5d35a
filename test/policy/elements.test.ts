import { describe, expect, it } from "vitest";
import { dropsContent, elements, judgeElement } from "../../src/policy/elements.ts";

const html = `a abbr address article aside audio b blockquote br button caption center code col colgroup datalist dd del details
div dl dt em fieldset figcaption figure font footer form h1 h6 header hr i iframe img input ins label legend li main map mark meter nav
ol optgroup option output p picture pre progress q s section select small source span strike strong style sub summary sup table
tbody td textarea tfoot th thead time tr track tt u ul var video wbr`.split(/\s+/);

const svg = `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath image linearGradient
radialGradient stop clipPath mask pattern marker title desc filter feGaussianBlur feMerge feDropShadow`.split(/\s+/);

const refused = `script object embed applet base link meta html head body title frame frameset noscript noembed noframes plaintext xmp
template slot portal selectedcontent dialog math mi mglyph annotation-xml foreignObject foreignobject animate set animateMotion
animateTransform feImage x-host-widget font-face marquee blink bgsound isindex keygen listing param image2 SCRIPT ScRiPt IMAGE3`.split(
  /\s+/,
);

describe("elements", () => {
  it.each(html)("<%s> may be written", (name) => {
    expect(judgeElement(name)).toBe(name);
    expect(judgeElement(name.toUpperCase())).toBe(name);
    if (name !== "a") expect(judgeElement(name, true)).toBeUndefined();
  });

  it.each(svg)("<%s> may be written inside <svg>", (name) => {
    expect(judgeElement(name, true)).toBe(name);
    expect(judgeElement(name.toLowerCase(), true)).toBe(name);
    expect(judgeElement(name.toUpperCase(), true)).toBe(name);
    expect(elements.get(name)?.svg).toBe(true);
  });

  it.each(refused)("<%s> is refused", (name) => {
    expect(judgeElement(name)).toBeUndefined();
  });

  it.each([
    "script",
    "style",
    "foreignObject",
    "animate",
    "set",
    "feImage",
    "textarea",
    "iframe",
    "p",
    "div",
    "select",
    "video",
    "handler",
    "metadata",
    "font-face",
  ])("<%s> is refused inside <svg>", (name) => {
    expect(judgeElement(name, true)).toBeUndefined();
  });

  it.each([
    "constructor",
    "__proto__",
    "toString",
    "",
    " div",
    "div ",
    "di\0v",
    "a/onclick=1",
    "a b",
    "ſcript",
    "sVg\n",
    "svg:a",
    "ns:script",
  ])("%j is no element", (name) => {
    expect(judgeElement(name)).toBeUndefined();
    expect(judgeElement(name, true)).toBeUndefined();
  });

  it("has canonical names only", () => {
    for (const [name, rule] of elements) expect(name).toMatch(rule.svg ? /^[a-z][A-Za-z]*$/ : /^[a-z][a-z0-9]*$/);
  });

  it("marks elements without content and elements of text", () => {
    for (const name of ["br", "col", "hr", "img", "input", "source", "track", "wbr", "area"]) expect(elements.get(name)?.void).toBe(true);
    expect(elements.get("div")).toEqual({});
    expect(elements.get("style")?.text).toBe("style");
    expect(["textarea", "title", "desc"].map((name) => elements.get(name)?.text)).toEqual(["plain", "plain", "plain"]);
    expect(elements.get("iframe")?.text).toBe("none");
  });

  it.each([
    ["script", true],
    ["STYLE", true],
    ["foreignObject", true],
    ["math", true],
    ["noscript", true],
    ["template", true],
    ["title", true],
    ["x-card", false],
    ["dialog", false],
    ["marquee", false],
  ])("a refused <%s> takes its content with it: %s", (name, expected) => {
    expect(dropsContent(name)).toBe(expected);
  });
});
