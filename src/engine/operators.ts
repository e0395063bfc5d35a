import type { Binary, BinaryOperator, Unary } from "../ir/nodes.ts";
import { chargeComparison } from "../runtime/budget.ts";
import { add, compare, looseEquals, toNumber } from "../runtime/coerce.ts";
import { hasProperty, isInstanceOf } from "../runtime/keys.ts";
import { typeOf } from "../runtime/kinds.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Linker, Run } from "./linker.ts";

/** What each operator computes on values; charged and coerced by the runtime. */
export function applyBinary(realm: Realm, operator: BinaryOperator, a: unknown, b: unknown): unknown {
  switch (operator) {
    case "+":
      return add(realm, a, b);
    case "-":
      return toNumber(realm, a) - toNumber(realm, b);
    case "*":
      return toNumber(realm, a) * toNumber(realm, b);
    case "/":
      return toNumber(realm, a) / toNumber(realm, b);
    case "%":
      return toNumber(realm, a) % toNumber(realm, b);
    case "**":
      return toNumber(realm, a) ** toNumber(realm, b);
    case "===":
      chargeComparison(realm, a, b);
      return a === b;
    case "!==":
      chargeComparison(realm, a, b);
      return a !== b;
    case "==":
      return looseEquals(realm, a, b);
    case "!=":
      return !looseEquals(realm, a, b);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return compare(realm, a, b, operator);
    case "&":
      return toNumber(realm, a) & toNumber(realm, b);
    case "|":
      return toNumber(realm, a) | toNumber(realm, b);
    case "^":
      return toNumber(realm, a) ^ toNumber(realm, b);
    case "<<":
      return toNumber(realm, a) << toNumber(realm, b);
    case ">>":
      return toNumber(realm, a) >> toNumber(realm, b);
    case ">>>":
      return toNumber(realm, a) >>> toNumber(realm, b);
    case "in":
      return hasProperty(realm, a, b);
    case "instanceof":
      return isInstanceOf(realm, a, b);
  }
}

/** Links a binary operator; those that timelines spend their time in have closures of their own. */
export function linkBinary(node: Binary, linker: Linker): Run {
  const left = linker.expression(node.left);
  const right = linker.expression(node.right);
  const { operator } = node;
  const at = node.span[0];
  switch (operator) {
    case "===":
      return (frame, realm) => isSame(realm, left(frame, realm), right(frame, realm));
    case "!==":
      return (frame, realm) => !isSame(realm, left(frame, realm), right(frame, realm));
    case "+":
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        if (typeof a === "number" && typeof b === "number") return a + b;
        realm.at = at;
        return add(realm, a, b);
      };
    case "<":
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        return typeof a === "number" && typeof b === "number" ? a < b : compare(realm, a, b, "<");
      };
    case ">":
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        return typeof a === "number" && typeof b === "number" ? a > b : compare(realm, a, b, ">");
      };
    case "-":
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        return typeof a === "number" && typeof b === "number" ? a - b : toNumber(realm, a) - toNumber(realm, b);
      };
    case "*":
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        return typeof a === "number" && typeof b === "number" ? a * b : toNumber(realm, a) * toNumber(realm, b);
      };
    default:
      return (frame, realm) => {
        const a = left(frame, realm);
        const b = right(frame, realm);
        realm.at = at;
        return applyBinary(realm, operator, a, b);
      };
  }
}

/** `===`; only long texts cost anything. */
export function isSame(realm: Realm, a: unknown, b: unknown): boolean {
  if (typeof a === "string" && a.length > 256) chargeComparison(realm, a, b);
  return a === b;
}

export function linkUnary(node: Unary, linker: Linker): Run {
  const value = linker.expression(node.value);
  switch (node.operator) {
    case "!":
      return (frame, realm) => !value(frame, realm);
    case "-":
      return (frame, realm) => -toNumber(realm, value(frame, realm));
    case "+":
      return (frame, realm) => toNumber(realm, value(frame, realm));
    case "~":
      return (frame, realm) => ~toNumber(realm, value(frame, realm));
    case "typeof":
      return (frame, realm) => typeOf(value(frame, realm));
    case "void":
      return (frame, realm) => void value(frame, realm);
  }
}
