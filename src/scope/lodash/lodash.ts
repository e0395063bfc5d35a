import { type LodashEntry, lodashFunctions } from "../../policy/lodash.ts";
import { charge } from "../../runtime/budget.ts";
import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { arrayFunctions } from "./array.ts";
import { arraySetFunctions } from "./array-set.ts";
import { arrayWriteFunctions } from "./array-write.ts";
import { type ChainedFunction, createChain } from "./chain.ts";
import { collectionFunctions } from "./collection.ts";
import { combinatorFunctions } from "./combinator.ts";
import { debounceFunctions } from "./debounce.ts";
import { flattenFunctions } from "./flatten.ts";
import { functionFunctions } from "./function.ts";
import type { FunctionTable, LodashFunction } from "./function-table.ts";
import { iterateeFunctions } from "./iteratee.ts";
import { langFunctions } from "./lang.ts";
import { lateFunctions } from "./late.ts";
import { mergeFunctions } from "./merge.ts";
import { numberFunctions } from "./number.ts";
import { objectFunctions } from "./object.ts";
import { orderFunctions, sortedFunctions } from "./order.ts";
import { partialFunctions } from "./partial.ts";
import { propertyFunctions } from "./property.ts";
import { sampleFunctions } from "./sample.ts";
import { stringFunctions } from "./string.ts";
import { trimFunctions } from "./trim.ts";

/** What is written for the names of `policy/lodash`. `_.chain` comes from the wrapper. */
const written: ReadonlyMap<string, LodashFunction> = new Map(
  [
    arrayFunctions,
    arraySetFunctions,
    arrayWriteFunctions,
    collectionFunctions,
    combinatorFunctions,
    debounceFunctions,
    flattenFunctions,
    functionFunctions,
    iterateeFunctions,
    langFunctions,
    lateFunctions,
    mergeFunctions,
    numberFunctions,
    objectFunctions,
    orderFunctions,
    partialFunctions,
    propertyFunctions,
    sampleFunctions,
    sortedFunctions,
    stringFunctions,
    trimFunctions,
  ].flatMap((table: FunctionTable) => Object.entries(table)),
);

/** Makes the function run as the policy says: its cost is paid before it starts. */
function toRunner(run: LodashFunction, { cost }: LodashEntry): ChainedFunction["run"] {
  return (realm, args) => {
    if (cost === "first") charge(realm, sizeOf(args[0]));
    else if (cost === "inputs") for (const arg of args) charge(realm, 1 + sizeOf(arg));
    return run(realm, args[0], args[1], args[2], args);
  };
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === "string" ? value.length >>> 6 : 0;
}

const functions: ReadonlyMap<string, ChainedFunction & { readonly arity: number }> = new Map(
  [...lodashFunctions].flatMap(([name, entry]): [string, ChainedFunction & { readonly arity: number }][] => {
    const run = written.get(name);
    // What stands behind `realm`, as far as it stands by itself: `_.curry(_.get)` waits for three.
    return run === undefined ? [] : [[name, { run: toRunner(run, entry), chains: entry.chains, arity: Math.min(run.length - 1, 3) }]];
  }),
);

const chain = createChain(functions);

/**
 * `_`: lodash's pure functions over the closed universe, each checked against the real library.
 *
 * Nothing of lodash itself is handed out: its `get`, `map`, `invoke` over host values are ways to the constructor of
 * functions. Objects, paths and callbacks go through the runtime; the library sees primitive strings alone.
 */
export const lodash: Native = new Native({
  name: "_",
  length: 1,
  run: (_realm: Realm, _self, args) => chain.wrap(args[0], false),
  members: new Map([
    ...[...functions].map(
      ([name, { run, arity }]) => [name, new Native({ name, length: arity, run: (realm, _self, args) => run(realm, args) })] as const,
    ),
    ["chain", new Native({ name: "chain", length: 1, run: (_realm, _self, args) => chain.wrap(args[0], true) })] as const,
  ]),
});
