import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toRecord } from "../../runtime/record.ts";
import { createDate } from "../intrinsics/date.ts";
import { findLocale } from "./locale.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { copyState, isValid, toWall } from "./wall.ts";

const fieldNames: readonly string[] = ["years", "months", "date", "hours", "minutes", "seconds", "milliseconds"];

/** Methods that give a moment as something else. */
export const convertMethods: MethodTable<MomentState> = {
  clone: (_realm, state, _args, self) => new Opaque(self.type, copyState(state)),
  isValid: (_realm, state) => isValid(state),
  valueOf: (_realm: Realm, state: MomentState) => state.time,
  unix: (_realm, state) => Math.floor(state.time / 1_000),
  toDate: (_realm, state) => createDate(state.time),
  toArray: (realm, state) => [...toWall(realm, state).toArray()],
  toObject: (realm, state) => {
    const fields = toWall(realm, state).toArray();
    return toRecord(fieldNames.map((name, index) => [name, fields[index]] as const));
  },
  // A locale that the library has not loaded changes nothing, and none is ever loaded here.
  locale: (_realm, state, [tag], self) => {
    if (tag === undefined) return state.locale;
    const tags = Array.isArray(tag) ? tag : [tag];
    state.locale = tags.map(findLocale).find((name) => name !== undefined) ?? state.locale;
    return self;
  },
};
