import { charge, chargeArray } from "../../../runtime/budget.ts";
import type { Opaque } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import type { NodeState } from "./states.ts";

type Reader = (realm: Realm, state: NodeState) => unknown;

const elementNode = 1;

/** Gives the facades of nodes, without those that have none (comments). */
export function toFacades(realm: Realm, { page }: NodeState, nodes: Iterable<Node> & { readonly length: number }): Opaque[] {
  chargeArray(realm, nodes.length);
  charge(realm, nodes.length);
  const facades: Opaque[] = [];
  for (const node of nodes) {
    const facade = page.toNode(node);
    if (facade !== null) facades.push(facade);
  }
  return facades;
}

function countElements(realm: Realm, { page, node }: NodeState): number {
  const { children } = node as unknown as ParentNode;
  if (!page.guard.isOn) return children.length;
  charge(realm, children.length);
  return [...children].filter((child) => !page.guard.isClosed(child)).length;
}

/** Walks to the next node that has a facade. What stands beside the root is the host's. */
function sibling(key: "nextSibling" | "previousSibling", elementsOnly: boolean): Reader {
  return (realm, { page, node }) => {
    if (node === page.bodyElement() || node === page.root) return null;
    for (let at: Node | null = node[key]; at !== null; at = at[key]) {
      charge(realm, 1);
      if (elementsOnly && at.nodeType !== elementNode) continue;
      const facade = page.toNode(at);
      if (facade !== null) return facade;
    }
    return null;
  };
}

function child(from: "firstChild" | "lastChild", elementsOnly: boolean): Reader {
  const key = from === "firstChild" ? "nextSibling" : "previousSibling";
  return (realm, { page, node }) => {
    for (let at: Node | null = node[from]; at !== null; at = at[key]) {
      charge(realm, 1);
      if (elementsOnly && at.nodeType !== elementNode) continue;
      const facade = page.toNode(at);
      if (facade !== null) return facade;
    }
    return null;
  };
}

/** Nothing is above the root. */
const parent: Reader = (_realm, { page, node }) =>
  node === page.bodyElement() || node === page.root ? null : page.toNode(node.parentNode);

/** Where a node stands. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["childElementCount", (realm, state) => ("children" in state.node ? countElements(realm, state) : undefined)],
  ["childNodes", (realm, state) => toFacades(realm, state, state.node.childNodes)],
  [
    "children",
    (realm, state) => ("children" in state.node ? toFacades(realm, state, (state.node as unknown as ParentNode).children) : undefined),
  ],
  ["firstChild", child("firstChild", false)],
  ["firstElementChild", child("firstChild", true)],
  ["isConnected", (_realm, { page, node }) => !page.disposed && node.isConnected],
  ["lastChild", child("lastChild", false)],
  ["lastElementChild", child("lastChild", true)],
  ["nextElementSibling", sibling("nextSibling", true)],
  ["nextSibling", sibling("nextSibling", false)],
  ["nodeName", (_realm, { node }) => node.nodeName],
  ["nodeType", (_realm, { node }) => node.nodeType],
  ["ownerDocument", (_realm, { page }) => page.document],
  ["parentElement", parent],
  ["parentNode", parent],
  ["previousElementSibling", sibling("previousSibling", true)],
  ["previousSibling", sibling("previousSibling", false)],
]);

/** Reads what nodes of all kinds have; `undefined` for everything else. */
export function readNode(realm: Realm, state: NodeState, key: string): unknown {
  return readers.get(key)?.(realm, state);
}
