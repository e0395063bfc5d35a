import type { FunctionNode } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import type { Realm } from "../runtime/realm.ts";
import { driveAsyncGenerator } from "./async-generator.ts";
import { driveAsync, driveGenerator } from "./drivers.ts";
import type { Frame } from "./frame.ts";
import type { Linker } from "./linker.ts";
import { RETURN } from "./signals.ts";
import { StatementSuspender } from "./suspend-statements.ts";

/** Units for a generator that is made, beside the call: the host makes one of its own, and closes it. */
const suspendingUnits = 16;

/**
 * Links the body of an async function or generator. Its statements run as generators of the host, written here once: nodes
 * without `await` or `yield` inside stay ordinary closures.
 */
export function linkSuspendingBody(node: FunctionNode, linker: Linker): (realm: Realm, open: () => Frame) => unknown {
  const suspender = new StatementSuspender(linker, node.async && node.generator);
  const run = suspender.functionBody(node);
  function* start(frame: Frame, realm: Realm): ReturnType<typeof run> {
    const signal = yield* run(frame, realm);
    if (signal !== RETURN) return undefined;
    const value = realm.result;
    realm.result = undefined;
    return value as undefined;
  }
  const pay = (realm: Realm, open: () => Frame): Frame => {
    charge(realm, suspendingUnits);
    return open();
  };
  if (node.async && node.generator) return (realm, open) => driveAsyncGenerator(realm, start(pay(realm, open), realm));
  if (node.generator) return (realm, open) => driveGenerator(realm, start(pay(realm, open), realm));
  // Parameters are bound inside of the promise: what their defaults throw rejects it.
  return (realm, open) => driveAsync(realm, () => start(open(), realm));
}
