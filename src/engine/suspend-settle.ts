import type { AnyNode } from "../ir/nodes.ts";
import { toText } from "../runtime/coerce.ts";
import { copyOwn } from "../runtime/copy-own.ts";
import { toList } from "../runtime/iterate.ts";
import { createRecord } from "../runtime/record.ts";
import type { RunSteps } from "./suspend-expressions.ts";

/**
 * What has to happen to a part before the next suspends: a spread is walked, a part of a template literal becomes text
 * (ECMAScript 13.2.4.1, 13.2.8.5).
 */
export function settleSteps(child: AnyNode, field: string, parent: AnyNode, run: RunSteps): RunSteps {
  if (child.kind !== "spread" && parent.kind !== "template") return run;
  const walks = field === "items" || field === "args" || field === "children";
  return function* (frame, realm) {
    const value = yield* run(frame, realm);
    realm.at = child.span[0];
    if (child.kind !== "spread") return toText(realm, value);
    if (walks) return toList(realm, value);
    const copy = createRecord();
    copyOwn(realm, value, copy);
    return copy;
  };
}
