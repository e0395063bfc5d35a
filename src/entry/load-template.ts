import { type NativeSource, toNatives } from "../ir/natives.ts";
import { parseProgram } from "../ir/parse-program.ts";
import { Template } from "../ir/template.ts";

/**
 * Loads a template from a stored program (`template.program` as JSON, parsed). No parser is needed, and the program need
 * not be trusted: it is checked against the schema, and its markup is judged by the output policy when it is linked.
 *
 * Throws a `TypeError` that names path, expected and found for what is no program.
 *
 * @param registry Gives the host's native components that the program names, and `icons` for names of icons that come from data:
 *   what `createRegistry` gave will do, or `{ icons }` of `kview/icons`.
 *
 * @example
 * const stored = JSON.stringify(template.program);
 * renderToString(loadTemplate(JSON.parse(stored)), bag);
 */
export function loadTemplate(program: unknown, registry?: NativeSource): Template {
  const parsed = parseProgram(program);
  return new Template(parsed, toNatives(parsed, registry), registry?.icons);
}
