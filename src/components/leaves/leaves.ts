import type { ComponentType } from "preact";
import { toLeafName } from "../../ir/leaf-name.ts";
import type { Host } from "../../runtime/host.ts";
import { Editor } from "./editor/editor.ts";
import { FormRow } from "./form/form-row.ts";
import { Frame } from "./frame/frame.ts";
import { Gallery } from "./gallery/gallery.ts";

/**
 * What acts in the platform's components, by the names that their templates have for it. Only the DOM target imports this: everywhere else
 * a leaf is its children. So is what it shows at first; what needs script it adds once it is mounted.
 */
// biome-ignore lint/suspicious/noExplicitAny: each leaf has its own props; the templates of our components give them.
export const leaves: ReadonlyMap<string, ComponentType<any>> = new Map<string, ComponentType<any>>(
  Object.entries({ Editor, FormRow, Frame, Gallery }).map(([name, leaf]) => [toLeafName(name), leaf as ComponentType]),
);

/** Services without which a leaf has nothing to do. */
const needs: ReadonlyMap<unknown, keyof Host> = new Map<unknown, keyof Host>([[Editor, "updateAttribute"]]);

/** Tells whether a leaf acts in the cards of a host. Where it does not, it is its children there, too. */
export function canAct(leaf: unknown, host: Host): boolean {
  const service = needs.get(leaf);
  return leaf !== undefined && (service === undefined || host[service] !== undefined);
}
