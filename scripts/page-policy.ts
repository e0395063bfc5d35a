/** What a page with cards allows at least, whatever they show: the script of its own that mounts them, and the theme's style sheet. */
export const leastPolicy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** A feature of cards that needs more of the content security policy of its page. */
export interface PolicyNeed {
  readonly feature: string;
  readonly directive: string;
  /** A card with it, in the page or as HTML of the string target. */
  readonly template: string;
  readonly target: "live" | "string";
}

/** Whatever is not here needs nothing more: `test/browser/page-policy.test.ts` asks a browser about every line, and about all the rest. */
export const policyNeeds: readonly PolicyNeed[] = [
  {
    feature: "A card's own `<style>`",
    directive: "style-src-elem 'self' 'unsafe-inline'",
    template: `<div><style>{".a { color: red }"}</style><p className="a">Red</p></div>`,
    target: "live",
  },
  {
    feature: "Styles on elements, in HTML that a server wrote; in a live card they need nothing",
    directive: "style-src-attr 'unsafe-inline'",
    template: `<p style={{ color: "red" }}>Red</p>`,
    target: "string",
  },
  {
    feature: "Pictures: `<img>`, `Images`, avatars",
    directive: "img-src https: data:",
    template: `<img src="https://pictures.test/a.png" alt="" />`,
    target: "live",
  },
  {
    feature: "Sounds and films: `<audio>`, `<video>`",
    directive: "media-src https:",
    template: `<video src="https://films.test/a.mp4" controls />`,
    target: "live",
  },
  {
    feature: "Embedded pages: `DynamicCard`, `Card`, `<iframe>`",
    directive: "frame-src https:",
    template: `<DynamicCard src="https://cards.test/a" title="A" />`,
    target: "live",
  },
];
