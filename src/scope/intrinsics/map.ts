import { call } from "../../runtime/call.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectCallable, expectOpaque } from "./arguments.ts";
import { chargeEntry, chargeLookup, chargeWalk } from "./collection-size.ts";
import { createIterator } from "./iterator.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";
import { groupItems } from "./object.ts";

type MapState = Map<unknown, unknown>;

/** Pays for what a walk passes over before its first step. */
function toWalk(realm: Realm, state: MapState): MapState {
  chargeWalk(realm, state.size);
  return state;
}

const entries: Implementation = (realm, self) => createIterator(toWalk(realm, expectOpaque(realm, self, mapType, "entries")).entries());

/** Maps (ECMAScript 24.1). The host's map holds the values of the template and is never handed out. */
export const mapType: OpaqueType<MapState> = {
  name: "Map",
  methods: createMembers("Map.prototype", {
    clear: (realm, self) => expectOpaque(realm, self, mapType, "clear").clear(),
    delete: (realm, self, [key]) => {
      chargeLookup(realm, key);
      return expectOpaque(realm, self, mapType, "delete").delete(key);
    },
    entries,
    forEach: (realm, self, [callback, thisArg]) => {
      const map = expectOpaque(realm, self, mapType, "forEach");
      const fn = expectCallable(realm, callback);
      for (const [key, value] of map) call(realm, fn, thisArg, [value, key, self]);
    },
    get: (realm, self, [key]) => {
      chargeLookup(realm, key);
      return expectOpaque(realm, self, mapType, "get").get(key);
    },
    has: (realm, self, [key]) => {
      chargeLookup(realm, key);
      return expectOpaque(realm, self, mapType, "has").has(key);
    },
    keys: (realm, self) => createIterator(toWalk(realm, expectOpaque(realm, self, mapType, "keys")).keys()),
    set: (realm, self, [key, value]) => {
      const map = expectOpaque(realm, self, mapType, "set");
      chargeEntry(realm, key, map.size);
      map.set(key, value);
      return self;
    },
    values: (realm, self) => createIterator(toWalk(realm, expectOpaque(realm, self, mapType, "values")).values()),
  }),
  read: (_realm, map, key) => (key === "size" ? map.size : undefined),
  iterate: (realm, map) => toWalk(realm, map).entries(),
};

/** Creates a map value that holds what `map` holds. */
export function createMap(map: MapState): Opaque<MapState> {
  return new Opaque(mapType, map);
}

function construct(realm: Realm, [source]: readonly unknown[]): Opaque<MapState> {
  const map: MapState = new Map();
  if (source !== undefined && source !== null) {
    walkItems(realm, source, (entry) => {
      if (typeof entry !== "object" || entry === null) throwType(realm, "an entry of a map has to be a pair");
      const key = get(realm, entry, 0);
      chargeEntry(realm, key, map.size);
      map.set(key, get(realm, entry, 1));
    });
  }
  return createMap(map);
}

/** `Map`. */
export const mapFacade = new Native({
  name: "Map",
  run: (realm) => throwType(realm, "Map has to be called with `new`"),
  make: construct,
  members: createTable("Map", {
    groupBy: (realm, _self, [items, callback]) => createMap(groupItems(realm, items, callback, (key) => key)),
    prototype: createPrototype("Map", mapType.methods),
  }),
});
