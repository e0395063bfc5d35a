import type { Body } from "../ir/nodes.ts";
import type { Binding } from "../ir/program.ts";

const lexical: ReadonlySet<string> = new Set(["let", "const", "class"]);

/** Slots of a body that are dead until their declarations have run, where a reference looks. */
export function findDeadSlots(body: Body, bindings: readonly Binding[]): readonly number[] {
  return body.bindings
    .map((id) => bindings[id])
    .filter((binding) => binding?.checked && lexical.has(binding.kind))
    .map((binding) => binding?.slot ?? 0);
}
