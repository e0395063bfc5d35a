import { chargeArray } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { readAttribute, removeAttribute, setAttribute } from "./attributes.ts";
import type { MethodTable } from "./methods.ts";
import type { ElementState } from "./states.ts";

/** Attributes, by name. */
export const attributeMethods: MethodTable<ElementState> = {
  getAttribute: (realm, state, [name]) => readAttribute(realm, state, toText(realm, name)),
  getAttributeNames: (realm, state) => {
    const names = state.isBody ? [] : state.element.getAttributeNames().filter((name) => !name.startsWith("data-kv"));
    chargeArray(realm, names.length);
    return names;
  },
  hasAttribute: (realm, state, [name]) => readAttribute(realm, state, toText(realm, name)) !== null,
  hasAttributes: (_realm, { isBody, element }) => !isBody && element.attributes.length > 0,
  removeAttribute: (realm, state, [name]) => {
    removeAttribute(realm, state, toText(realm, name));
    return undefined;
  },
  setAttribute: (realm, state, [name, value]) => {
    setAttribute(realm, state, toText(realm, name), value);
    return undefined;
  },
  // The namespace follows from the name.
  setAttributeNS: (realm, state, [, name, value]) => {
    setAttribute(realm, state, toText(realm, name), value);
    return undefined;
  },
  toggleAttribute: (realm, state, [given, force]) => {
    const name = toText(realm, given);
    const on = force === undefined ? readAttribute(realm, state, name) === null : Boolean(force);
    if (on) setAttribute(realm, state, name, "");
    else removeAttribute(realm, state, name);
    return readAttribute(realm, state, name) !== null;
  },
};
