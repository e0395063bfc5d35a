import { call } from "./call.ts";
import type { Fn, Native } from "./handles.ts";
import type { Realm } from "./realm.ts";
import type { Rec } from "./record.ts";

const gettersKey = "getters of records";

type Getters = WeakMap<Rec, Map<string, Fn | Native>>;

/**
 * Has a property of a record asked for whenever it is read: what bundlers make of a module's exports. The property itself has to hold
 * `undefined`, and so no other read is slower for it.
 */
export function defineGetter(realm: Realm, record: Rec, name: string, getter: Fn | Native): void {
  let all = realm.store.get(gettersKey) as Getters | undefined;
  if (all === undefined) {
    all = new WeakMap();
    realm.store.set(gettersKey, all);
  }
  let own = all.get(record);
  if (own === undefined) {
    own = new Map();
    all.set(record, own);
  }
  own.set(name, getter);
}

/** Reads a property of a record that holds `undefined`. */
export function readGetter(realm: Realm, record: Rec, name: string): unknown {
  const getter = (realm.store.get(gettersKey) as Getters | undefined)?.get(record)?.get(name);
  return getter === undefined ? undefined : call(realm, getter, record, []);
}
