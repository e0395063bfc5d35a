import { classesOf } from "../../../policy/interfaces.ts";
import { toText } from "../../../runtime/coerce.ts";
import type { OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { payTime } from "../page-time.ts";
import { attributeMethods } from "./attribute-methods.ts";
import { readText, writeMarkup, writeText } from "./content.ts";
import { elementMethods } from "./element-methods.ts";
import { readElement } from "./element-properties.ts";
import { readHandler, writeElement } from "./element-writes.ts";
import { readControl } from "./form-properties.ts";
import { createMethods } from "./methods.ts";
import { readNode } from "./node-properties.ts";
import { matchMethods, queryMethods } from "./queries.ts";
import { ElementState, FragmentState } from "./states.ts";
import { adjacentMethods, nodeMethods, parentMethods } from "./tree-methods.ts";

const methods = createMethods("Element", ElementState, {
  ...nodeMethods,
  ...parentMethods,
  ...queryMethods,
  ...matchMethods,
  ...adjacentMethods,
  ...attributeMethods,
  ...elementMethods,
});

/** Elements of the card. What is in no table here can't be read, written or called, whatever the page's element has. */
export const elementType: OpaqueType<ElementState> = {
  name: "Element",
  methods,
  // What is read may be laid out, or searched for, before it is known.
  read: (realm, state, key) => (methods.has(key) ? undefined : payTime(realm, () => readAny(realm, state, key))),
  write: writeElement,
  classes: ({ element, isBody }) => classesOf(isBody ? "body" : element.localName),
};

function readAny(realm: Realm, state: ElementState, key: string): unknown {
  const own = readElement(realm, state, key);
  const value = own === undefined ? readNode(realm, state, key) : own;
  if (value !== undefined) return value;
  const handler = readHandler(realm, state, key);
  // A control may be named `online`, too.
  return handler === undefined ? readControl(realm, state, key) : handler;
}

/** Nodes that are put somewhere together. */
export const fragmentType: OpaqueType<FragmentState> = {
  name: "DocumentFragment",
  methods: createMethods("DocumentFragment", FragmentState, { ...nodeMethods, ...parentMethods, ...queryMethods }),
  read: (realm, state, key) => payTime(realm, () => (key === "textContent" ? readText(realm, state) : readNode(realm, state, key))),
  write: (realm, state, key, value) => {
    if (key === "textContent") writeText(realm, state, toText(realm, value), key);
    else if (key === "innerHTML") writeMarkup(realm, state, toText(realm, value), key);
    else return false;
    return true;
  },
  classes: () => ["DocumentFragment", "Node", "EventTarget"],
};
