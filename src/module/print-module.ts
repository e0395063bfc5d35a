import type { Body, ElementNode, Expression, FragmentNode, FunctionNode } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { printedNames } from "../render/printed.ts";
import { printExpression } from "./expressions.ts";
import { printBody, printFunction } from "./functions.ts";
import { Printer } from "./printer.ts";
import type { Scope } from "./scope.ts";
import { printStatements } from "./statements.ts";
import { printJson } from "./text.ts";
import { printView } from "./views.ts";

class ProgramPrinter extends Printer {
  expression(node: Expression, scope: Scope): string {
    return printExpression(node, this, scope);
  }

  function(node: FunctionNode, scope: Scope): string {
    return printFunction(node, this, scope);
  }

  statements(body: Body, scope: Scope): string {
    return printStatements(body, this, scope);
  }

  view(node: ElementNode | FragmentNode, scope: Scope): string | undefined {
    return printView(node, this, scope);
  }
}

/**
 * Prints what the module engine runs in place of closures: a function expression of the printed runtime.
 *
 * @param writes Whether markup may be written as soon as it is evaluated; for linkers that do so.
 */
export function printProgram(program: Program, writes = !program.facts.deferred && !program.facts.inspects): string {
  const printer = new ProgramPrinter(program, writes);
  const functions: readonly FunctionNode[] = [program.script, ...Object.values(program.components)];
  for (const fn of functions) printBody(fn, printer);
  const names = printedNames.map((name) => `${name}:$${name}`).join(",");
  const bodies = printer.bodies.map(({ path, text }) => `{path:${printJson(path)},run:${text}}`);
  const parts = `parts:${printJson(printer.parts)},attributes:${printJson(printer.attributes)}`;
  return `({R,P,A,${names}})=>({${parts},bodies:[${bodies.join(",\n")}]})`;
}
