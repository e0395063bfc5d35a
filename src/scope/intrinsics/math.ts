import { charge } from "../../runtime/budget.ts";
import { toNumber } from "../../runtime/coerce.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { createTable } from "./members.ts";

function unary(compute: (x: number) => number): Implementation {
  return (realm, _self, args) => compute(toNumber(realm, args[0]));
}

function binary(compute: (x: number, y: number) => number): Implementation {
  return (realm, _self, args) => {
    // The order matters: coercing runs functions of the template.
    const x = toNumber(realm, args[0]);
    return compute(x, toNumber(realm, args[1]));
  };
}

/** Folds any number of arguments, two at a time, so that no argument list is ever spread into a host call. */
function variadic(start: number, compute: (x: number, y: number) => number): Implementation {
  return (realm, _self, args) => {
    charge(realm, args.length >>> 2);
    let result = start;
    for (let i = 0; i < args.length; i++) result = compute(result, toNumber(realm, args[i]));
    return result;
  };
}

/** `Math` (ECMAScript 21.3). `random` is the realm's, so that the same bag gives the same bytes. */
export const mathFacade = new Native({
  name: "Math",
  members: createTable("Math", {
    E: Math.E,
    LN10: Math.LN10,
    LN2: Math.LN2,
    LOG10E: Math.LOG10E,
    LOG2E: Math.LOG2E,
    PI: Math.PI,
    SQRT1_2: Math.SQRT1_2,
    SQRT2: Math.SQRT2,
    abs: unary(Math.abs),
    acos: unary(Math.acos),
    acosh: unary(Math.acosh),
    asin: unary(Math.asin),
    asinh: unary(Math.asinh),
    atan: unary(Math.atan),
    atan2: binary(Math.atan2),
    atanh: unary(Math.atanh),
    cbrt: unary(Math.cbrt),
    ceil: unary(Math.ceil),
    clz32: unary(Math.clz32),
    cos: unary(Math.cos),
    cosh: unary(Math.cosh),
    exp: unary(Math.exp),
    expm1: unary(Math.expm1),
    floor: unary(Math.floor),
    fround: unary(Math.fround),
    hypot: (realm, _self, args) => {
      charge(realm, args.length);
      const numbers = args.map((arg) => toNumber(realm, arg));
      // A list too long for the host's stack is folded, which may differ in the last digit.
      return numbers.length <= 1_000 ? Math.hypot(...numbers) : numbers.reduce((sum, x) => Math.hypot(sum, x), 0);
    },
    imul: binary(Math.imul),
    log: unary(Math.log),
    log10: unary(Math.log10),
    log1p: unary(Math.log1p),
    log2: unary(Math.log2),
    max: variadic(Number.NEGATIVE_INFINITY, Math.max),
    min: variadic(Number.POSITIVE_INFINITY, Math.min),
    pow: binary((x, y) => x ** y),
    random: (realm) => realm.random(),
    round: unary(Math.round),
    sign: unary(Math.sign),
    sin: unary(Math.sin),
    sinh: unary(Math.sinh),
    sqrt: unary(Math.sqrt),
    tan: unary(Math.tan),
    tanh: unary(Math.tanh),
    trunc: unary(Math.trunc),
  }),
});
