import lodashLibrary from "lodash";
import type { Native } from "../../../src/runtime/handles.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { arrayMethods } from "../../../src/scope/intrinsics/array.ts";
import { dateFacade } from "../../../src/scope/intrinsics/date.ts";
import { mapFacade } from "../../../src/scope/intrinsics/map.ts";
import { regExpFacade } from "../../../src/scope/intrinsics/regexp.ts";
import { setFacade } from "../../../src/scope/intrinsics/set.ts";
import { stringMethods } from "../../../src/scope/intrinsics/string-methods.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createSmallRealm } from "../support/small-realm.ts";
import { createUniverse, type Universe } from "../support/universe.ts";

/** Both sides of a comparison: lodash itself and ours, with the same clock and the same dice. */
export interface Bench {
  readonly real: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  readonly realm: Realm;
  readonly universe: Universe;
}

export function createBench(): Bench {
  const all = Object.fromEntries(Object.getOwnPropertyNames(Math).map((name) => [name, (Math as never)[name]]));
  const Fixed = Object.assign(() => {}, { now: () => 1_700_000_000_000 });
  const inContext: object = lodashLibrary.runInContext({ Math: { ...all, random: createDice() }, Date: Fixed });
  const real = { ...lodashLibrary, ...Object.fromEntries(Object.entries(inContext).filter(([name]) => chancy.has(name))) };
  const globals = new Map<string, unknown>([
    ["_", lodash],
    ["Date", dateFacade],
    ["Map", mapFacade],
    ["Set", setFacade],
    ["RegExp", regExpFacade],
  ]);
  const none = new Map<string, Native>();
  const methods = { string: stringMethods, array: arrayMethods, number: none, boolean: none, object: none, function: none };
  const realm = createSmallRealm({ globals, methods, now: () => 1_700_000_000_000, random: createDice() });
  const universe = createUniverse(realm);
  // `_` and its functions as arguments (placeholders, iteratees) stand for ours.
  universe.pair(lodashLibrary, lodash);
  for (const [name, member] of lodash.members) {
    const own = (lodashLibrary as unknown as Record<string, object>)[name];
    if (own !== undefined) universe.pair(own, member);
  }
  return { real: real as unknown as Bench["real"], realm, universe };
}

/** What asks for the time or the dice; everything else is the library itself, whose placeholder the cases name. */
const chancy: ReadonlySet<string> = new Set(["now", "random", "sample", "sampleSize", "shuffle"]);

/** A short, repeating row of numbers in [0, 1). */
function createDice(): () => number {
  const row = [0.12, 0.95, 0.5, 0.33, 0.7, 0.01];
  let at = 0;
  return () => row[at++ % row.length] as number;
}

export function throwsOr(run: () => unknown): { readonly value: unknown } | { readonly threw: true } {
  try {
    return { value: run() };
  } catch {
    return { threw: true };
  }
}
