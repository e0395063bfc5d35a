import type { AttributeSelector, CssNode, PseudoClassSelector, Selector } from "css-tree";
import parseSelectors from "css-tree/selector-parser";
import { ident } from "css-tree/utils";
import { toCssString } from "./css-text.ts";
import { type PolicyEnv, prefixName } from "./env.ts";
import {
  matchPseudoClasses,
  nthPseudoClasses,
  plainPseudoClasses,
  pseudoElements,
  rootPseudoClasses,
  rootTypes,
  singleColonElements,
  wordPseudoClasses,
} from "./pseudo-tables.ts";

/** Where a selector stands. */
export interface SelectorPlace {
  /** Selector of the card's root. */
  readonly scope: string;
  readonly env: PolicyEnv;
  /** Set in a nested rule: whether the rule around it may select the card's root itself. */
  readonly nestedInRoot?: boolean;
}

export interface JudgedSelectors {
  /** The selectors that may be written, scoped, joined by commas; empty when there is none. */
  readonly text: string;
  /** Whether one of them selects the card's root itself. */
  readonly selectsRoot: boolean;
  /** Whether some were left out. */
  readonly partial: boolean;
}

interface Compound {
  /** Text without what names the root or `&`. */
  readonly text: string;
  readonly isRoot: boolean;
  readonly hasNesting: boolean;
}

interface Step {
  /** `""` for the first compound unless it is written with a combinator in front. */
  readonly combinator: string;
  readonly compound: Compound;
}

const maxSelectorLength = 8_192;
const maxDepth = 6;
const combinators: ReadonlySet<string> = new Set([" ", ">", "+", "~"]);
const matchers: ReadonlySet<string> = new Set(["=", "~=", "|=", "^=", "$=", "*="]);
const typeName = /^[a-z][a-z0-9-]*$/i;
const attributeName = /^[a-z_][a-z0-9_.:-]*$/i;
const word = /^[a-z0-9*-]{1,40}$/i;
const number = /^[+-]?\d{1,9}$/;
const prefixedAttributes: ReadonlySet<string> = new Set(["id", "name", "for"]);

/**
 * Judges a list of selectors and scopes each to the card.
 *
 * Every selector begins at the card's root, `:root`, `html`, `body`, `:host` mean that root, and no sibling of the root can
 * be reached: neither by `+` and `~` behind it, nor by a look-up inside `:is()`, where a selector could climb out. A selector that
 * is refused does not touch the others.
 */
export function judgeSelectors(text: string, place: SelectorPlace): JudgedSelectors {
  const kept: string[] = [];
  let selectsRoot = false;
  let partial = false;
  for (const node of parseList(text)) {
    const judged = node.type === "Selector" ? judgeSelector(node, place) : undefined;
    if (judged === undefined) partial = true;
    else {
      kept.push(judged.text);
      selectsRoot ||= judged.selectsRoot;
    }
  }
  return { text: kept.join(","), selectsRoot, partial: partial || kept.length === 0 };
}

function parseList(text: string): readonly CssNode[] {
  if (text.length > maxSelectorLength) return [];
  try {
    const list = parseSelectors(text, { context: "selectorList" });
    return list.type === "SelectorList" ? list.children.toArray() : [];
  } catch {
    // A syntax error, or brackets nested so deep that the parser's stack ends: no selector either way.
    return [];
  }
}

function judgeSelector(node: Selector, place: SelectorPlace): { text: string; selectsRoot: boolean } | undefined {
  const steps = toSteps(node, place, 0);
  const first = steps?.[0];
  if (steps === undefined || first === undefined) return undefined;
  return place.nestedInRoot === undefined || first.compound.isRoot
    ? judgeScoped(steps, place)
    : judgeNested(steps, place, place.nestedInRoot);
}

/** `SCOPE .a > .b`; leading `html`, `body`, `:root` become the scope itself. */
function judgeScoped(steps: readonly Step[], place: SelectorPlace): { text: string; selectsRoot: boolean } | undefined {
  // Nothing stands in front of the root that `> .a` or `+ .a` could begin with.
  if (steps[0]?.combinator !== "") return undefined;
  let text = place.scope;
  let rest = 0;
  for (; steps[rest]?.compound.isRoot === true; rest++) {
    const { combinator, compound } = steps[rest] as Step;
    if (combinator === "+" || combinator === "~") return undefined;
    text += compound.text;
  }
  const tail = steps.slice(rest);
  if (tail.length === 0) return place.nestedInRoot === undefined ? { text, selectsRoot: true } : undefined;
  if (place.nestedInRoot !== undefined && !tail.some((step) => step.compound.hasNesting)) return undefined;
  return appendSteps(rest === 0 ? `${text} ` : text, tail, rest > 0, place);
}

/** `&:hover`, `& > .b`, `.b` (below the rule around it), `.b &` (written with the scope in front). */
function judgeNested(steps: readonly Step[], place: SelectorPlace, inRoot: boolean): { text: string; selectsRoot: boolean } | undefined {
  const first = steps[0] as Step;
  if (first.compound.hasNesting) return first.combinator === "" ? appendSteps("", steps, false, place) : undefined;
  if (first.combinator === "" && steps.some((step) => step.compound.hasNesting)) return appendSteps(`${place.scope} `, steps, false, place);
  return appendSteps(first.combinator === "" ? "& " : "&", steps, inRoot, place);
}

/** Appends steps; `afterRoot` tells whether what is already written may select the card's root. */
function appendSteps(
  start: string,
  steps: readonly Step[],
  afterRoot: boolean,
  place: SelectorPlace,
): { text: string; selectsRoot: boolean } | undefined {
  let text = start;
  let atRoot = afterRoot;
  for (const { combinator, compound } of steps) {
    // A sibling of the card's root belongs to the host's page.
    if (compound.isRoot || (atRoot && (combinator === "+" || combinator === "~"))) return undefined;
    text += combinator + (compound.hasNesting ? toNested(compound.text) : compound.text);
    atRoot = compound.hasNesting && place.nestedInRoot === true;
  }
  return { text, selectsRoot: atRoot };
}

// `&#x…` could be read as a character reference, where an HTML parser finds the style inside `<svg>`.
function toNested(text: string): string {
  return text.startsWith("#") ? `:is(&)${text}` : `&${text}`;
}

function toSteps(node: Selector, place: SelectorPlace, depth: number): readonly Step[] | undefined {
  const steps: Step[] = [];
  let combinator = "";
  let parts: CssNode[] = [];
  for (const child of node.children.toArray()) {
    if (child.type !== "Combinator") {
      parts.push(child);
      continue;
    }
    if (!combinators.has(child.name) || (parts.length === 0 && combinator !== "")) return undefined;
    if (parts.length > 0) {
      const compound = toCompound(parts, place, depth);
      if (compound === undefined) return undefined;
      steps.push({ combinator, compound });
    } else if (steps.length > 0) return undefined;
    combinator = child.name;
    parts = [];
  }
  const last = parts.length === 0 ? undefined : toCompound(parts, place, depth);
  return last === undefined ? undefined : [...steps, { combinator, compound: last }];
}

function toCompound(parts: readonly CssNode[], place: SelectorPlace, depth: number): Compound | undefined {
  const isRoot = parts.some(isRootPart);
  const hasNesting = parts.some(isNesting);
  const named = isRoot || hasNesting;
  if (named && (depth > 0 || (isRoot && hasNesting) || (hasNesting && place.nestedInRoot === undefined))) return undefined;
  let text = "";
  for (const part of parts) {
    if (isRootPart(part) || isNesting(part)) continue;
    const written = toPart(part, place, depth, named);
    // A type has to stand first, where the root's own selector or `&` stands (`div&` is rare enough to refuse).
    if (written === undefined || (part.type === "TypeSelector" && (named || text !== ""))) return undefined;
    text += written;
  }
  return { text, isRoot, hasNesting };
}

function isNesting(part: CssNode): boolean {
  return part.type === "NestingSelector";
}

function isRootPart(part: CssNode): boolean {
  if (part.type === "TypeSelector") return rootTypes.has(toName(part.name).toLowerCase());
  return part.type === "PseudoClassSelector" && part.children === null && rootPseudoClasses.has(toName(part.name).toLowerCase());
}

// Escapes are decoded before a name is looked up (`\68over`), and written anew.
function toName(name: string): string {
  return ident.decode(name);
}

function toIdent(name: string): string {
  return ident.encode(name).replace(/\\[<&]/g, (match) => (match === "\\<" ? "\\3c " : "\\26 "));
}

function toPart(part: CssNode, place: SelectorPlace, depth: number, mayBeRoot: boolean): string | undefined {
  switch (part.type) {
    case "TypeSelector": {
      const name = toName(part.name);
      return name === "*" || typeName.test(name) ? name : undefined;
    }
    case "ClassSelector":
      return `.${toIdent(toName(part.name))}`;
    case "IdSelector":
      return `#${toIdent(prefixName(toName(part.name), place.env))}`;
    case "AttributeSelector":
      return toAttribute(part, place.env);
    case "PseudoElementSelector": {
      const name = toName(part.name).toLowerCase();
      return part.children === null && depth === 0 && pseudoElements.has(name) ? `::${name}` : undefined;
    }
    case "PseudoClassSelector":
      return toPseudoClass(part, place, depth, mayBeRoot);
    default:
      return undefined;
  }
}

function toAttribute(part: AttributeSelector, env: PolicyEnv): string | undefined {
  const name = toName(part.name.name);
  if (!attributeName.test(name)) return undefined;
  if (part.matcher === null || part.value === null) return part.matcher === null ? `[${toIdent(name)}]` : undefined;
  if (!matchers.has(part.matcher)) return undefined;
  const value = part.value.type === "String" ? part.value.value : toName(part.value.name);
  const flags = part.flags === null ? "" : part.flags.toLowerCase();
  if (flags !== "" && flags !== "i" && flags !== "s") return undefined;
  const fromStart = part.matcher !== "$=" && part.matcher !== "*=";
  const written = fromStart && value !== "" && prefixedAttributes.has(name.toLowerCase()) ? prefixName(value, env) : value;
  return `[${toIdent(name)}${part.matcher}${toCssString(written)}${flags === "" ? "" : ` ${flags}`}]`;
}

function toPseudoClass(part: PseudoClassSelector, place: SelectorPlace, depth: number, mayBeRoot: boolean): string | undefined {
  const name = toName(part.name).toLowerCase();
  if (part.children === null) {
    if (plainPseudoClasses.has(name)) return `:${name}`;
    return singleColonElements.has(name) && depth === 0 ? `:${name}` : undefined;
  }
  const argument = part.children.toArray()[0];
  if (argument === undefined || depth >= maxDepth) return undefined;
  if (nthPseudoClasses.has(name)) return argument.type === "Nth" ? wrap(name, toNth(argument)) : undefined;
  if (wordPseudoClasses.has(name)) return wrap(name, toWord(argument));
  if (argument.type !== "SelectorList") return undefined;
  const selectors = argument.children.toArray();
  if (matchPseudoClasses.has(name))
    return wrap(
      name,
      toList(selectors, (node) => toSingle(node, place, depth + 1)),
    );
  return name === "has"
    ? wrap(
        name,
        toList(selectors, (node) => toRelative(node, place, depth + 1, mayBeRoot)),
      )
    : undefined;
}

function wrap(name: string, argument: string | undefined): string | undefined {
  return argument === undefined ? undefined : `:${name}(${argument})`;
}

function toNth(node: CssNode & { type: "Nth" }): string | undefined {
  if (node.selector !== null) return undefined;
  if (node.nth.type === "Identifier") {
    const name = toName(node.nth.name).toLowerCase();
    return name === "odd" || name === "even" ? name : undefined;
  }
  const { a, b } = node.nth;
  if ((a !== null && !number.test(a)) || (b !== null && !number.test(b))) return undefined;
  if (a === null) return b ?? undefined;
  return b === null ? `${a}n` : `${a}n${/^[+-]/.test(b) ? b : `+${b}`}`;
}

function toWord(node: CssNode): string | undefined {
  const text = node.type === "Identifier" ? toName(node.name) : node.type === "String" ? node.value : "";
  return word.test(text) ? text : undefined;
}

function toList(nodes: readonly CssNode[], write: (node: Selector) => string | undefined): string | undefined {
  const written = nodes.map((node) => (node.type === "Selector" ? write(node) : undefined));
  return written.length === 0 || written.includes(undefined) ? undefined : written.join(",");
}

/** One compound: with a combinator it could ask for an ancestor outside of the card. */
function toSingle(node: Selector, place: SelectorPlace, depth: number): string | undefined {
  const steps = toSteps(node, place, depth);
  const only = steps?.length === 1 ? steps[0] : undefined;
  return only?.combinator === "" ? only.compound.text : undefined;
}

/** What `:has()` looks for lies below its element, or beside it where that can't be the root. */
function toRelative(node: Selector, place: SelectorPlace, depth: number, mayBeRoot: boolean): string | undefined {
  const steps = toSteps(node, place, depth);
  const first = steps?.[0];
  if (steps === undefined || first === undefined) return undefined;
  if (mayBeRoot && (first.combinator === "+" || first.combinator === "~")) return undefined;
  return steps.map(({ combinator, compound }) => combinator + compound.text).join("");
}
