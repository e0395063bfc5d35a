import { toText } from "../../../runtime/coerce.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import { buildCopy, buildText } from "./build.ts";
import { buildMarkup, expectEmptiable, replaceContent } from "./content.ts";
import { type MethodTable, toState } from "./methods.ts";
import { type ElementState, NodeState, ParentState, TextState } from "./states.ts";
import { expectNode, expectOwn, insert, take, toNodes } from "./tree.ts";

/** Finds the child that something is put in front of. */
function toReference(realm: Realm, into: ParentState, value: unknown, what: string): Node | null {
  if (value === null || value === undefined) return null;
  const { node } = expectNode(realm, value, what);
  return node.parentNode === into.node ? node : throwError(realm, "Error", `\`${what}\`: the reference is no child of the node`);
}

/** What holds a node, as the state of a facade of the card; `undefined` for a node that stands nowhere in it. */
function parentOf(realm: Realm, { page, node }: NodeState): ParentState | undefined {
  return toState(realm, page.toNode(node.parentNode), ParentState);
}

/** Changes of what a node holds. Only nodes that the template made are put, moved and taken away. */
export const parentMethods: MethodTable<ParentState> = {
  append: (realm, state, values) => {
    insert(realm, state, toNodes(realm, state, values, "append"), null, "append");
    return undefined;
  },
  appendChild: (realm, state, [child]) => {
    insert(realm, state, [expectOwn(realm, child, "appendChild")], null, "appendChild");
    return child;
  },
  insertBefore: (realm, state, [child, before]) => {
    const own = expectOwn(realm, child, "insertBefore");
    insert(realm, state, [own], toReference(realm, state, before, "insertBefore"), "insertBefore");
    return child;
  },
  prepend: (realm, state, values) => {
    insert(realm, state, toNodes(realm, state, values, "prepend"), state.parent.firstChild, "prepend");
    return undefined;
  },
  removeChild: (realm, state, [child]) => {
    if (expectNode(realm, child, "removeChild").node.parentNode !== state.node)
      throwError(realm, "Error", "`removeChild`: the node is no child of this one");
    take(realm, child, "removeChild");
    return child;
  },
  replaceChild: (realm, state, [next, old]) => {
    const own = expectOwn(realm, next, "replaceChild");
    const gone = expectOwn(realm, old, "replaceChild");
    if (gone.node.parentNode !== state.node) throwError(realm, "Error", "`replaceChild`: the node is no child of this one");
    if (gone.node === own.node) return old;
    insert(realm, state, [own], gone.node, "replaceChild");
    take(realm, old, "replaceChild");
    return old;
  },
  replaceChildren: (realm, state, values) => {
    expectEmptiable(realm, state, "replaceChildren");
    const nodes = toNodes(realm, state, values, "replaceChildren");
    replaceContent(state, [], "replaceChildren");
    insert(realm, state, nodes, null, "replaceChildren");
    return undefined;
  },
};

function beside(what: "before" | "after" | "replaceWith") {
  return (realm: Realm, state: NodeState, values: readonly unknown[]): undefined => {
    const into = parentOf(realm, state);
    if (what === "replaceWith") expectOwn(realm, state.page.toNode(state.node), what);
    if (into === undefined) return undefined;
    const before = what === "before" ? state.node : state.node.nextSibling;
    insert(realm, into, toNodes(realm, state, values, what), before, what);
    if (what === "replaceWith") take(realm, state.page.toNode(state.node), what);
    return undefined;
  };
}

/** What every node answers to that can stand in another. */
export const nodeMethods: MethodTable<NodeState> = {
  after: beside("after"),
  before: beside("before"),
  cloneNode: (realm, { page, node }, [deep]) => {
    const copy = buildCopy(realm, page, node, deep === true);
    return copy === undefined ? throwError(realm, "Error", "this node can't be copied") : page.toNode(copy);
  },
  contains: (realm, { node }, [other]) => {
    const state = toState(realm, other, NodeState);
    return state !== undefined && node.contains(state.node);
  },
  hasChildNodes: (_realm, { node }) => node.hasChildNodes(),
  isEqualNode: (realm, { node }, [other]) => toState(realm, other, NodeState)?.node.isEqualNode(node) ?? false,
  isSameNode: (realm, { node }, [other]) => toState(realm, other, NodeState)?.node === node,
  compareDocumentPosition: (realm, { node }, [other]) =>
    node.compareDocumentPosition(expectNode(realm, other, "compareDocumentPosition").node),
  normalize: () => undefined,
  remove: (realm, { page, node }) => {
    take(realm, page.toNode(node), "remove");
    return undefined;
  },
  replaceWith: beside("replaceWith"),
};

/** `insertAdjacent…`: where something is put, by its word. */
function insertAdjacent(realm: Realm, state: ElementState, where: unknown, what: string, make: (into: ParentState) => NodeState[]): void {
  const position = toText(realm, where).toLowerCase();
  const inside = position === "afterbegin" || position === "beforeend";
  if (!inside && position !== "beforebegin" && position !== "afterend")
    throwError(realm, "SyntaxError", "the position has to be `beforebegin`, `afterbegin`, `beforeend` or `afterend`");
  const into = inside ? state : state.isBody ? undefined : parentOf(realm, state);
  if (into === undefined) return;
  const { element } = state;
  const before =
    position === "beforebegin"
      ? element
      : position === "afterend"
        ? element.nextSibling
        : position === "afterbegin"
          ? element.firstChild
          : null;
  insert(realm, into, make(into), before, what);
}

export const adjacentMethods: MethodTable<ElementState> = {
  insertAdjacentElement: (realm, state, [where, child]) => {
    insertAdjacent(realm, state, where, "insertAdjacentElement", () => [expectOwn(realm, child, "insertAdjacentElement")]);
    return child;
  },
  insertAdjacentHTML: (realm, state, [where, html]) => {
    const text = toText(realm, html);
    insertAdjacent(realm, state, where, "insertAdjacentHTML", (into) =>
      buildMarkup(realm, into, text).map((node) => new NodeState(state.page, node)),
    );
    return undefined;
  },
  insertAdjacentText: (realm, state, [where, text]) => {
    const own = toText(realm, text);
    insertAdjacent(realm, state, where, "insertAdjacentText", () => [new TextState(state.page, buildText(realm, state.page, own))]);
    return undefined;
  },
};
