import type { PageElement } from "../../../policy/read-html.ts";
import { splitDeclarations } from "../../../policy/split-declarations.ts";
import { readAttributeStyles } from "./attribute-styles.ts";
import { expandDeclaration } from "./expand.ts";
import { isRead, readValue } from "./properties.ts";
import { findMatches, type Match, origins, type RuleIndex } from "./rule-index.ts";
import { type Declaration, parseDeclaration } from "./sheet.ts";
import { type Style, type TextStyle, type Tokens, textProperties } from "./style.ts";
import { resolveTokens, toTokens } from "./tokens.ts";

/** What styles are computed from. */
export interface Styling {
  readonly theme: RuleIndex;
  readonly author: RuleIndex;
  /** Pays for the search of rules. */
  readonly spend: (steps: number) => void;
}

/** An element's style, and of what stands before and behind its content, where there is such. */
export interface Computed {
  readonly style: Style;
  readonly before: Generated | undefined;
  readonly after: Generated | undefined;
}

export interface Generated {
  readonly text: string;
  readonly style: Style;
}

const inherit: ReadonlySet<string> = new Set(["inherit", "unset", "revert", "revert-layer"]);

/** Computes the style of an element from that of its parent: theme, attributes, the card's own rules, its own declarations. */
export function computeStyle(element: PageElement, parent: Style, styling: Styling): Computed {
  const { theme, author, spend } = styling;
  const free = () => {};
  // The theme's rules are few, and no author's: they cost nothing.
  const matches = [...findMatches(element, theme, free), ...findMatches(element, author, spend)];
  const hints = { part: undefined, declarations: readAttributeStyles(element), origin: origins.attribute, specificity: 0, order: 0 };
  const inline = { part: undefined, declarations: readInline(element), origin: origins.inline, specificity: 0, order: 0 };
  const own = matches.filter(({ part }) => part === undefined);
  const style = toStyle(sortDeclarations([hints, ...own, inline]), parent, element, spend);
  const generate = (wanted: "before" | "after"): Generated | undefined => {
    const parts = matches.filter(({ part }) => part === wanted);
    if (parts.length === 0) return undefined;
    const generated = toStyle(sortDeclarations(parts), style, undefined, spend);
    const text = generated.own.get("content") ?? "";
    return text === "" || generated.display === "none" ? undefined : { text, style: generated };
  };
  return { style, before: generate("before"), after: generate("after") };
}

function readInline({ attributes }: PageElement): readonly Declaration[] {
  const text = attributes.get("style");
  if (text === undefined) return [];
  return [...splitDeclarations(text)].flatMap(([name, value]) => parseDeclaration(`${name}:${value}`));
}

/** Declarations in the order of the cascade: the last one counts. */
function sortDeclarations(matches: readonly Match[]): readonly Declaration[] {
  return matches
    .flatMap(({ declarations, origin, specificity, order }) =>
      declarations.map((declaration) => ({
        declaration,
        origin: declaration.important ? origin + origins.important : origin,
        specificity,
        order,
      })),
    )
    .sort((a, b) => a.origin - b.origin || a.specificity - b.specificity || a.order - b.order)
    .map(({ declaration }) => declaration);
}

function toStyle(declarations: readonly Declaration[], parent: Style, element: PageElement | undefined, spend: Styling["spend"]): Style {
  const tokens = toOwnTokens(declarations, parent.tokens, element, spend);
  const rtl = toDirection(element?.attributes.get("dir"), parent.text.rtl);
  const pairs = declarations.flatMap(({ name, value }) => {
    if (name.startsWith("--")) return [];
    const resolved = resolveTokens(value, tokens, spend);
    return resolved === undefined ? [] : expandDeclaration(name, resolved, rtl).filter(([longhand]) => isRead(longhand));
  });
  const align = rtl === parent.text.rtl || parent.text.align === "center" ? parent.text.align : rtl ? "right" : "left";
  let text: TextStyle = { ...parent.text, rtl, align };
  // Size and colour first: others are measured by them.
  for (const first of ["font-size", "color", "background-color"]) {
    for (const [name, value] of pairs) if (name === first) text = applyFirst(text, name, value, parent.text);
  }
  const own = new Map<string, string>();
  const measures = { size: text.size, colour: text.colour, under: parent.text.under };
  for (const [name, value] of pairs) {
    if (name === "font-size" || name === "color") continue;
    const key = textProperties.get(name);
    const lower = value.toLowerCase();
    if (inherit.has(lower) || lower === "initial") {
      if (key === undefined) own.delete(name);
      else text = { ...text, [key]: parent.text[key] };
      continue;
    }
    const read = readValue(name, value, measures);
    // What is unknown here is unknown to a browser too, or of a kind that mail has not: automatic sizes are none.
    if (read === undefined) {
      if (lower === "auto" || lower === "none") own.delete(name);
    } else if (name === "height" && read.endsWith("%")) {
      // A part of a height that nobody gives is none.
      const outer = Number.parseFloat(parent.own.get("height") ?? "");
      if (Number.isFinite(outer)) own.set(name, `${(outer * Number.parseFloat(read)) / 100}px`);
    } else if (key === undefined) own.set(name, read);
    else text = { ...text, [key]: read };
  }
  return { display: own.get("display") ?? "inline", text, own, tokens };
}

function applyFirst(text: TextStyle, name: string, value: string, outer: TextStyle): TextStyle {
  const read = readValue(name, value, { size: outer.size, colour: outer.colour, under: outer.under });
  if (value.toLowerCase() === "inherit" && name !== "background-color")
    return { ...text, ...(name === "color" ? { colour: outer.colour } : { size: outer.size }) };
  if (read === undefined) return text;
  if (name === "font-size") return { ...text, size: Number.parseFloat(read) };
  if (name === "color") return { ...text, colour: read === "transparent" ? outer.colour : read };
  return { ...text, under: read === "transparent" ? outer.under : read };
}

function toOwnTokens(
  declarations: readonly Declaration[],
  parent: Tokens,
  element: PageElement | undefined,
  spend: Styling["spend"],
): Tokens {
  const theme = element?.attributes.get("data-theme");
  const base = theme === "dark" || theme === "light" ? toTokens(theme, parent) : parent;
  const own = declarations.filter(({ name }) => name.startsWith("--"));
  if (own.length === 0) return base;
  const values = new Map<string, string>();
  // As in CSS, a token is resolved where it is declared: it may name those around it.
  for (const { name, value } of own) {
    const resolved = resolveTokens(value, base, spend);
    if (resolved !== undefined) values.set(name, resolved);
  }
  return { values, parent: base };
}

function toDirection(dir: string | undefined, rtl: boolean): boolean {
  return dir === "rtl" ? true : dir === "ltr" ? false : rtl;
}
