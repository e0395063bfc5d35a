import type { AttributeSelector, CssNode, PseudoClassSelector, Selector } from "css-tree";
import { ident, toSelectorNodes } from "./css-selector-syntax.ts";
import { toCssString } from "./css-text.ts";
import { readSchemeWords, type Scheme } from "./css-theme.ts";
import { type PolicyEnv, prefixName } from "./env.ts";
import {
  enteredPseudoClasses,
  matchPseudoClasses,
  nthPseudoClasses,
  outsideEditors,
  placePseudoClasses,
  plainPseudoClasses,
  pseudoElements,
  rootPseudoClasses,
  rootTypes,
  singleColonElements,
  wordPseudoClasses,
} from "./pseudo-tables.ts";

/** Where the parts of a selector stand. */
interface CompoundPlace {
  readonly env: PolicyEnv;
  /** Set in a nested rule: whether the rule around it may select the card's root itself. */
  readonly nestedInRoot?: boolean;
  /** Set within `:is()`, `:not()`, `:where()` of an element that may be the card's root: what they ask, they ask of it. */
  readonly ofRoot?: boolean;
}

/** Where a selector stands. */
export interface SelectorPlace extends CompoundPlace {
  /** Selector of the card's root. */
  readonly scope: string;
}

/** What a selector asks of one element. */
export interface Compound {
  /** Text without what names the root or `&`. */
  readonly text: string;
  readonly isRoot: boolean;
  readonly hasNesting: boolean;
  /** The theme that it asks for, where it may stand for the page, and its text without that. */
  readonly asks?: { readonly scheme: Scheme; readonly byClass: boolean; readonly text: string };
}

export interface Step {
  /** `""` for the first compound unless it is written with a combinator in front. */
  readonly combinator: string;
  readonly compound: Compound;
}

const maxDepth = 6;
const combinators: ReadonlySet<string> = new Set([" ", ">", "+", "~"]);
const matchers: ReadonlySet<string> = new Set(["=", "~=", "|=", "^=", "$=", "*="]);
const typeName = /^[a-z][a-z0-9-]*$/i;
const attributeName = /^[a-z_][a-z0-9_.:-]*$/i;
const word = /^[a-z0-9*-]{1,40}$/i;
const number = /^-?\d{1,9}$/;
const languageAttributes: ReadonlySet<string> = new Set(["dir", "lang"]);
const prefixedAttributes: ReadonlySet<string> = new Set(["id", "name", "for"]);

/**
 * Reads a selector as its steps, every part judged and written anew; `undefined` when one is refused.
 *
 * @param depth How many functional pseudo-classes are around.
 */
export function toSteps(node: Selector, place: CompoundPlace, depth: number): readonly Step[] | undefined {
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
    }
    combinator = child.name;
    parts = [];
  }
  const last = parts.length === 0 ? undefined : toCompound(parts, place, depth);
  return last === undefined ? undefined : [...steps, { combinator, compound: last }];
}

function toCompound(parts: readonly CssNode[], place: CompoundPlace, depth: number): Compound | undefined {
  const isRoot = parts.some(isRootPart);
  const hasNesting = parts.some(isNesting);
  const named = isRoot || hasNesting;
  if (named && (depth > 0 || (isRoot && hasNesting) || (hasNesting && place.nestedInRoot === undefined))) return undefined;
  const mayBeRoot = isRoot || (hasNesting && place.nestedInRoot === true) || place.ofRoot === true;
  const inner = { ...place, ofRoot: mayBeRoot };
  const words = depth === 0 ? readSchemeWords(parts, isRoot) : undefined;
  const rest = words === undefined ? undefined : toText(words.rest, inner, depth, named);
  // `html[data-theme="dark"]`: the root is asked for its theme in our words.
  const text = isRoot && words !== undefined ? rest : toText(parts, inner, depth, named);
  if (text === undefined) return undefined;
  // `.card.dark` is an element of the template's own; `.dark` alone may be one, or the page's.
  if (words === undefined || rest === undefined || (!named && rest !== "")) return { text, isRoot, hasNesting };
  return { text, isRoot, hasNesting, asks: { scheme: words.scheme, byClass: words.byClass, text: rest } };
}

/** Writes the parts of a compound, but for what names the root or `&`. */
function toText(parts: readonly CssNode[], place: CompoundPlace, depth: number, named: boolean): string | undefined {
  let text = "";
  for (const part of parts) {
    if (isRootPart(part) || isNesting(part)) continue;
    const written = place.ofRoot === true && asksAroundRoot(part) ? undefined : toPart(part, place, depth);
    // A type has to stand first, where the root's own selector or `&` stands (`div&` is rare enough to refuse).
    if (written === undefined || (part.type === "TypeSelector" && (named || text !== ""))) return undefined;
    text += written;
  }
  return text;
}

/** The root's place among its siblings, and its attributes, are the host's: a card that measures itself would read them. */
function asksAroundRoot(part: CssNode): boolean {
  if (part.type === "AttributeSelector") return !languageAttributes.has(toName(part.name.name).toLowerCase());
  if (part.type !== "PseudoClassSelector") return false;
  const name = toName(part.name).toLowerCase();
  return nthPseudoClasses.has(name) || placePseudoClasses.has(name);
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

function toPart(part: CssNode, place: CompoundPlace, depth: number): string | undefined {
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
      return toPseudoClass(part, place, depth);
  }
  return undefined;
}

function toAttribute(part: AttributeSelector, env: PolicyEnv): string | undefined {
  const name = toName(part.name.name);
  if (!attributeName.test(name)) return undefined;
  if (part.value === null) return `[${toIdent(name)}]`;
  const matcher = part.matcher as string;
  if (!matchers.has(matcher)) return undefined;
  const value = part.value.type === "String" ? part.value.value : toName(part.value.name);
  const flags = part.flags === null ? "" : part.flags.toLowerCase();
  if (flags !== "" && flags !== "i" && flags !== "s") return undefined;
  const fromStart = matcher !== "$=" && matcher !== "*=";
  const written = fromStart && value !== "" && prefixedAttributes.has(name.toLowerCase()) ? prefixName(value, env) : value;
  return `[${toIdent(name)}${matcher}${toCssString(written)}${flags === "" ? "" : ` ${flags}`}]`;
}

function toPseudoClass(part: PseudoClassSelector, place: CompoundPlace, depth: number): string | undefined {
  const name = toName(part.name).toLowerCase();
  if (part.children === null) {
    if (plainPseudoClasses.has(name)) return enteredPseudoClasses.has(name) ? `:${name}${outsideEditors}` : `:${name}`;
    return singleColonElements.has(name) && depth === 0 ? `:${name}` : undefined;
  }
  const argument = part.children.toArray()[0];
  if (argument === undefined || depth >= maxDepth) return undefined;
  if (nthPseudoClasses.has(name)) return argument.type === "Nth" ? wrap(name, toNth(argument)) : undefined;
  if (wordPseudoClasses.has(name)) {
    const words = part.children.toArray().filter((one) => one.type !== "Operator");
    return wrap(name, toList(words, toWord));
  }
  if (argument.type !== "SelectorList") return undefined;
  const selectors = toSelectorNodes(argument);
  if (matchPseudoClasses.has(name))
    return wrap(
      name,
      toList(selectors, (node) => toSingle(node, place, depth + 1)),
    );
  return name === "has"
    ? wrap(
        name,
        toList(selectors, (node) => toRelative(node, place, depth + 1)),
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
  return b === null ? `${a}n` : `${a}n${b.startsWith("-") ? b : `+${b}`}`;
}

function toWord(node: CssNode): string | undefined {
  const text = node.type === "Identifier" ? toName(node.name) : node.type === "String" ? node.value : "";
  return word.test(text) ? text : undefined;
}

function toList<Node>(nodes: readonly Node[], write: (node: Node) => string | undefined): string | undefined {
  const written = nodes.map(write);
  return written.length === 0 || written.includes(undefined) ? undefined : written.join(",");
}

/** One compound: with a combinator it could ask for an ancestor outside of the card. */
function toSingle(node: Selector, place: CompoundPlace, depth: number): string | undefined {
  const steps = toSteps(node, place, depth);
  const only = steps?.length === 1 ? steps[0] : undefined;
  return only?.combinator === "" ? only.compound.text : undefined;
}

/** What `:has()` looks for lies below its element, or beside it where that can't be the root. */
function toRelative(node: Selector, place: CompoundPlace, depth: number): string | undefined {
  const steps = toSteps(node, { ...place, ofRoot: false }, depth);
  if (steps === undefined) return undefined;
  const first = steps[0] as Step;
  if (place.ofRoot === true && (first.combinator === "+" || first.combinator === "~")) return undefined;
  return steps.map(({ combinator, compound }) => combinator + compound.text).join("");
}
