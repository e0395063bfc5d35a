/** What the renderer must know of an element that cards may use. */
export interface ElementRule {
  /** Has no content and no end tag in HTML. */
  readonly void?: true;
  /** Belongs to SVG: inside `<svg>` only elements with this mark, and `a`, may be written. */
  readonly svg?: true;
  /**
   * What may stand inside, where it is not elements:
   * - `"style"`: text only, judged by `judgeStyleSheet`;
   * - `"plain"`: text only; element children are left out. HTML parsers read this element's content as raw text, or
   *   (SVG `title`, `desc`) leave SVG inside it, so a child's attribute could close it and start markup;
   * - `"none"`: nothing. Parsers read an iframe's content as raw text in which even escaped text is not decoded.
   */
  readonly text?: "style" | "plain" | "none";
}

const plainHtml = `
  a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code
  col colgroup data datalist dd del details dfn dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3
  h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main map mark menu meter nav nobr ol optgroup
  option output p picture pre progress q rp rt ruby s samp search section select small source span strike strong style
  sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
`;

const plainSvg = `
  svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop clipPath mask pattern marker title desc filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`;

const voids = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

const texts = new Map<string, "style" | "plain" | "none">([
  ["style", "style"],
  ["textarea", "plain"],
  ["title", "plain"],
  ["desc", "plain"],
  ["iframe", "none"],
]);

const toNames = (list: string): readonly string[] => list.trim().split(/\s+/);

function toRule(name: string, svg: boolean): ElementRule {
  const text = texts.get(name);
  return {
    ...(voids.has(name) ? { void: true } : {}),
    ...(svg ? { svg: true } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

/**
 * Every element that cards may write, by canonical name: HTML lower case, SVG as SVG spells it.
 *
 * What is absent is refused: elements that run or load code (script, object, embed, link, base, meta), that stand for
 * the document (html, head, body, HTML title), whose content parsers treat as raw text (noscript, xmp, plaintext, …),
 * that are cloned or moved after judging (template, slot, selectedcontent, portal), that reach the top layer (dialog),
 * MathML and `foreignObject` (they change how a parser reads what follows), SMIL (it rewrites judged attributes),
 * `feImage` (loads), custom elements (they run the host's code).
 */
export const elements: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ...toNames(plainHtml).map((name) => [name, toRule(name, false)] as const),
  ...toNames(plainSvg).map((name) => [name, toRule(name, true)] as const),
]);

const toIndex = (names: readonly string[]): ReadonlyMap<string, string> => new Map(names.map((name) => [name.toLowerCase(), name]));

// `title` is SVG only: HTML's would name the host's document.
const outside = toIndex([...elements.keys()].filter((name) => name !== "title"));
const inside = toIndex([...toNames(plainSvg), "a"]);

/**
 * Gives the canonical name of an element that may be written, `undefined` for a refused one.
 *
 * @param name As the template wrote it; case is ignored, as HTML parsers do.
 * @param insideSvg Whether an ancestor is `<svg>`. There HTML elements are refused (`p` would end the drawing; `style`
 *   and `textarea` are parsed as markup instead of text). Where it isn't known, leave it out: SVG elements other than
 *   `title` are then allowed too, and harmless outside of a drawing.
 */
export function judgeElement(name: string, insideSvg = false): string | undefined {
  const index = insideSvg ? inside : outside;
  return index.get(name) ?? index.get(name.toLowerCase());
}

// Their content is code, raw text, another language's tree, a fallback for what is refused, or names the document.
const dropped: ReadonlySet<string> = new Set(
  toNames(`
  animate animatemotion animatetransform annotation-xml applet base basefont bgsound embed feimage foreignobject frame
  frameset head iframe link listing math meta metadata noembed noframes noscript object param plaintext portal script
  selectedcontent set slot style svg template textarea title xmp
`),
);

/**
 * Tells whether a refused element takes its content with it. The content of other refused elements (`dialog`, a custom
 * element) stands in its place: it is judged on its own.
 */
export function dropsContent(name: string): boolean {
  return dropped.has(name.toLowerCase());
}
