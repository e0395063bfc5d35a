import type { Body } from "../ir/nodes.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import type { Linker } from "./linker.ts";

/** Links the function declarations of a body: they have their values before its first statement runs. */
export function linkHoisted(node: { readonly body: Body }, linker: Linker): ((frame: Frame, realm: Realm) => void)[] {
  return node.body.functions.map(({ target, value }) => {
    const fill = linker.target(target, true);
    const make = linker.fn(value);
    return (frame, realm) => fill(frame, realm, make(frame, realm));
  });
}
