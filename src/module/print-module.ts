import type { FunctionNode } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { printedNames } from "../render/printed.ts";
import { printBody } from "./functions.ts";
import { Printer } from "./printer.ts";

/** Prints what the module engine runs in place of closures: a function expression of the printed runtime. */
export function printProgram(program: Program): string {
  const printer = new Printer(program);
  const functions: readonly FunctionNode[] = [program.script, ...Object.values(program.components)];
  for (const fn of functions) printBody(fn, printer);
  const names = printedNames.map((name) => `${name}:$${name}`).join(",");
  const bodies = printer.bodies.map(({ path, text }) => `{path:${printJson(path)},run:${text}}`);
  return `({R,P,A,${names}})=>({parts:${printJson(printer.parts)},attributes:${printJson(printer.attributes)},bodies:[${bodies.join(",\n")}]})`;
}

/** JSON as an expression of the language, and of a page that it may stand in. */
export function printJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => inner).replace(
    /[<\u2028\u2029]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
