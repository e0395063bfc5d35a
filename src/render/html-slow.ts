import { call } from "../runtime/call.ts";
import { getNamed } from "../runtime/get.ts";
import type { Realm } from "../runtime/realm.ts";
import { writeChild } from "./html-write.ts";

/** Writes `target.key` where it is not a record's own text or number. */
export function writeMember(realm: Realm, target: unknown, key: string, start: number, place: number): string {
  realm.at = place;
  const value = getNamed(realm, target, key);
  realm.at = start;
  return writeChild(realm, value);
}

/** Writes `list.map(…)` of somebody else's `map` (an array may have one), or fails: called as usual, on the object that was read. */
export function writeMapped(realm: Realm, list: unknown, place: number, at: number, fn: unknown, name: string): string {
  realm.at = place;
  const method = getNamed(realm, list, "map");
  realm.at = at;
  return writeChild(realm, call(realm, method, list, [fn], name));
}
