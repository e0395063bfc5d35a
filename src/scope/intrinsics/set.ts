import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectCallable, expectOpaque } from "./arguments.ts";
import { chargeEntry, chargeLookup, chargeWalk } from "./collection-size.ts";
import { createIterator } from "./iterator.ts";
import { mapType } from "./map.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

type SetState = Set<unknown>;

/** Pays for what a walk passes over before its first step. */
function toWalk(realm: Realm, state: SetState): SetState {
  chargeWalk(realm, state.size);
  return state;
}

/** What the set methods take as the other set: a set, or a map for its keys. */
function toOther(realm: Realm, value: unknown): SetState | Map<unknown, unknown> {
  if (value instanceof Opaque && (value.type === (setType as OpaqueType) || value.type === (mapType as OpaqueType))) {
    return value.state as SetState | Map<unknown, unknown>;
  }
  return throwType(realm, "a Set is needed");
}

/** Makes a set of the items of `source` that pass; charged item by item. */
function pick(realm: Realm, source: Iterable<unknown>, keep: (item: unknown) => boolean, into: SetState = new Set()): SetState {
  for (const item of source) {
    chargeEntry(realm, item, into.size);
    if (keep(item)) into.add(item);
  }
  return into;
}

/** A method that makes a new set out of two. */
function combine(name: string, make: (realm: Realm, own: SetState, other: SetState | Map<unknown, unknown>) => SetState): Implementation {
  return (realm, self, [value]) => createSet(make(realm, expectOpaque(realm, self, setType, name), toOther(realm, value)));
}

/** A method that compares two sets by walking one of them. */
function compare(name: string, holds: (own: SetState, other: SetState | Map<unknown, unknown>) => boolean): Implementation {
  return (realm, self, [value]) => {
    const own = expectOpaque(realm, self, setType, name);
    const other = toOther(realm, value);
    charge(realm, own.size + other.size);
    return holds(own, other);
  };
}

const values: Implementation = (realm, self) => createIterator(toWalk(realm, expectOpaque(realm, self, setType, "values")).values());

/** Sets (ECMAScript 24.2), with the set operations of ECMAScript 2025, which the oldest hosts lack. */
export const setType: OpaqueType<SetState> = {
  name: "Set",
  methods: createMembers("Set.prototype", {
    add: (realm, self, [value]) => {
      const set = expectOpaque(realm, self, setType, "add");
      chargeEntry(realm, value, set.size);
      set.add(value);
      return self;
    },
    clear: (realm, self) => expectOpaque(realm, self, setType, "clear").clear(),
    delete: (realm, self, [value]) => {
      chargeLookup(realm, value);
      return expectOpaque(realm, self, setType, "delete").delete(value);
    },
    difference: combine("difference", (realm, own, other) => pick(realm, own, (item) => !other.has(item))),
    entries: (realm, self) => createIterator(toWalk(realm, expectOpaque(realm, self, setType, "entries")).entries()),
    forEach: (realm, self, [callback, thisArg]) => {
      const set = expectOpaque(realm, self, setType, "forEach");
      const fn = expectCallable(realm, callback);
      for (const value of set) call(realm, fn, thisArg, [value, value, self]);
    },
    has: (realm, self, [value]) => {
      chargeLookup(realm, value);
      return expectOpaque(realm, self, setType, "has").has(value);
    },
    // The order is that of the smaller set, as in the language.
    intersection: combine("intersection", (realm, own, other) =>
      own.size <= other.size ? pick(realm, own, (item) => other.has(item)) : pick(realm, other.keys(), (item) => own.has(item)),
    ),
    isDisjointFrom: compare("isDisjointFrom", (own, other) => [...own].every((item) => !other.has(item))),
    isSubsetOf: compare("isSubsetOf", (own, other) => own.size <= other.size && [...own].every((item) => other.has(item))),
    isSupersetOf: compare("isSupersetOf", (own, other) => own.size >= other.size && [...other.keys()].every((item) => own.has(item))),
    keys: values,
    symmetricDifference: combine("symmetricDifference", (realm, own, other) => {
      const result = pick(realm, own, (item) => !other.has(item));
      return pick(realm, other.keys(), (item) => !own.has(item), result);
    }),
    union: combine("union", (realm, own, other) =>
      pick(
        realm,
        other.keys(),
        () => true,
        pick(realm, own, () => true),
      ),
    ),
    values,
  }),
  read: (_realm, set, key) => (key === "size" ? set.size : undefined),
  iterate: (realm, set) => toWalk(realm, set).values(),
};

/** Creates a set value that holds what `set` holds. */
export function createSet(set: SetState): Opaque<SetState> {
  return new Opaque(setType, set);
}

function construct(realm: Realm, [source]: readonly unknown[]): Opaque<SetState> {
  const set: SetState = new Set();
  if (source !== undefined && source !== null) {
    walkItems(realm, source, (item) => {
      chargeEntry(realm, item, set.size);
      set.add(item);
    });
  }
  return createSet(set);
}

/** `Set`. */
export const setFacade = new Native({
  name: "Set",
  run: (realm) => throwType(realm, "Set has to be called with `new`"),
  make: construct,
  members: createTable("Set", { prototype: createPrototype("Set", setType.methods) }),
});
