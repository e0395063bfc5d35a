import type { FunctionNode } from "../ir/nodes.ts";
import { type Printer, Unprintable } from "./printer.ts";
import { Scope } from "./scope.ts";

/** Prints a function value: its code is linked with the printed body, where it has one. */
export function printFunction(node: FunctionNode, printer: Printer, scope: Scope): string {
  printBody(node, printer);
  return `${printer.part(node, "expression")}(${scope.frame},r)`;
}

/** Prints the body of a function, for the code that is linked for it. One that has no printed form is linked as a whole. */
export function printBody(node: FunctionNode, printer: Printer): void {
  // These run as generators of the host (`engine/suspend.ts`).
  if (node.async || node.generator) return;
  const mark = printer.mark();
  try {
    const text = printer.within(node.body, () => {
      const inner = new Scope("f", printer.names);
      const body = printer.statements(node.body, inner);
      return `(f,r)=>{${inner.declare()}${body}}`;
    });
    printer.bodies.push({ path: printer.path(node), text });
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    printer.reset(mark);
  }
}
