import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeNames, isReservedProp, judgeAttribute, judgeEvent } from "../../src/policy/attributes.ts";
import { elements } from "../../src/policy/elements.ts";

const allowed: ReadonlyArray<readonly [tag: string, written: string, name: string, type: string]> = [
  ["p", "className", "class", "class"],
  ["p", "class", "class", "class"],
  ["P".toLowerCase(), "CLASS", "class", "class"],
  ["label", "htmlFor", "for", "id-refs"],
  ["label", "for", "for", "id-refs"],
  ["p", "tabIndex", "tabindex", "tab-index"],
  ["td", "colSpan", "colspan", "text"],
  ["td", "rowSpan", "rowspan", "number"],
  ["td", "valign", "valign", "text"],
  ["td", "noWrap", "nowrap", "overloaded-boolean"],
  ["table", "cellpadding", "cellpadding", "text"],
  ["table", "cellSpacing", "cellspacing", "text"],
  ["table", "bgcolor", "bgcolor", "text"],
  ["table", "border", "border", "text"],
  ["div", "align", "align", "text"],
  ["div", "width", "width", "text"],
  ["font", "size", "size", "positive-number"],
  ["input", "readOnly", "readonly", "boolean"],
  ["input", "autoComplete", "autocomplete", "text"],
  ["input", "defaultValue", "value", "enumerated-boolean"],
  ["input", "defaultChecked", "checked", "boolean"],
  ["select", "defaultValue", "value", "control-value"],
  ["textarea", "value", "value", "control-value"],
  ["option", "value", "value", "enumerated-boolean"],
  ["input", "name", "name", "name"],
  ["input", "list", "list", "id-refs"],
  ["textarea", "cols", "cols", "positive-number"],
  ["ol", "start", "start", "number"],
  ["img", "src", "src", "image-url"],
  ["img", "srcSet", "srcset", "srcset"],
  ["img", "crossOrigin", "crossorigin", "keyword"],
  ["img", "useMap", "usemap", "fragment"],
  ["video", "src", "src", "media-url"],
  ["video", "poster", "poster", "image-url"],
  ["track", "src", "src", "media-url"],
  ["iframe", "src", "src", "frame-url"],
  ["a", "href", "href", "url"],
  ["a", "xlinkHref", "xlink:href", "url"],
  ["a", "fill", "fill", "css-value"],
  ["a", "strokeWidth", "stroke-width", "css-value"],
  ["nothing", "title", "title", "text"],
  ["a", "download", "download", "overloaded-boolean"],
  ["a", "target", "target", "target"],
  ["form", "action", "action", "form-url"],
  ["form", "method", "method", "keyword"],
  ["q", "cite", "cite", "url"],
  ["p", "contentEditable", "contenteditable", "enumerated-boolean"],
  ["p", "aria-hidden", "aria-hidden", "enumerated-boolean"],
  ["p", "ARIA-LabelledBy", "aria-labelledby", "id-refs"],
  ["p", "data-fooBar", "data-foobar", "data"],
  ["p", "style", "style", "style"],
  ["p", "id", "id", "id"],
  ["svg", "viewBox", "viewBox", "text"],
  ["svg", "viewbox", "viewBox", "text"],
  ["svg", "preserveAspectRatio", "preserveAspectRatio", "text"],
  ["svg", "xmlns", "xmlns", "keyword"],
  ["svg", "xmlnsXlink", "xmlns:xlink", "keyword"],
  ["svg", "xmlns:xlink", "xmlns:xlink", "keyword"],
  ["svg", "xml:space", "xml:space", "text"],
  ["path", "strokeWidth", "stroke-width", "css-value"],
  ["path", "stroke-width", "stroke-width", "css-value"],
  ["path", "fillRule", "fill-rule", "css-value"],
  ["path", "clip-path", "clip-path", "css-value"],
  ["path", "d", "d", "text"],
  ["linearGradient", "gradientUnits", "gradientUnits", "text"],
  ["linearGradient", "href", "href", "fragment"],
  ["use", "href", "href", "fragment"],
  ["use", "xlink:href", "xlink:href", "fragment"],
  ["image", "href", "href", "image-url"],
  ["feGaussianBlur", "stdDeviation", "stdDeviation", "text"],
];

const refused = `
  onclick onClick ONCLICK oNmOuSeOvEr onerror onfocusin on onbegin onanimationend is IS srcdoc srcDoc ping nonce integrity popover
  popovertarget popoverTarget popovertargetaction command commandfor commandFor formaction formAction formmethod formMethod formtarget
  form autofocus autoFocus accesskey accessKey attributionsrc elementtiming fetchpriority xml:base xmlBase http-equiv httpEquiv content
  manifest background longdesc codebase archive classid data object imagesrcset imageSrcSet imagesizes innerHTML outerHTML innerText
  textContent nodeValue insertAdjacentHTML slot part exportparts itemprop itemid itemref contextmenu dropzone blocking charset
  dangerouslySetInnerHTML key ref children suppressHydrationWarning defaultMuted __proto__ constructor toString hasOwnProperty
  v-on:click @click x-on:click :href [href] #ref *ngIf hx-get data-kv-root data-kvroot data- data-a=b data-a>b data-é data-a/b aria-foo aria-
  xlink:actuate xlink:show xlink:href2 xmlns:foo xmlns style= class\u0000 \u0000class ſtyle shadowrootmode
`
  .trim()
  .split(/\s+/);

describe("attributes", () => {
  it.each(allowed)("<%s %s> is written `%s` as %s", (tag, written, name, type) => {
    expect(judgeAttribute(tag, written)).toMatchObject({ name, type });
  });

  it.each(refused)("%j is refused on every element", (name) => {
    for (const tag of elements.keys()) {
      const rule = judgeAttribute(tag, name);
      // `xmlns` belongs to `<svg>`, with one value only.
      if (name === "xmlns" && tag === "svg") expect(rule?.type).toBe("keyword");
      else expect(rule, `${name} on ${tag}`).toBeUndefined();
    }
  });

  it.each(["sandbox", "allow", "csp", "name", "srcdoc", "allowfullscreen", "credentialless", "referrerpolicy"])(
    "a template can't set %s on a frame",
    (name) => {
      expect(judgeAttribute("iframe", name)).toBeUndefined();
    },
  );

  it("lets nothing through that begins with `on`, and no name that is not one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...elements.keys()), fc.string({ unit: "grapheme", maxLength: 12 }), (tag, rest) => {
        expect(judgeAttribute(tag, `on${rest}`)).toBeUndefined();
        expect(judgeAttribute(tag, `On${rest}`)).toBeUndefined();
        const rule = judgeAttribute(tag, rest);
        if (rule !== undefined) expect(rule.name).toMatch(/^[A-Za-z][\w:.-]*$/);
      }),
      { numRuns: 500 },
    );
  });

  it("is named as an element may have it", () => {
    for (const tag of ["p", "a", "img", "svg", "path", "nothing"])
      for (const name of attributeNames(tag).filter((one) => one !== "xmlns"))
        expect(tag === "nothing" || judgeAttribute(tag, name) !== undefined, `${name} of ${tag}`).toBe(true);
    const has = (tag: string, ...names: readonly string[]) => names.map((name) => attributeNames(tag).includes(name));
    expect(has("p", "title", "className", "htmlFor", "class", "viewBox", "d")).toEqual([true, true, true, true, false, false]);
    expect(has("path", "title", "d", "viewBox", "xmlns")).toEqual([true, true, true, false]);
    expect(has("svg", "xmlns:xlink", "viewBox")).toEqual([true, true]);
    expect(has("nothing", "title", "d")).toEqual([true, false]);
    expect(new Set(attributeNames("svg")).size).toBe(attributeNames("svg").length);
  });

  it("never loads from an SVG element other than `image`", () => {
    for (const [tag, rule] of elements) {
      if (rule.svg !== true || tag === "image") continue;
      expect(judgeAttribute(tag, "href")?.type).toBe("fragment");
      expect(judgeAttribute(tag, "xlink:href")?.type).toBe("fragment");
    }
  });
});

describe("events", () => {
  it.each([
    ["onClick", "click", false],
    ["onClickCapture", "click", true],
    ["onChange", "change", false],
    ["onDoubleClick", "dblclick", false],
    ["onGotPointerCapture", "gotpointercapture", false],
    ["onGotPointerCaptureCapture", "gotpointercapture", true],
    ["onKeyDown", "keydown", false],
    ["onAnimationEnd", "animationend", false],
    ["onCompositionStart", "compositionstart", false],
    ["onMouseEnter", "mouseenter", false],
  ])("%s is %s", (name, event, capture) => {
    expect(judgeEvent(name)).toEqual({ event, capture });
  });

  it.each(["onclick", "ONCLICK", "onFoo", "click", "onClick ", "on", "onClickCaptureCapture", "__proto__", "onSVGLoad"])(
    "%j is none",
    (name) => {
      expect(judgeEvent(name)).toBeUndefined();
    },
  );

  it("leaves React's own props to the renderer", () => {
    for (const name of ["children", "key", "ref", "dangerouslySetInnerHTML", "suppressHydrationWarning"])
      expect(isReservedProp(name)).toBe(true);
    for (const name of ["class", "constructor", "innerHTML", "__proto__"]) expect(isReservedProp(name)).toBe(false);
  });
});
