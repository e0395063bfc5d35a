import { describe, expect, it } from "vitest";
import { judgeAttribute } from "../../src/policy/attributes.ts";
import { judgeValue } from "../../src/policy/judge-value.ts";
import { isRefusal } from "../../src/policy/refusal.ts";

const env = { idPrefix: "kv" };

function judge(tag: string, name: string, value: unknown): unknown {
  const rule = judgeAttribute(tag, name);
  if (rule === undefined) throw new Error(`no rule for ${name} on ${tag}`);
  const judged = judgeValue(rule, value, env);
  return isRefusal(judged) ? "REFUSED" : judged;
}

const cases: ReadonlyArray<readonly [tag: string, name: string, value: unknown, expected: unknown]> = [
  // Text (React: strings and numbers; booleans are not written).
  ["p", "title", "a\"b<c>&'", "a\"b<c>&'"],
  ["p", "title", "", ""],
  ["p", "title", 5, "5"],
  ["p", "title", -0, "0"],
  ["p", "title", Number.NaN, "NaN"],
  ["p", "title", true, null],
  ["p", "title", false, null],
  ["p", "title", null, null],
  ["p", "title", undefined, null],
  ["p", "title", () => 1, null],
  ["p", "title", "\0\ud800", "\uFFFD\uFFFD"],
  ["p", "className", "host-admin modal", "host-admin modal"],
  ["p", "className", ["a", "b"], "REFUSED"],
  ["p", "title", {}, "REFUSED"],
  ["p", "title", { toString: () => "x" }, "REFUSED"],
  ["p", "title", new String("x"), "REFUSED"],
  ["p", "title", Symbol("x"), "REFUSED"],
  // The host's theme is not the device's to choose; without the attribute a `<source>` would be taken always.
  ["source", "media", "(min-width: 600px)", "(min-width: 600px)"],
  ["source", "media", "print and (PREFERS-color-scheme: dark)", "not all"],
  // Booleans.
  ["input", "disabled", true, true],
  ["input", "disabled", false, null],
  ["input", "disabled", "", null],
  ["input", "disabled", "disabled", true],
  ["input", "disabled", "false", true],
  ["input", "disabled", 0, null],
  ["input", "disabled", Number.NaN, null],
  ["input", "disabled", 1, true],
  ["input", "disabled", [], "REFUSED"],
  ["input", "checked", null, null],
  ["p", "hidden", {}, "REFUSED"],
  ["a", "download", true, true],
  ["a", "download", false, null],
  ["a", "download", "x.pdf", "x.pdf"],
  ["a", "download", "", ""],
  // Text in which booleans are words.
  ["p", "draggable", true, "true"],
  ["p", "draggable", false, "false"],
  ["p", "contentEditable", "plaintext-only", "plaintext-only"],
  ["p", "aria-hidden", true, "true"],
  ["p", "aria-label", false, "false"],
  ["p", "data-x", false, "false"],
  ["p", "data-x", 1, "1"],
  ["p", "data-x", null, null],
  ["input", "value", true, "true"],
  ["select", "value", 3, "3"],
  ["textarea", "defaultValue", "a\nb", "a\nb"],
  // Numbers.
  ["td", "rowSpan", 0, "0"],
  ["td", "rowSpan", "2", "2"],
  ["td", "rowSpan", "x", null],
  ["td", "rowSpan", Number.NaN, null],
  ["td", "rowSpan", true, null],
  ["textarea", "rows", 3, "3"],
  ["textarea", "rows", 0, null],
  ["textarea", "rows", "-1", null],
  // Keywords.
  ["form", "method", "POST", "POST"],
  ["form", "method", "dialog", "REFUSED"],
  ["img", "loading", "lazy", "lazy"],
  ["img", "crossOrigin", "use-credentials", "REFUSED"],
  ["a", "referrerPolicy", "unsafe-url", "REFUSED"],
  ["svg", "xmlns", "http://www.w3.org/2000/svg", "http://www.w3.org/2000/svg"],
  ["svg", "xmlns", "http://www.w3.org/1999/xhtml", "REFUSED"],
  // Ids, names, references.
  ["p", "id", "total", "kv-total"],
  ["p", "id", "location", "kv-location"],
  ["p", "id", 7, "kv-7"],
  ["p", "id", "", null],
  ["input", "name", "parentNode", "kv-parentNode"],
  ["label", "htmlFor", "host-password-field", "kv-host-password-field"],
  ["p", "aria-labelledby", " a  b\n", "kv-a kv-b"],
  ["p", "aria-labelledby", " ", null],
  ["img", "useMap", "#m", "#kv-m"],
  ["use", "href", "#icon", "#kv-icon"],
  ["use", "href", "data:image/svg+xml,<svg id='x'/>#x", "REFUSED"],
  ["use", "xlinkHref", "sprite.svg#x", "REFUSED"],
  ["use", "href", "//evil.example/#x", "REFUSED"],
  ["linearGradient", "href", "https://evil.example/#x", "REFUSED"],
  // Targets, relations.
  ["a", "target", "_blank", "_blank"],
  ["a", "target", "_BLANK", "_blank"],
  ["a", "target", "_top", "REFUSED"],
  ["a", "target", "_parent", "REFUSED"],
  ["a", "target", "host", "REFUSED"],
  ["a", "rel", "nofollow opener", "nofollow"],
  ["a", "rel", "opener", null],
  // Addresses.
  ["a", "href", "javascript:alert(1)", "REFUSED"],
  ["a", "href", ["javascript:alert(1)"], "REFUSED"],
  ["a", "href", "", ""],
  ["a", "href", true, null],
  ["img", "src", "", null],
  ["img", "src", "https://ok.example/a.png", "https://ok.example/a.png"],
  ["iframe", "src", "http://ok.example", "REFUSED"],
  ["form", "action", "mailto:a@b.c", "REFUSED"],
  ["form", "action", "/v1/search", "/v1/search"],
  ["q", "cite", "javascript:1", "REFUSED"],
  ["blockquote", "cite", "data:text/html,x", "REFUSED"],
  ["img", "srcSet", "javascript:1 1x, https://ok.example/a.png 2x", "https://ok.example/a.png 2x"],
  ["img", "srcSet", "javascript:1", "REFUSED"],
  ["img", "srcSet", "", null],
  // Styles as text.
  ["p", "style", "color: red; background: url(//evil.example)", "color:red"],
  ["p", "style", "position:fixed", "REFUSED"],
  ["p", "style", "", null],
  ["p", "style", {}, "REFUSED"],
  ["p", "style", ["color:red"], "REFUSED"],
  // SVG presentation attributes are CSS.
  ["path", "stroke-width", 2, "2"],
  ["path", "fill", "none", "none"],
  ["path", "fill", "url(#grad)", "url(#kv-grad)"],
  ["path", "fill", "url('#grad') rgb(1, 2, 3)", "url(#kv-grad) rgb(1, 2, 3)"],
  ["path", "fill", "url(//evil.example/#x)", "REFUSED"],
  ["path", "fill", "u\\72l(//evil.example)", "REFUSED"],
  ["path", "filter", "url(#a) url(https://evil.example/#b)", "REFUSED"],
  ["path", "cursor", "url(https://evil.example/c.png), auto", "REFUSED"],
  ["path", "mask", "image-set('https://evil.example/x' 1x)", "REFUSED"],
];

describe("values", () => {
  it.each(cases)("<%s %s={%j}> is %j", (tag, name, value, expected) => {
    expect(judge(tag, name, value)).toEqual(expected);
  });

  it("never reads a property of an object", () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error("read");
        },
      },
    );
    expect(judge("p", "title", trap)).toBe("REFUSED");
    expect(judge("input", "disabled", trap)).toBe("REFUSED");
  });
});
