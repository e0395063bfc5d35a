import { findCssProperty } from "./css-properties.ts";

// What cards inherit from, and the ground that they stand on. Nothing moves the root, resizes it beyond its place, paints outside of
// it (shadows, outlines, filters), ends its containment (position, overflow, display, contain, an animation of any of these) or counts:
// what the root counts, its siblings count on.
const names: ReadonlySet<string> = new Set(
  `
  accent-color background background-attachment background-blend-mode background-clip background-color background-image
  background-origin background-position background-position-x background-position-y background-repeat background-size
  border border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
  border-bottom-width border-collapse border-color border-left border-left-color border-left-style border-left-width
  border-radius border-right border-right-color border-right-style border-right-width border-spacing border-style
  border-top border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
  border-width box-sizing caption-side caret-color color color-scheme container container-name container-type
  cursor direction empty-cells fill font font-family font-feature-settings
  font-kerning font-optical-sizing font-size font-size-adjust font-smoothing font-stretch font-style font-synthesis
  font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variation-settings font-weight
  hyphens letter-spacing line-break line-height list-style list-style-position list-style-type max-height max-width
  min-height opacity orphans osx-font-smoothing overflow-wrap padding padding-block padding-block-end
  padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
  padding-top pointer-events print-color-adjust quotes scroll-behavior scrollbar-color scrollbar-gutter scrollbar-width
  stroke tab-size tap-highlight-color text-align text-align-last text-decoration text-decoration-color
  text-decoration-line text-decoration-style text-indent text-justify text-rendering text-shadow text-size-adjust
  text-transform text-underline-offset text-wrap user-select visibility white-space widows word-break word-spacing
  word-wrap
`
    .trim()
    .split(/\s+/),
);

/** Tells whether a style sheet of a card may set a property on the card's own root element: its border to the host's page. */
export function isRootProperty(name: string): boolean {
  const canonical = findCssProperty(name)?.name;
  return canonical !== undefined && (canonical.startsWith("--") || names.has(canonical.replace(/^-(webkit|moz|ms|o)-/, "")));
}
