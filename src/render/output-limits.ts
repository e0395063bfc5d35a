import { LimitError } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";

/** Counts elements that are written. */
export function countNodes(realm: Realm, count: number): void {
  if ((realm.nodes += count) > realm.limits.nodes)
    throw new LimitError("nodes", `the card writes more than ${realm.limits.nodes} elements`);
}

/** Bounds the text of the string target: asked wherever it has grown. */
export function checkLength(realm: Realm, html: string): void {
  if (html.length > realm.limits.outputLength) failLength(realm);
}

/** The page holds what the string target would write: the same limit, counted where there is no one text to measure. */
export function countText(realm: Realm, length: number): void {
  if ((realm.written += length) > realm.limits.outputLength) failLength(realm);
}

function failLength(realm: Realm): never {
  throw new LimitError("outputLength", `the card writes more than ${realm.limits.outputLength} characters`);
}
