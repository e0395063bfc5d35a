import type { Realm } from "../../runtime/realm.ts";

/**
 * One function of `_`. The first three arguments stand by themselves, which is all that most take; a missing one is
 * `undefined`. Never spread `args` into a host call: a template may hand over a million.
 */
export type LodashFunction = (realm: Realm, first: unknown, second: unknown, third: unknown, args: readonly unknown[]) => unknown;

/** Functions of one family, by name. Trusted names only; a template's name is looked up in a `Map` made from it. */
export type FunctionTable = Readonly<Record<string, LodashFunction>>;
