import { type NativeSource, toNatives } from "../ir/natives.ts";
import { parseProgram } from "../ir/parse-program.ts";
import { Template } from "../ir/template.ts";

/**
 * Makes the template of a module that `toModule` printed; modules call it, hosts call what a module exports.
 *
 * Throws a `TypeError` for what is no program.
 *
 * @param program The program that was printed, parsed.
 * @param printed What was printed of it. It runs as code of the host's: unlike a program, a module has to come from where it was made.
 * @param registry As for `loadTemplate`.
 *
 * @example
 * const text = toModule(template); // what it exports calls this
 * text.includes("loadPrinted(program, "); // true
 */
export function loadPrinted(program: unknown, printed: unknown, registry?: NativeSource): Template {
  if (typeof printed !== "function") throw new TypeError("`loadPrinted` is called by what `toModule` prints");
  const parsed = parseProgram(program);
  return new Template(parsed, toNatives(parsed, registry), registry?.icons, printed);
}
