/** How an attribute's value is read and judged; React's rules for true, false and nothing are in `judge-value`. */
export type AttributeType =
  /** Text; booleans are not written. */
  | "text"
  /** Space-separated classes; as text. */
  | "class"
  /** Present or absent. */
  | "boolean"
  /** Present, absent, or text (`download`). */
  | "overloaded-boolean"
  /** Text in which true and false are written as such (`draggable`, `aria-*`). */
  | "enumerated-boolean"
  /** `data-*`; as `enumerated-boolean`. */
  | "data"
  | "number"
  /** At least 1. */
  | "positive-number"
  /** A place in the order of the focus: what is above 0 would come before all of the host's page, and is 0. */
  | "tab-index"
  /** One of the rule's `values`. */
  | "keyword"
  | "url"
  | "form-url"
  | "image-url"
  | "media-url"
  /** A media query: it may not ask for the device's theme, which is the host's to choose. */
  | "media"
  | "frame-url"
  | "srcset"
  /** A reference into the card itself: `#name`. */
  | "fragment"
  | "target"
  | "rel"
  | "style"
  /** An SVG presentation attribute: parsed as CSS by browsers, so judged as CSS. */
  | "css-value"
  | "id"
  | "id-refs"
  | "name"
  /** `value` of `select` and `textarea`: no attribute in HTML. The renderer selects the option, writes the text. */
  | "control-value";

/** Names by type; blanks separate names. */
export type AttributeTable = Partial<Readonly<Record<Exclude<AttributeType, "keyword">, string>>>;

/**
 * Attributes of every element. Many belong to few elements in the standard and do nothing elsewhere; templates write
 * them where it suits (`<div width>`, `<span align>`), and React writes them, so they are allowed wherever they are
 * harmless. What loads, navigates or refers is narrowed per element below.
 */
export const globalAttributes: AttributeTable = {
  text: `
    abbr accept accept-charset align alt autocapitalize autocomplete autocorrect axis bgcolor border bordercolor
    cellpadding cellspacing char charoff clear color colspan controlslist coords datetime dir enterkeyhint face frame
    frameborder height high hreflang hspace inputmode kind label lang leftmargin low marginheight marginwidth max
    maxlength min minlength optimum pattern placeholder pubdate role rules scope scrolling shape sizes srclang step
    summary title topmargin translate type valign vspace width wrap xml:lang xml:space
  `,
  media: "media",
  class: "class",
  style: "style",
  id: "id",
  name: "name",
  "id-refs": `
    for headers list aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto
    aria-labelledby aria-owns
  `,
  fragment: "usemap",
  boolean: `
    autoplay checked compact controls default disabled disablepictureinpicture disableremoteplayback formnovalidate
    hidden inert ismap loop multiple muted novalidate open playsinline readonly required reversed selected
  `,
  "overloaded-boolean": "capture download noshade nowrap",
  "enumerated-boolean": `
    contenteditable draggable spellcheck value aria-atomic aria-autocomplete aria-braillelabel
    aria-brailleroledescription aria-busy aria-checked aria-colcount aria-colindex aria-colindextext aria-colspan
    aria-current aria-description aria-disabled aria-dropeffect aria-expanded aria-grabbed aria-haspopup aria-hidden
    aria-invalid aria-keyshortcuts aria-label aria-level aria-live aria-modal aria-multiline aria-multiselectable
    aria-orientation aria-placeholder aria-posinset aria-pressed aria-readonly aria-relevant aria-required
    aria-roledescription aria-rowcount aria-rowindex aria-rowindextext aria-rowspan aria-selected aria-setsize
    aria-sort aria-valuemax aria-valuemin aria-valuenow aria-valuetext
  `,
  number: "rowspan start",
  "positive-number": "cols rows size span",
  "tab-index": "tabindex",
  url: "cite href",
  "form-url": "action",
  "image-url": "poster src",
  srcset: "srcset",
  target: "target",
  rel: "rel",
};

/** Attributes of SVG elements, beside the global ones. A reference stays in the card unless its element is listed below. */
export const svgAttributes: AttributeTable = {
  text: `
    amplitude azimuth basefrequency baseprofile bias clippathunits cx cy d diffuseconstant divisor dx dy edgemode
    elevation exponent filterunits fr fx fy gradienttransform gradientunits in in2 intercept k1 k2 k3 k4 kernelmatrix
    kernelunitlength lengthadjust limitingconeangle markerheight markerunits markerwidth maskcontentunits maskunits
    method mode numoctaves offset operator order orient pathlength patterncontentunits patterntransform patternunits
    points pointsatx pointsaty pointsatz preserveaspectratio primitiveunits r radius refx refy requiredextensions
    requiredfeatures result rotate rx ry scale seed side slope spacing specularconstant specularexponent spreadmethod
    startoffset stddeviation stitchtiles surfacescale systemlanguage tablevalues targetx targety textlength transform
    values version viewbox x x1 x2 xchannelselector xlink:title xlink:type y y1 y2 ychannelselector z zoomandpan
  `,
  "enumerated-boolean": "focusable preservealpha",
  "css-value": `
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
    flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant
    font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering kerning letter-spacing
    lighting-color marker marker-end marker-mid marker-start mask mask-type opacity overflow paint-order pointer-events
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin
    unicode-bidi vector-effect visibility word-spacing writing-mode
  `,
  fragment: "href xlink:href",
};

/** What single elements have beside, or otherwise than, the tables above. */
export const elementAttributes: ReadonlyMap<string, AttributeTable> = new Map<string, AttributeTable>([
  ["a", { url: "href xlink:href" }],
  ["image", { "image-url": "href xlink:href" }],
  ["iframe", { "frame-url": "src" }],
  ["video", { "media-url": "src" }],
  ["audio", { "media-url": "src" }],
  ["source", { "media-url": "src" }],
  ["track", { "media-url": "src" }],
  ["select", { "control-value": "value" }],
  ["textarea", { "control-value": "value" }],
]);

/** Attributes that take one of few values; others would have effects outside the card, or none. By element, `*` for all. */
export const keywordAttributes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map([
  [
    "*",
    new Map([
      ["crossorigin", ["anonymous", ""]],
      ["decoding", ["async", "auto", "sync"]],
      ["enctype", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]],
      ["loading", ["eager", "lazy"]],
      // Not `dialog`: it would close a dialog of the host around the card.
      ["method", ["get", "post"]],
      ["preload", ["auto", "metadata", "none"]],
      // None that tells another origin the address of the host's page.
      [
        "referrerpolicy",
        ["no-referrer", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin"],
      ],
    ]),
  ],
  [
    // Drawings copied from files carry their namespaces; any other value would change how XML parsers read them.
    "svg",
    new Map([
      ["xmlns", ["http://www.w3.org/2000/svg"]],
      ["xmlns:xlink", ["http://www.w3.org/1999/xlink"]],
    ]),
  ],
]);

/** Names that a table would allow but that this element must not have. */
export const withheldAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  // A frame's name is a target for links of other cards, and reaches the framed page; the host says what it may send.
  ["iframe", new Set(["name", "referrerpolicy", "srcset"])],
  // A titled sheet takes part in the choice between alternative sheets of the whole document.
  ["style", new Set(["title"])],
]);

/** SVG names that keep capitals: a parser restores them in HTML, `setAttribute` on an SVG element does not. */
export const svgSpelling: readonly string[] = `
  baseFrequency baseProfile clipPathUnits diffuseConstant edgeMode filterUnits gradientTransform gradientUnits
  kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits
  maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ
  preserveAlpha preserveAspectRatio primitiveUnits refX refY requiredExtensions requiredFeatures specularConstant
  specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX
  targetY textLength viewBox xChannelSelector yChannelSelector zoomAndPan
`
  .trim()
  .split(/\s+/);

/** React names that are not the HTML name without hyphens, colons and capitals; lower case. */
export const reactAliases: ReadonlyMap<string, string> = new Map([
  ["classname", "class"],
  ["htmlfor", "for"],
  ["defaultvalue", "value"],
  ["defaultchecked", "checked"],
]);
