import type { AttributeSelector, CssNode, PseudoClassSelector, Selector, SelectorList } from "css-tree";
import { ident, parseSelectorList, toSelectorNodes } from "./css-selector-syntax.ts";

/** A selector as plain data, so that one can be stored: compounds from left to right. */
export interface SelectorData {
  readonly steps: readonly SelectorStep[];
  /** Ids, then classes, then types, in one number. */
  readonly specificity: number;
  /** Styles what stands before or behind the content of the element, not the element. */
  readonly part?: "before" | "after";
}

export interface SelectorStep {
  /** How it is joined to the compound on its left; absent for the first. */
  readonly combinator?: " " | ">" | "+" | "~";
  readonly tag?: string;
  readonly ids?: readonly string[];
  readonly classes?: readonly string[];
  readonly attributes?: readonly AttributeTest[];
  readonly pseudos?: readonly PseudoTest[];
  /** `&`: what the rule around selects. */
  readonly nesting?: true;
}

export interface AttributeTest {
  readonly name: string;
  readonly matcher?: string;
  readonly value?: string;
  /** Capitals don't count. */
  readonly loose?: true;
}

export interface PseudoTest {
  readonly name: string;
  /** `an+b`. */
  readonly nth?: readonly [number, number];
  /** Selectors of one element each. */
  readonly list?: readonly SelectorData[];
}

/** Pseudo-classes that a page at rest decides. What depends on a reader's doing never holds there. */
const plain: ReadonlySet<string> = new Set(
  "first-child last-child only-child first-of-type last-of-type only-of-type empty checked disabled enabled link any-link".split(" "),
);
const matchers: ReadonlySet<string> = new Set(["is", "where", "not"]);
const parts: ReadonlySet<string> = new Set(["before", "after"]);

const longest = 8_192;
const idWeight = 10_000;
const classWeight = 100;

type Draft = {
  -readonly [Key in keyof SelectorStep]: SelectorStep[Key] extends readonly (infer Item)[] | undefined ? Item[] : SelectorStep[Key];
};

/** Parses a list of selectors. One that is none, or that nothing on a page at rest can match, is left out. */
export function parseSelectors(text: string): readonly SelectorData[] {
  return toSelectors(parseSelectorList(text, longest));
}

function toSelectors(nodes: readonly Selector[]): readonly SelectorData[] {
  return nodes.flatMap((node) => toSelector(node) ?? []);
}

function toSelector(node: Selector): SelectorData | undefined {
  const steps: Draft[] = [{}];
  let specificity = 0;
  let part: SelectorData["part"];
  // Whether nothing was asked of the element yet: `*` asks for nothing, but it is there.
  let isBare = true;
  for (const child of node.children.toArray()) {
    if (part !== undefined) return undefined;
    const step = steps.at(-1) as Draft;
    if (child.type === "Combinator") {
      if (!isCombinator(child.name) || isBare) return undefined;
      steps.push({ combinator: child.name });
      isBare = true;
      continue;
    }
    isBare = false;
    if ((child.type === "PseudoElementSelector" || child.type === "PseudoClassSelector") && parts.has(child.name)) {
      part = child.name as SelectorData["part"];
      specificity += 1;
    } else {
      const weight = addPart(step, child);
      if (weight === undefined) return undefined;
      specificity += weight;
    }
  }
  return isBare ? undefined : { steps, specificity, ...(part === undefined ? {} : { part }) };
}

/** Adds a part to a compound, and gives its specificity; `undefined` where it can't match. */
function addPart(step: Draft, part: CssNode): number | undefined {
  switch (part.type) {
    case "TypeSelector": {
      const name = ident.decode(part.name);
      if (name !== "*") step.tag = name.toLowerCase();
      return name === "*" ? 0 : 1;
    }
    case "IdSelector":
      step.ids = [...(step.ids ?? []), ident.decode(part.name)];
      return idWeight;
    case "ClassSelector":
      step.classes = [...(step.classes ?? []), ident.decode(part.name)];
      return classWeight;
    case "AttributeSelector":
      step.attributes = [...(step.attributes ?? []), toAttribute(part)];
      return classWeight;
    case "NestingSelector":
      step.nesting = true;
      return 0;
    case "PseudoClassSelector":
      return addPseudo(step, part);
  }
  return undefined;
}

function toAttribute(part: AttributeSelector): AttributeTest {
  const name = ident.decode(part.name.name).toLowerCase();
  if (part.value === null) return { name };
  const value = part.value.type === "String" ? part.value.value : ident.decode(part.value.name);
  return { name, matcher: part.matcher as string, value, ...(part.flags?.toLowerCase() === "i" ? { loose: true } : {}) };
}

function addPseudo(step: Draft, part: PseudoClassSelector): number | undefined {
  const name = ident.decode(part.name).toLowerCase();
  const add = (test: PseudoTest) => void (step.pseudos = [...(step.pseudos ?? []), test]);
  const argument = part.children?.toArray()[0];
  if (argument === undefined) {
    if (!plain.has(name)) return undefined;
    add({ name });
    return classWeight;
  }
  if (argument.type === "Nth") {
    const nth = toNth(argument);
    if (nth === undefined) return undefined;
    add({ name, nth });
    return classWeight;
  }
  if (!matchers.has(name)) return undefined;
  const list = toSelectors(toSelectorNodes(argument as SelectorList)).filter(
    ({ steps, part: behind }) => steps.length === 1 && behind === undefined,
  );
  if (list.length === 0) return name === "not" ? 0 : undefined;
  add({ name, list });
  return name === "where" ? 0 : Math.max(...list.map(({ specificity }) => specificity));
}

function toNth(node: CssNode & { type: "Nth" }): readonly [number, number] | undefined {
  if (node.selector !== null) return undefined;
  if (node.nth.type === "Identifier") return node.nth.name.toLowerCase() === "odd" ? [2, 1] : [2, 0];
  const nth = [Number(node.nth.a ?? 0), Number(node.nth.b ?? 0)] as const;
  return nth.every(Number.isSafeInteger) ? nth : undefined;
}

function isCombinator(name: string): name is " " | ">" | "+" | "~" {
  return name === " " || name === ">" || name === "+" || name === "~";
}
