import { charge, chargeArray, chargeFailure, enterCall } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import type { Fn, Implementation, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { remove, set } from "../../runtime/set.ts";
import { throwError } from "../../runtime/throw.ts";

const deepest = 500;
/** Units for each key: the host's table, ours, and the walk between. */
const keyUnits = 4;

/**
 * `JSON.parse` (ECMAScript 25.5.1). The host parses; its objects are copied into records at once, own keys only, so that
 * a key `__proto__` is a key like any other. What the host says of a bad text is not passed on.
 */
export const parseJson: Implementation = (realm, _self, [value, reviver]) => {
  const text = toText(realm, value);
  charge(realm, text.length >>> 3);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    chargeFailure(realm);
    return throwError(realm, "SyntaxError", "this text is not JSON");
  }
  const result = toClosed(realm, parsed, 0);
  if (!isCallable(reviver)) return result;
  const root = createRecord();
  root[""] = result;
  return revive(realm, reviver, root, "");
};

function toClosed(realm: Realm, value: unknown, level: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > deepest) throwError(realm, "RangeError", "this JSON nests too deep");
  if (Array.isArray(value)) {
    chargeArray(realm, value.length);
    for (let i = 0; i < value.length; i++) value[i] = toClosed(realm, value[i], level + 1);
    return value;
  }
  const record = createRecord();
  const keys = Object.keys(value);
  chargeArray(realm, keys.length);
  charge(realm, keyUnits * keys.length);
  for (const key of keys) record[key] = toClosed(realm, (value as Rec)[key], level + 1);
  return record;
}

/**
 * InternalizeJSONProperty (25.5.1.1): from the leaves up; what the reviver leaves `undefined` is removed. Levels count as calls: the
 * reviver may hang anything into its holder, deeper than any text, or the holder itself.
 */
function revive(realm: Realm, reviver: Fn | Native, holder: Rec | unknown[], key: string): unknown {
  const value = (holder as Rec)[key];
  charge(realm, 1);
  enterCall(realm);
  try {
    reviveItems(realm, reviver, value);
  } finally {
    realm.depth--;
  }
  return call(realm, reviver, holder, [key, value]);
}

function reviveItems(realm: Realm, reviver: Fn | Native, value: unknown): void {
  if (Array.isArray(value)) {
    const { length } = value;
    for (let i = 0; i < length; i++) set(realm, value, i, revive(realm, reviver, value, String(i)));
  } else if (isRecord(value)) {
    for (const inner of Object.keys(value)) {
      const revived = revive(realm, reviver, value, inner);
      if (revived === undefined) remove(realm, value, inner);
      else set(realm, value, inner, revived);
    }
  }
}
