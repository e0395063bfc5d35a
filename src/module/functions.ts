import type { AnyNode, FunctionNode } from "../ir/nodes.ts";
import { forEachChild } from "../ir/walk.ts";
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
    const text = printBare(node, printer) ?? printer.within(node.body, () => `(f,r)=>{${printContent(node, "f", printer)}}`);
    printer.bodies.push({ path: printer.path(node), text });
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    printer.reset(mark);
  }
}

/** Prints a body whose variables nothing linked asks for: they are read from the frame of the call once. */
function printBare(node: FunctionNode, printer: Printer): string | undefined {
  // What `super(…)` gives is read from the frame by whoever constructs.
  if (node.form === "constructor" || node.form === "derived") return undefined;
  // Functions in defaults of parameters are linked, and keep the frame.
  if (node.params.some(holdsCode) || (node.rest !== null && holdsCode(node.rest))) return undefined;
  return printer.withoutFrame(node.body, () => {
    const variables = printer.variables(node.body).map(([name, slot]) => `${name}=f[${slot}]`);
    return `(f,r)=>{${variables.length === 0 ? "" : `let ${variables.join(",")};`}${printContent(node, "f[0]", printer)}}`;
  });
}

function printContent({ body }: FunctionNode, frame: string, printer: Printer): string {
  const scope = new Scope(frame, printer.names);
  const text = printer.statements(body, scope);
  return `${scope.declare()}${text}`;
}

function holdsCode(node: AnyNode): boolean {
  if (node.kind === "function" || node.kind === "class") return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= holdsCode(child);
  });
  return found;
}
