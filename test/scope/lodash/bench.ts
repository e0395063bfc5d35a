import lodashLibrary from "lodash";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createGlobals } from "../../../src/scope/globals.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { createTestRealm } from "../../support/realm.ts";
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
  const realm = createTestRealm({
    globals: new Map([...createGlobals(), ["_", lodash]]),
    now: () => 1_700_000_000_000,
    random: createDice(),
  });
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
