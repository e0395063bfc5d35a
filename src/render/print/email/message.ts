/**
 * Everything that a message may hold: elements by name, and the attributes that each may have. The printer writes no other, whatever the
 * card was; tests read messages again and hold them against it.
 */
export const messageElements: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    table: "align border cellpadding cellspacing dir lang role style width",
    tr: "",
    td: "align colspan dir height rowspan style valign width",
    th: "align colspan dir rowspan scope style valign width",
    div: "align dir style",
    p: "dir style",
    h1: "dir style",
    h2: "dir style",
    h3: "dir style",
    h4: "dir style",
    h5: "dir style",
    h6: "dir style",
    blockquote: "dir style",
    ul: "dir style",
    ol: "dir start style",
    li: "dir style value",
    span: "dir style",
    strong: "style",
    em: "style",
    u: "style",
    s: "style",
    sub: "style",
    sup: "style",
    a: "href style",
    img: "alt border src style width",
    br: "",
  }).map(([name, attributes]) => [name, new Set(attributes.split(" ").filter((one) => one !== ""))]),
);

/** The properties that styles of a message may set. */
export const messageProperties: ReadonlySet<string> = new Set(
  `
  background-color border border-bottom border-collapse border-left border-radius border-right border-spacing border-top color display
  font-family font-size font-style font-weight height letter-spacing line-height list-style-type margin max-width padding table-layout
  text-align text-decoration text-transform vertical-align white-space width word-break
`
    .trim()
    .split(/\s+/),
);
