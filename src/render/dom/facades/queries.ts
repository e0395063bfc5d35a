import { type JudgedQuery, judgeQuery } from "../../../policy/query-selectors.ts";
import { charge, chargeArray } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import type { Opaque } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import type { Page } from "../page.ts";
import type { MethodTable } from "./methods.ts";
import { type ElementState, FragmentState, type ParentState } from "./states.ts";

/** Judges a selector; what is none, or none that cards may use, is the platform's SyntaxError. */
function expectQuery(realm: Realm, value: unknown): JudgedQuery & { readonly ofItself: boolean } {
  const text = toText(realm, value);
  charge(realm, text.length);
  const query = judgeQuery(text, realm.policy);
  if (query === undefined) return throwError(realm, "SyntaxError", "this is not a selector that cards may use");
  return { ...query, ofItself: text.includes(":scope") };
}

/** The topmost node that selectors may ask about: the card's root, or the top of a tree that stands nowhere. */
function topOf({ page, node }: ParentState): Element | DocumentFragment {
  if (page.root.contains(node)) return page.bodyElement().contains(node) ? page.bodyElement() : (page.root as HTMLElement);
  let top: Node = node;
  while (page.toNode(top.parentNode) !== null) top = top.parentNode as Node;
  return top as Element;
}

/** Nothing is above a fragment, and not in every engine is it what `:scope` means. */
function findBelow(base: Element | DocumentFragment, { below }: JudgedQuery): NodeListOf<Element> {
  return base.querySelectorAll(base.nodeType === 11 ? below.replaceAll(":scope ", "") : below);
}

/**
 * Finds what a selector finds below a node. It begins at the card's root, as the platform's begins at the document; with `:scope`, at the
 * node itself. Neither can be left upwards.
 */
function findAll(realm: Realm, state: ParentState, value: unknown): Element[] {
  const query = expectQuery(realm, value);
  if (query.below === "") return [];
  const { page, parent } = state;
  const base = query.ofItself ? parent : topOf(state);
  const found = page.act("querySelectorAll", () => findBelow(base, query));
  if (found === undefined) return [];
  charge(realm, found.length + (base.childElementCount >>> 2));
  return [...found].filter((element) => element !== parent && parent.contains(element));
}

/** `querySelector`. */
export function find(realm: Realm, state: ParentState, value: unknown): Opaque | null {
  for (const element of findAll(realm, state, value)) {
    const facade = state.page.toElement(element);
    if (facade !== null) return facade;
  }
  return null;
}

function toElements(realm: Realm, page: Page, elements: readonly Element[]): Opaque[] {
  chargeArray(realm, elements.length);
  const facades: Opaque[] = [];
  for (const element of elements) {
    const facade = page.toElement(element);
    if (facade !== null) facades.push(facade);
  }
  return facades;
}

/** Asks for each element from the state's own upwards, until the root, whether a selector finds it. */
function findUpwards(realm: Realm, state: ElementState, value: unknown, levels: number): Element | null {
  const { page, element } = state;
  const query = expectQuery(realm, value);
  const top = topOf(state);
  const body = page.bodyElement();
  // A selector of one element asks only of that one. Others begin at the root: an ancestor of the host's must not be asked about.
  const asksBelow = query.single === undefined && query.below !== "";
  const all = new Set<Element>(asksBelow ? page.act("matches", () => findBelow(top, query)) : []);
  charge(realm, all.size);
  const isMatch = (one: Element): boolean => all.has(one) || (query.single !== undefined && one.matches(query.single));
  let left = levels;
  for (let at: Element | null = element; at !== null && left-- > 0; at = at.parentElement) {
    charge(realm, 1);
    if (at === body || at === page.root) return query.root ? at : null;
    if (page.guard.isClosed(at)) continue;
    const one = at;
    if (page.act("matches", () => isMatch(one))) return at;
    if (at === top) return null;
  }
  return null;
}

/** Gives a list as it is now: it does not change with the page. */
function getElements(
  realm: Realm,
  state: ParentState,
  method: "getElementsByClassName" | "getElementsByTagName",
  given: unknown,
): Opaque[] {
  const { parent, page } = state;
  const name = toText(realm, given);
  if (state instanceof FragmentState) return [];
  const found = page.act(method, () => [...(parent as Element)[method](name)]);
  return toElements(realm, page, found ?? []);
}

/** Looking for elements below a node. Names and ids are the card's own. */
export const queryMethods: MethodTable<ParentState> = {
  getElementsByClassName: (realm, state, [names]) => getElements(realm, state, "getElementsByClassName", names),
  getElementsByTagName: (realm, state, [name]) => getElements(realm, state, "getElementsByTagName", name),
  querySelector: (realm, state, [selector]) => find(realm, state, selector),
  querySelectorAll: (realm, state, [selector]) => toElements(realm, state.page, findAll(realm, state, selector)),
};

/** Asking whether a selector finds an element. */
export const matchMethods: MethodTable<ElementState> = {
  closest: (realm, state, [selector]) => state.page.toElement(findUpwards(realm, state, selector, realm.limits.outputDepth)),
  matches: (realm, state, [selector]) => findUpwards(realm, state, selector, 1) !== null,
};
