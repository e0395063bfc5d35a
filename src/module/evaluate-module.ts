import { Template } from "../ir/template.ts";
import { expectTemplate } from "../render/expect-template.ts";
import { printProgram } from "./print-module.ts";

/**
 * Gives a template that runs what `toModule` would print of it, where a host may evaluate text at run time: the string target is faster by
 * it, all else stays as it is. This library evaluates nothing by itself.
 *
 * Throws a `TypeError` for a wrong argument, and whatever `evaluate` throws.
 *
 * @param evaluate Gives the value of a JavaScript expression: `(text) => (0, eval)(text)`, or a script of `node:vm`.
 *
 * @example
 * import { runInThisContext } from "node:vm";
 *
 * const { template } = compile("<p>{customer.name}</p>");
 * const fast = evaluateModule(template, (text) => runInThisContext(text));
 * renderToString(fast, createContext({ resource: "customer", customer: { name: "Ada" } })); // "<p>Ada</p>"
 */
export function evaluateModule(template: Template, evaluate: (text: string) => unknown): Template {
  const { program, natives, icons } = expectTemplate(template);
  if (typeof evaluate !== "function") throw new TypeError("argument `evaluate` is a function that gives the value of a text");
  const printed = evaluate(printProgram(program));
  if (typeof printed !== "function") throw new TypeError("argument `evaluate` has to give the value of the text: a function");
  return new Template(program, natives, icons, printed);
}
