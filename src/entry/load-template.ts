import { parseProgram } from "../ir/parse-program.ts";
import { type NativeForms, Template } from "../ir/template.ts";

/** What a stored program does not hold: the host's own components. */
export interface NativeSource {
  get(name: string): (NativeForms & { readonly template?: string | undefined }) | undefined;
}

/**
 * Loads a template from a stored program (`template.program` as JSON, parsed). No parser is needed, and the program need
 * not be trusted: it is checked against the schema, and its markup is judged by the output policy when it is linked.
 *
 * Throws a `TypeError` that names path, expected and found for what is no program.
 *
 * @param registry Gives the host's native components that the program names; what `createRegistry` gave will do.
 *
 * @example
 * const stored = JSON.stringify(template.program);
 * renderToString(loadTemplate(JSON.parse(stored)), bag);
 */
export function loadTemplate(program: unknown, registry?: NativeSource): Template {
  const parsed = parseProgram(program);
  const natives = new Map<string, NativeForms>();
  for (const name of [...parsed.facts.components, ...parsed.facts.globals]) {
    const component = registry?.get(name);
    if (component !== undefined && component.template === undefined) natives.set(name, { html: component.html, dom: component.dom });
  }
  return new Template(parsed, natives);
}
