import type { $ZodObject } from "zod/v4/core";
import { suggestName } from "../diagnostics/suggest.ts";

/** Where a view renders (`reference/kview.md`, section 1). */
export type ViewContext = "smartbar-card" | "smartbar-details" | "expanded-timeline" | "create-form";

export const viewContexts: readonly ViewContext[] = ["smartbar-card", "smartbar-details", "expanded-timeline", "create-form"];

const tagForm = /^[A-Z][\w$]*(\.[A-Za-z_$][\w$]*)*$/;
const identifierForm = /^[A-Za-z_$][\w$]*$/;

/** Names that mean something else inside a component's template, or that never reach a component. */
const takenNames: ReadonlyMap<string, string> = new Map([
  ["kview", "it names the helpers of component templates"],
  ["key", "keys belong to the tag and never reach the component"],
  ["ref", "refs belong to the tag and never reach the component"],
  ["this", "a component's template has no `this`"],
]);

/** Checks a component's name. */
export function expectComponentName(name: unknown): string {
  if (typeof name === "string" && tagForm.test(name)) return name;
  const found = typeof name === "string" ? `\`${name.slice(0, 60)}\`` : typeof name;
  throw new TypeError(`defineComponent: \`name\` has to be a capitalised identifier, or several joined by dots; found ${found}`);
}

/**
 * Reads the names of the props from a zod object of either flavour. In a component of the language each is a free
 * name, so it has to be an identifier.
 */
export function expectProps(component: string, props: unknown, template: boolean): string[] {
  const shape = (props as Partial<$ZodObject> | undefined)?._zod?.def?.shape;
  if (shape === undefined) throw new TypeError(`defineComponent: \`props\` of ${component} has to be a zod object`);
  const names = Object.keys(shape);
  for (const name of names) {
    const taken = takenNames.get(name);
    if (taken !== undefined) throw new TypeError(`defineComponent: ${component} can't have a prop \`${name}\`: ${taken}`);
    if (template && !identifierForm.test(name)) {
      throw new TypeError(`defineComponent: the prop \`${name}\` of ${component} is no identifier, so its template can't name it`);
    }
  }
  return names;
}

/** Checks the list of contexts that a component is made for. */
export function expectContexts(component: string, contexts: unknown): readonly ViewContext[] | undefined {
  if (contexts === undefined) return undefined;
  if (!Array.isArray(contexts) || contexts.length === 0) {
    throw new TypeError(`defineComponent: \`contexts\` of ${component} has to be a list of contexts; leave it out for all`);
  }
  for (const context of contexts as readonly unknown[]) {
    if (viewContexts.includes(context as ViewContext)) continue;
    const meant = suggestName(String(context), viewContexts);
    const hint = meant === undefined ? `contexts are ${viewContexts.join(", ")}` : `did you mean \`${meant}\`?`;
    throw new TypeError(
      `defineComponent: \`contexts\` of ${component} names an unknown context \`${String(context).slice(0, 60)}\`; ${hint}`,
    );
  }
  return Object.freeze([...(contexts as readonly ViewContext[])]);
}

/** Checks the examples of a component. */
export function expectExamples(component: string, examples: unknown): readonly string[] {
  if (examples === undefined) return [];
  if (!Array.isArray(examples) || !examples.every((example) => typeof example === "string")) {
    throw new TypeError(`defineComponent: \`examples\` of ${component} has to be a list of templates`);
  }
  return Object.freeze([...(examples as readonly string[])]);
}
