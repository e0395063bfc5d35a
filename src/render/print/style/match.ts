import type { PageElement } from "../../../policy/read-html.ts";
import type { AttributeTest, PseudoTest, SelectorData, SelectorStep } from "../../../policy/selector-data.ts";

/** What selectors are matched with. */
export interface Matching {
  /** Pays for looking at elements: authors write selectors that search. */
  readonly spend: (steps: number) => void;
  /** The selectors that `&` stands for, and what stands around those. */
  readonly around?: Around;
}

export interface Around {
  readonly selectors: readonly SelectorData[];
  readonly around?: Around;
}

/** Tells whether a selector matches an element. From right to left; a part (`::before`) is its element's. */
export function matchSelector({ steps }: SelectorData, element: PageElement, matching: Matching): boolean {
  return matchFrom(steps, steps.length - 1, element, matching);
}

function matchFrom(steps: readonly SelectorStep[], at: number, element: PageElement, matching: Matching): boolean {
  matching.spend(1);
  // Not `steps[-1]`: a polluted `Object.prototype` may have one.
  const step = at < 0 ? undefined : steps[at];
  if (step === undefined || !matchStep(step, element, matching)) return false;
  switch (step.combinator) {
    case undefined:
      return true;
    case " ":
      for (let one = element.parent; one !== undefined; one = one.parent) if (matchFrom(steps, at - 1, one, matching)) return true;
      return false;
    case ">":
      return element.parent !== undefined && matchFrom(steps, at - 1, element.parent, matching);
    case "+": {
      const before = element.place > 0 ? element.parent?.elements[element.place - 1] : undefined;
      return before !== undefined && matchFrom(steps, at - 1, before, matching);
    }
    default:
      for (let place = element.place - 1; place >= 0; place--) {
        const before = element.parent?.elements[place];
        if (before !== undefined && matchFrom(steps, at - 1, before, matching)) return true;
      }
      return false;
  }
}

function matchStep(step: SelectorStep, element: PageElement, matching: Matching): boolean {
  if (step.tag !== undefined && step.tag !== element.tag.toLowerCase()) return false;
  if (step.classes?.every((name) => element.classes.has(name)) === false) return false;
  if (step.ids?.every((id) => element.attributes.get("id") === id) === false) return false;
  if (step.attributes?.every((test) => matchAttribute(test, element, matching)) === false) return false;
  if (step.pseudos?.every((test) => matchPseudo(test, element, matching)) === false) return false;
  if (step.nesting === undefined) return true;
  const { around, spend } = matching;
  const outer: Matching = around?.around === undefined ? { spend } : { spend, around: around.around };
  return around?.selectors.some((selector) => matchSelector(selector, element, outer)) === true;
}

function matchAttribute({ name, matcher, value = "", loose }: AttributeTest, element: PageElement, { spend }: Matching): boolean {
  const given = element.attributes.get(name);
  if (given === undefined) return false;
  if (matcher === undefined) return true;
  // A title may be long, and many rules look into it.
  spend(given.length >>> 4);
  const [text, wanted] = loose === true ? [given.toLowerCase(), value.toLowerCase()] : [given, value];
  if (matcher === "=") return text === wanted;
  if (wanted === "") return false;
  if (matcher === "~=") return text.split(/\s+/).includes(wanted);
  if (matcher === "|=") return text === wanted || text.startsWith(`${wanted}-`);
  if (matcher === "^=") return text.startsWith(wanted);
  if (matcher === "$=") return text.endsWith(wanted);
  return matcher === "*=" && text.includes(wanted);
}

function matchPseudo({ name, nth, list }: PseudoTest, element: PageElement, matching: Matching): boolean {
  if (list !== undefined) {
    const found = list.some((selector) => matchSelector(selector, element, matching));
    return name === "not" ? !found : found;
  }
  switch (name) {
    case "empty":
      return element.children.length === 0;
    case "checked":
      return element.attributes.has("checked") || element.attributes.has("selected");
    case "disabled":
      return element.attributes.has("disabled");
    case "enabled":
      return !element.attributes.has("disabled");
    case "link":
    case "any-link":
      return element.tag === "a" && element.attributes.has("href");
    default:
      return matchPlace(name, nth ?? [0, 1], element, matching);
  }
}

function matchPlace(name: string, [a, b]: readonly [number, number], element: PageElement, { spend }: Matching): boolean {
  const all = element.parent?.elements ?? [element];
  const ofType = name.endsWith("of-type");
  // Among all siblings the place is known; among those of a type it has to be counted.
  if (ofType) spend(all.length);
  const same = ofType ? all.filter(({ tag }) => tag === element.tag) : all;
  const before = ofType ? same.indexOf(element) : element.place;
  const behind = same.length - 1 - before;
  if (name.startsWith("only")) return before === 0 && behind === 0;
  const place = (name.includes("last") ? behind : before) + 1 - b;
  return a === 0 ? place === 0 : place % a === 0 && place / a >= 0;
}
