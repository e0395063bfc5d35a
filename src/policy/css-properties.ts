/** A CSS property that cards may set. */
export interface CssProperty {
  /** Name to write, kebab case. */
  readonly name: string;
  /** A number stands as it is; elsewhere it gets `px` (React's rule). */
  readonly unitless: boolean;
  /** The only values that the property may have, lower case. */
  readonly keywords?: ReadonlySet<string>;
  /** The value names `@keyframes`, which have the card's prefix. */
  readonly keyframes: boolean;
}

// Ordinary layout, box, type, paint, motion. Absent on purpose: what loads or binds code (`behavior`, `-moz-binding`,
// `src`), what refers to the document by global names (`view-transition-name`, `anchor-name`, `timeline-scope`, …).
const names = `
  accent-color align-content align-items align-self alignment-baseline all animation animation-composition
  animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count animation-name
  animation-play-state animation-timing-function appearance aspect-ratio backdrop-filter backface-visibility background
  background-attachment background-blend-mode background-clip background-color background-image background-origin
  background-position background-position-x background-position-y background-repeat background-size baseline-shift
  block-size border border-block border-block-color border-block-end border-block-end-color border-block-end-style
  border-block-end-width border-block-start border-block-start-color border-block-start-style border-block-start-width
  border-block-style border-block-width border-bottom border-bottom-color border-bottom-left-radius
  border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
  border-end-end-radius border-end-start-radius border-image border-image-outset border-image-repeat
  border-image-slice border-image-source border-image-width border-inline border-inline-color border-inline-end
  border-inline-end-color border-inline-end-style border-inline-end-width border-inline-start
  border-inline-start-color border-inline-start-style border-inline-start-width border-inline-style
  border-inline-width border-left border-left-color border-left-style border-left-width border-radius border-right
  border-right-color border-right-style border-right-width border-spacing border-start-end-radius
  border-start-start-radius border-style border-top border-top-color border-top-left-radius border-top-right-radius
  border-top-style border-top-width border-width bottom box-align box-decoration-break box-direction box-flex
  box-flex-group box-ordinal-group box-orient box-pack box-shadow box-sizing break-after break-before break-inside
  caption-side caret-color clear clip clip-path clip-rule color color-adjust color-interpolation
  color-interpolation-filters color-rendering color-scheme column-count column-fill column-gap column-rule
  column-rule-color column-rule-style column-rule-width column-span column-width columns contain
  contain-intrinsic-block-size contain-intrinsic-height contain-intrinsic-inline-size contain-intrinsic-size
  contain-intrinsic-width container container-name container-type content content-visibility counter-increment
  counter-reset counter-set cursor cx cy d direction display dominant-baseline empty-cells enable-background
  field-sizing fill fill-opacity fill-rule filter flex flex-align flex-basis flex-direction flex-flow flex-grow
  flex-item-align flex-line-pack flex-negative flex-order flex-pack flex-positive flex-preferred-size flex-shrink
  flex-wrap float flood-color flood-opacity font font-family font-feature-settings font-kerning
  font-language-override font-optical-sizing font-palette font-size font-size-adjust font-smooth font-smoothing
  font-stretch font-style font-synthesis font-variant font-variant-alternates font-variant-caps
  font-variant-east-asian font-variant-emoji font-variant-ligatures font-variant-numeric font-variant-position
  font-variation-settings font-weight forced-color-adjust gap grid grid-area grid-auto-columns grid-auto-flow
  grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-span grid-column-start grid-gap grid-row
  grid-row-end grid-row-gap grid-row-span grid-row-start grid-template grid-template-areas grid-template-columns
  grid-template-rows hanging-punctuation height hyphenate-character hyphenate-limit-chars hyphens image-orientation
  image-rendering initial-letter inline-size inset inset-block inset-block-end inset-block-start inset-inline
  inset-inline-end inset-inline-start interpolate-size isolation justify-content justify-items justify-self kerning
  left letter-spacing lighting-color line-break line-clamp line-height list-style list-style-image
  list-style-position list-style-type margin margin-block margin-block-end margin-block-start margin-bottom
  margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top margin-trim marker
  marker-end marker-mid marker-start mask mask-border mask-clip mask-composite mask-image mask-mode mask-origin
  mask-position mask-repeat mask-size mask-type max-block-size max-height max-inline-size max-width min-block-size
  min-height min-inline-size min-width mix-blend-mode object-fit object-position offset-anchor offset-distance
  offset-path offset-position offset-rotate opacity order orphans osx-font-smoothing outline outline-color
  outline-offset outline-style outline-width overflow overflow-anchor overflow-block overflow-clip-margin
  overflow-inline overflow-scrolling overflow-style overflow-wrap overflow-x overflow-y overscroll-behavior
  overscroll-behavior-block overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y padding
  padding-block padding-block-end padding-block-start padding-bottom padding-inline padding-inline-end
  padding-inline-start padding-left padding-right padding-top page-break-after page-break-before page-break-inside
  paint-order perspective perspective-origin place-content place-items place-self pointer-events position
  print-color-adjust quotes r resize right rotate row-gap ruby-align ruby-position rx ry scale scroll-behavior
  scroll-margin scroll-margin-block scroll-margin-block-end scroll-margin-block-start scroll-margin-bottom
  scroll-margin-inline scroll-margin-inline-end scroll-margin-inline-start scroll-margin-left scroll-margin-right
  scroll-margin-top scroll-padding scroll-padding-block scroll-padding-block-end scroll-padding-block-start
  scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end scroll-padding-inline-start
  scroll-padding-left scroll-padding-right scroll-padding-top scroll-snap-align scroll-snap-stop scroll-snap-type
  scrollbar-color scrollbar-gutter scrollbar-width shape-image-threshold shape-margin shape-outside shape-rendering
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width tab-size table-layout tap-highlight-color text-align text-align-last
  text-anchor text-box text-box-edge text-box-trim text-combine-upright text-decoration text-decoration-color
  text-decoration-line text-decoration-skip text-decoration-skip-ink text-decoration-style
  text-decoration-thickness text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style
  text-fill-color text-indent text-justify text-orientation text-overflow text-rendering text-shadow
  text-size-adjust text-spacing-trim text-stroke text-stroke-color text-stroke-width text-transform
  text-underline-offset text-underline-position text-wrap text-wrap-mode text-wrap-style top touch-action
  touch-callout transform transform-box transform-origin transform-style transition transition-behavior
  transition-delay transition-duration transition-property transition-timing-function translate unicode-bidi
  user-drag user-modify user-select vector-effect vertical-align visibility white-space white-space-collapse widows
  width will-change word-break word-spacing word-wrap writing-mode x y z-index zoom
`;

// React's table of properties that take bare numbers, prefixed forms by their unprefixed name.
const unitless: ReadonlySet<string> = new Set(
  `
  animation-iteration-count aspect-ratio border-image-outset border-image-slice border-image-width box-flex
  box-flex-group box-ordinal-group column-count columns fill-opacity flex flex-grow flex-negative flex-order
  flex-positive flex-shrink flood-opacity font-weight grid-area grid-column grid-column-end grid-column-span
  grid-column-start grid-row grid-row-end grid-row-span grid-row-start line-clamp line-height opacity order orphans
  scale stop-opacity stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-opacity stroke-width tab-size widows
  z-index zoom
`
    .trim()
    .split(/\s+/),
);

const keywords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  // Other names are those of palettes of the whole document.
  ["font-palette", new Set(["dark", "inherit", "initial", "light", "normal", "unset"])],
  // Not `fixed`, nor anything that could turn out as `fixed` (var(), inherit): it would cover the host's page. What
  // `absolute` and `z-index` can cover is bounded by the card's root, which contains and isolates its content.
  // Nor `all: inherit`: what is around the card may be fixed.
  ["all", new Set(["initial", "revert", "revert-layer", "unset"])],
  ["position", new Set(["static", "relative", "absolute", "sticky", "-webkit-sticky", "initial", "unset"])],
]);

const keyframes: ReadonlySet<string> = new Set(["animation", "animation-name"]);

function toCamelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

// Both spellings of every name, so that the common lookup is one `get`.
const properties: ReadonlyMap<string, CssProperty> = new Map(
  names
    .trim()
    .split(/\s+/)
    .flatMap((name) => {
      const allowed = keywords.get(name);
      const property: CssProperty = {
        name,
        unitless: unitless.has(name),
        keyframes: keyframes.has(name),
        ...(allowed === undefined ? {} : { keywords: allowed }),
      };
      return [
        [name, property],
        [toCamelCase(name), property],
      ] as const;
    }),
);

const prefixed = /^-(webkit|moz|ms|o)-([a-z-]+)$/;
const customName = /^--[A-Za-z0-9_-]{1,100}$/;

/**
 * Finds a CSS property by its name as written: `paddingTop`, `padding-top`, `WebkitLineClamp`, `-webkit-line-clamp`,
 * `--brand`. `undefined` when cards may not set it.
 */
export function findCssProperty(name: string): CssProperty | undefined {
  const found = properties.get(name);
  if (found !== undefined) return found;
  if (customName.test(name)) return { name, unitless: true, keyframes: false };
  return findPrefixed(name) ?? properties.get(name.trim().toLowerCase());
}

function findPrefixed(name: string): CssProperty | undefined {
  const kebab = name.replace(/[A-Z]/g, "-$&").toLowerCase().replace(/^ms-/, "-ms-");
  const match = prefixed.exec(kebab) ?? prefixed.exec(name.trim().toLowerCase());
  if (match === null) return undefined;
  const base = properties.get(match[2] as string);
  return base && { ...base, name: `-${match[1]}-${base.name}` };
}
