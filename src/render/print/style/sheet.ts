import { type CssPiece, parseBlocks } from "../../../policy/css-blocks.ts";
import { parseSelectors, type SelectorData } from "../../../policy/selector-data.ts";
import { styleSheetLimits } from "../../../policy/stylesheet.ts";
import type { Around } from "./match.ts";
import { messageWidth } from "./properties.ts";

/** A style rule: what it selects and what it declares, as written. */
export interface StyleRule {
  readonly selectors: readonly SelectorData[];
  readonly declarations: readonly Declaration[];
  /** The rules around it, for `&`. */
  readonly around?: Around;
}

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}

const feature = /\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)px\s*\)/g;

/**
 * Reads the rules of a judged style sheet. Of the at-rules only `@media` is looked into, where it asks for a screen and for widths that
 * a message has; what a rule is nested in counts, as in CSS.
 */
export function parseSheet(css: string): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  addRules(parseBlocks(css, styleSheetLimits.depth).pieces, undefined, rules);
  return rules;
}

function addRules(pieces: readonly CssPiece[], around: Around | undefined, rules: StyleRule[]): void {
  for (const { head, pieces: inner } of pieces) {
    if (inner === undefined) continue;
    if (head.startsWith("@")) {
      if (!holdsForMail(head)) continue;
      // What a rule declares below a condition is its own.
      if (around !== undefined) addRule(around.selectors, inner, around.around, rules);
      addRules(inner, around, rules);
      continue;
    }
    const selectors = parseSelectors(head);
    if (selectors.length > 0) {
      addRule(selectors, inner, around, rules);
      addRules(inner, { selectors, ...(around === undefined ? {} : { around }) }, rules);
    }
  }
}

function addRule(selectors: readonly SelectorData[], pieces: readonly CssPiece[], around: Around | undefined, rules: StyleRule[]): void {
  const declarations = pieces.flatMap(({ head, pieces: inner }) => (inner === undefined ? parseDeclaration(head) : []));
  if (declarations.length > 0) rules.push({ selectors, declarations, ...(around === undefined ? {} : { around }) });
}

/** Reads `name: value`, with what makes it important. */
export function parseDeclaration(text: string): readonly Declaration[] {
  const colon = text.indexOf(":");
  const name = text.slice(0, colon).trim();
  const given = text.slice(colon + 1).trim();
  // The mark alone, then the blanks in front of it: a pattern of both would take the square of all blanks.
  const value = given.replace(/!\s*important$/i, "").trimEnd();
  if (colon === -1 || value === "") return [];
  return [{ name: name.startsWith("--") ? name : name.toLowerCase(), value, important: value !== given }];
}

/** Wide as it may be, and shown to a reader who chose nothing. */
function holdsForMail(head: string): boolean {
  const condition = /^@media\s*(.*)$/is.exec(head)?.[1]?.toLowerCase();
  if (condition === undefined) return false;
  return condition.split(",").some((query) => {
    let holds = true;
    const rest = query.replace(feature, (_, bound: string, px: string) => {
      holds &&= bound === "min" ? messageWidth >= Number(px) : messageWidth <= Number(px);
      return "";
    });
    return holds && /^(?:\s|only|and|screen|all)*$/.test(rest);
  });
}
