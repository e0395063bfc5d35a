import { charge, chargeAppend, chargeArray } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { joinArray, toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import type { Implementation } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { chargeEquality, chargeGrowth, toInteger, toPosition } from "./arguments.ts";
import { thisList } from "./array-receiver.ts";
import { createIterator } from "./iterator.ts";

// Array methods that read and never call back (ECMAScript 23.1.3), apart from `toLocaleString`.

export const at: Implementation = (realm, self, [index]) => {
  const list = thisList(realm, self);
  return list.at(toInteger(realm, index));
};

export const concat: Implementation = (realm, self, args) => {
  const first = thisList(realm, self);
  let length = first.length;
  for (const arg of args) length += Array.isArray(arg) ? arg.length : 1;
  chargeArray(realm, length);
  const result = first.slice();
  for (const arg of args) {
    if (Array.isArray(arg)) for (let i = 0; i < arg.length; i++) result.push(arg[i]);
    else result.push(arg);
  }
  return result;
};

export const slice: Implementation = (realm, self, [start, end]) => {
  const list = thisList(realm, self);
  const from = toPosition(realm, start, list.length, 0);
  const to = toPosition(realm, end, list.length, list.length);
  chargeArray(realm, Math.max(to - from, 0));
  return list.slice(from, to);
};

export const includes: Implementation = (realm, self, [wanted, start]) => {
  const list = thisList(realm, self);
  chargeEquality(realm, wanted, list.length);
  return list.includes(wanted, toPosition(realm, start, list.length, 0));
};

export const indexOf: Implementation = (realm, self, [wanted, start]) => {
  const list = thisList(realm, self);
  chargeEquality(realm, wanted, list.length);
  return list.indexOf(wanted, toPosition(realm, start, list.length, 0));
};

export const lastIndexOf: Implementation = (realm, self, args) => {
  const list = thisList(realm, self);
  chargeEquality(realm, args[0], list.length);
  return args.length > 1 ? list.lastIndexOf(args[0], toInteger(realm, args[1])) : list.lastIndexOf(args[0]);
};

export const join: Implementation = (realm, self, [separator]) =>
  joinArray(realm, thisList(realm, self), separator === undefined ? "," : toText(realm, separator));

export const toLocaleText: Implementation = (realm, self, [locales, options]) => {
  const list = thisList(realm, self);
  let text = "";
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const part =
      item === null || item === undefined ? "" : toText(realm, call(realm, get(realm, item, "toLocaleString"), item, [locales, options]));
    chargeAppend(realm, text.length + part.length, part.length);
    text += i === 0 ? part : `,${part}`;
  }
  return text;
};

/** `flat`: every visit is paid for, since one array may stand in many places of a tree. */
export const flat: Implementation = (realm, self, [depth]) => {
  const result: unknown[] = [];
  flatten(realm, thisList(realm, self), depth === undefined ? 1 : toInteger(realm, depth), result, 0);
  return result;
};

const deepest = 1_000;

export function flatten(realm: Realm, list: readonly unknown[], depth: number, result: unknown[], level: number): void {
  if (level > deepest) throwError(realm, "RangeError", "this array nests too deep to be flattened");
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (depth > 0 && Array.isArray(item)) {
      charge(realm, 1);
      flatten(realm, item, depth - 1, result, level + 1);
    } else {
      chargeGrowth(realm, result.length + 1, 1);
      result.push(item);
    }
  }
}

export const toReversed: Implementation = (realm, self) => {
  const list = thisList(realm, self);
  chargeArray(realm, list.length);
  return list.slice().reverse();
};

export const toSpliced: Implementation = (realm, self, args) => {
  const list = thisList(realm, self);
  const start = toPosition(realm, args[0], list.length, 0);
  const removed =
    args.length === 0 ? 0 : args.length === 1 ? list.length - start : Math.min(Math.max(toInteger(realm, args[1]), 0), list.length - start);
  chargeArray(realm, list.length - removed + Math.max(args.length - 2, 0));
  return [...list.slice(0, start), ...args.slice(2), ...list.slice(start + removed)];
};

export const withItem: Implementation = (realm, self, [index, value]) => {
  const list = thisList(realm, self);
  const relative = toInteger(realm, index);
  const position = relative < 0 ? list.length + relative : relative;
  if (!(position >= 0 && position < list.length)) throwError(realm, "RangeError", "the index lies outside the array");
  chargeArray(realm, list.length);
  const result = list.slice();
  result[position] = value;
  return result;
};

export const entries: Implementation = (realm, self) => createIterator(thisList(realm, self).entries());
export const keys: Implementation = (realm, self) => createIterator(thisList(realm, self).keys());
export const values: Implementation = (realm, self) => createIterator(thisList(realm, self).values());
