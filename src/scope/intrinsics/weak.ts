import { isPrimitive } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeGrowth, expectOpaque } from "./arguments.ts";
import { createMembers } from "./members.ts";

/** A key of a weak collection: anything but a primitive. */
function toWeakKey(realm: Realm, key: unknown): object {
  return isPrimitive(key) ? throwType(realm, "a key of a weak collection has to be an object") : (key as object);
}

/** Methods ask for any value; a primitive is simply not in there. */
function isWeakKey(key: unknown): key is object {
  return !isPrimitive(key);
}

const weakMapType: OpaqueType<WeakMap<object, unknown>> = {
  name: "WeakMap",
  methods: createMembers("WeakMap.prototype", {
    delete: (realm, self, [key]) => isWeakKey(key) && expectOpaque(realm, self, weakMapType, "delete").delete(key),
    get: (realm, self, [key]) => (isWeakKey(key) ? expectOpaque(realm, self, weakMapType, "get").get(key) : undefined),
    has: (realm, self, [key]) => isWeakKey(key) && expectOpaque(realm, self, weakMapType, "has").has(key),
    set: (realm, self, [key, value]) => {
      chargeGrowth(realm, 1, 1);
      expectOpaque(realm, self, weakMapType, "set").set(toWeakKey(realm, key), value);
      return self;
    },
  }),
};

const weakSetType: OpaqueType<WeakSet<object>> = {
  name: "WeakSet",
  methods: createMembers("WeakSet.prototype", {
    add: (realm, self, [key]) => {
      chargeGrowth(realm, 1, 1);
      expectOpaque(realm, self, weakSetType, "add").add(toWeakKey(realm, key));
      return self;
    },
    delete: (realm, self, [key]) => isWeakKey(key) && expectOpaque(realm, self, weakSetType, "delete").delete(key),
    has: (realm, self, [key]) => isWeakKey(key) && expectOpaque(realm, self, weakSetType, "has").has(key),
  }),
};

/** Walks the optional argument of a constructor. */
function fill(realm: Realm, source: unknown, add: (item: unknown) => void): void {
  if (source === undefined || source === null) return;
  walkItems(realm, source, (item) => {
    chargeGrowth(realm, 1, 1);
    add(item);
  });
}

/** `WeakMap` (ECMAScript 24.3). */
export const weakMapFacade = new Native({
  name: "WeakMap",
  run: (realm) => throwType(realm, "WeakMap has to be called with `new`"),
  make: (realm, [source]) => {
    const map = new WeakMap<object, unknown>();
    fill(realm, source, (entry) => map.set(toWeakKey(realm, get(realm, entry, 0)), get(realm, entry, 1)));
    return new Opaque(weakMapType, map);
  },
});

/** `WeakSet` (24.4). */
export const weakSetFacade = new Native({
  name: "WeakSet",
  run: (realm) => throwType(realm, "WeakSet has to be called with `new`"),
  make: (realm, [source]) => {
    const set = new WeakSet<object>();
    fill(realm, source, (item) => set.add(toWeakKey(realm, item)));
    return new Opaque(weakSetType, set);
  },
});
