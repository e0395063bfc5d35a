import { elements } from "../../../policy/elements.ts";
import { charge, chargeArray } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { LimitError } from "../../../runtime/failure.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError, throwType } from "../../../runtime/throw.ts";
import { expectWritable } from "./attributes.ts";
import { buildText } from "./build.ts";
import { expectEmptiable, readText, writeStyles } from "./content.ts";
import { toState } from "./methods.ts";
import { BodyState, ElementState, FragmentState, NodeState, type ParentState, TextState } from "./states.ts";

/** Reads an argument that has to be a node of this card. */
export function expectNode(realm: Realm, value: unknown, what: string): NodeState {
  return toState(realm, value, NodeState) ?? throwType(realm, `\`${what}\` needs a node of this card`);
}

/**
 * Reads an argument that is put somewhere: a node that the template made. What the card rendered is the renderer's, which would look for
 * it where it left it.
 */
export function expectOwn(realm: Realm, value: unknown, what: string): NodeState {
  const state = expectNode(realm, value, what);
  if (state instanceof BodyState || !(state instanceof FragmentState || state.page.owns(state.node)))
    return throwError(realm, "Error", `\`${what}\` can't move what the card rendered: change its state in place of its nodes`);
  return state;
}

/** Reads arguments of `append` and its kin: nodes, and texts for all other values. */
export function toNodes(realm: Realm, { page }: NodeState, values: readonly unknown[], what: string): NodeState[] {
  chargeArray(realm, values.length);
  return values.map((value) =>
    toState(realm, value, NodeState) === undefined
      ? new TextState(page, buildText(realm, page, toText(realm, value)))
      : expectOwn(realm, value, what),
  );
}

/** Puts nodes of the template into a node, in front of `before` or at its end. */
export function insert(realm: Realm, into: ParentState, nodes: readonly NodeState[], before: Node | null, what: string): void {
  const { page, parent } = into;
  for (const state of nodes) checkPlace(realm, into, state);
  if (into instanceof ElementState) {
    expectWritable(realm, into, what);
    const kind = elements.get(into.element.localName)?.text;
    if (kind !== undefined) return insertText(realm, into, kind, nodes, what);
  }
  const count = page.root.getElementsByTagName("*").length;
  charge(realm, count >>> 6);
  if (count > realm.limits.nodes) throw new LimitError("nodes", `the card has more than ${realm.limits.nodes} elements`);
  page.act(what, () => {
    for (const { node } of nodes) parent.insertBefore(node, before);
  });
}

/** A tree that is too deep overflows the stack of the engine that lays it out; a card could build one from its leaves. */
function checkPlace(realm: Realm, { parent }: ParentState, { node }: NodeState): void {
  charge(realm, 4);
  if (node.contains(parent)) throwError(realm, "Error", "a node can't be put into itself");
  const most = realm.limits.outputDepth;
  let level = heightOf(realm, node);
  for (let at: Node | null = parent; at !== null && level <= most; at = at.parentNode) level++;
  charge(realm, level >>> 2);
  if (level > most) throw new LimitError("outputDepth", "nodes nest too deep");
}

/** How many levels of nodes are below a node. Without recursion: it may be deep already. */
function heightOf(realm: Realm, node: Node): number {
  let height = 0;
  let level = 0;
  for (let at: Node = node; ; ) {
    charge(realm, 1);
    if (at.firstChild !== null) {
      at = at.firstChild;
      height = Math.max(height, ++level);
      continue;
    }
    while (at !== node && at.nextSibling === null) {
      at = at.parentNode as Node;
      level--;
    }
    if (at === node) return height;
    at = at.nextSibling as Node;
  }
}

/** Text of a `<style>` is judged as a whole with what it is added to; a frame holds nothing; a draft holds text. */
function insertText(realm: Realm, into: ElementState, kind: "style" | "plain" | "none", nodes: readonly NodeState[], what: string): void {
  if (kind === "none") throwError(realm, "Error", `\`${what}\` can't put anything into a frame`);
  let text = "";
  for (const state of nodes) text += readNodeText(realm, state);
  if (kind === "style") {
    expectEmptiable(realm, into, what);
    writeStyles(realm, into, (into.page.styles.get(into.element) ?? "") + text);
  } else {
    const node = buildText(realm, into.page, text);
    into.page.act(what, () => into.element.appendChild(node));
  }
}

function readNodeText(realm: Realm, state: NodeState): string {
  return state.node.nodeType === 3 ? (state.node as Text).data : readText(realm, state);
}

/**
 * Takes a node from where it is. One that the card rendered may go too, as scripts have toasts go; the renderer finds its way without it,
 * but nothing can be done with it elsewhere.
 */
export function take(realm: Realm, value: unknown, what: string): NodeState {
  const state = expectNode(realm, value, what);
  charge(realm, 4);
  if (state instanceof BodyState) throwError(realm, "Error", `\`${what}\` can't take away all that the card rendered`);
  state.page.act(what, () => state.node.parentNode?.removeChild(state.node));
  return state;
}
