import type { PageElement } from "../../../policy/read-html.ts";
import type { SelectorData, SelectorStep } from "../../../policy/selector-data.ts";
import { type Matching, matchSelector } from "./match.ts";
import { type Declaration, parseSheet, type StyleRule } from "./sheet.ts";
import { themeLayers } from "./theme-rules.ts";

/** Where a declaration comes from, the weakest first. What is important is stronger than all of them. */
export const origins = { base: 0, attribute: 1, theme: 2, adjust: 3, author: 4, inline: 5, important: 10 } as const;

interface Entry {
  readonly selector: SelectorData;
  readonly rule: StyleRule;
  readonly origin: number;
  readonly order: number;
}

/** Rules by what their last compound asks for, so that an element is held against few of them. */
export type RuleIndex = ReadonlyMap<string, readonly Entry[]>;

/** A declaration that holds for an element, or for what stands before or behind its content. */
export interface Match {
  readonly part: SelectorData["part"];
  readonly declarations: readonly Declaration[];
  readonly origin: number;
  readonly specificity: number;
  readonly order: number;
}

/** Reads the theme's rules. Takes milliseconds: whoever renders a template again keeps the result. */
export function indexTheme(): RuleIndex {
  const index = new Map<string, Entry[]>();
  addRules(index, parseSheet(themeLayers.base), origins.base);
  addRules(index, parseSheet(themeLayers.theme), origins.theme);
  addRules(index, parseSheet(themeLayers.adjust), origins.adjust);
  return index;
}

/** Reads a card's own rules, judged before. */
export function indexSheet(css: string): RuleIndex {
  const index = new Map<string, Entry[]>();
  addRules(index, parseSheet(css), origins.author);
  return index;
}

function addRules(index: Map<string, Entry[]>, rules: readonly StyleRule[], origin: number): void {
  rules.forEach((rule, order) => {
    for (const selector of rule.selectors) {
      for (const key of toKeys(selector.steps.at(-1))) {
        const entries = index.get(key);
        if (entries === undefined) index.set(key, [{ selector, rule, origin, order }]);
        else entries.push({ selector, rule, origin, order });
      }
    }
  });
}

function toKeys(step: SelectorStep | undefined): readonly string[] {
  if (step?.ids?.[0] !== undefined) return [`#${step.ids[0]}`];
  if (step?.classes?.[0] !== undefined) return [`.${step.classes[0]}`];
  if (step?.tag !== undefined) return [step.tag];
  const choice = step?.pseudos?.find(({ name, list }) => list !== undefined && name !== "not")?.list;
  return choice === undefined ? ["*"] : [...new Set(choice.flatMap(({ steps }) => toKeys(steps.at(-1))))];
}

/** Finds the rules that hold for an element. Each that is looked at is paid for. */
export function findMatches(element: PageElement, index: RuleIndex, spend: Matching["spend"]): readonly Match[] {
  const id = element.attributes.get("id");
  const keys = [...[...element.classes].map((name) => `.${name}`), element.tag.toLowerCase(), "*", ...(id === undefined ? [] : [`#${id}`])];
  const found: Match[] = [];
  for (const key of keys) {
    for (const { selector, rule, origin, order } of index.get(key) ?? []) {
      const matching = rule.around === undefined ? { spend } : { spend, around: rule.around };
      if (!matchSelector(selector, element, matching)) continue;
      spend(rule.declarations.length);
      found.push({ part: selector.part, declarations: rule.declarations, origin, specificity: selector.specificity, order });
    }
  }
  return found;
}
