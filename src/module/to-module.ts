import type { Template } from "../ir/template.ts";
import { expectTemplate } from "../render/expect-template.ts";
import { printProgram } from "./print-module.ts";
import { toLiteral } from "./text.ts";

/**
 * Prints a compiled template as an ES module, which a server caches in place of compiling, linking and warming it up: its default export
 * is a function that takes the options of `loadTemplate` and gives the template. It imports `kview/html` and nothing else; author text
 * stands in it as strings only.
 *
 * What is printed runs in the string target, with the guards, limits and fuel of the closures, and gives the same bytes. Constructs that
 * have no printed form, and the other targets, run as closures of the program that the module holds.
 *
 * Throws a `TypeError` for what is no template.
 *
 * @example
 * const { template } = compile("<p>{customer.name}</p>");
 * toModule(template).startsWith('import { loadPrinted } from "kview/html";'); // true
 */
export function toModule(template: Template): string {
  const { program } = expectTemplate(template);
  const parsed = `JSON.parse(${toLiteral(JSON.stringify(program))})`;
  return [
    `import { loadPrinted } from "kview/html";`,
    `const program = ${parsed};`,
    `export default (options) => loadPrinted(program, ${printProgram(program)}, options);`,
    "",
  ].join("\n");
}
