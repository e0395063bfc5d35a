import { findDeadSlots } from "../engine/dead-slots.ts";
import type { AnyNode, Body, Statement } from "../ir/nodes.ts";
import { forEachChild } from "../ir/walk.ts";
import { type Printer, Unprintable } from "./printer.ts";
import type { Scope } from "./scope.ts";

/** Prints hoisted functions and statements of a body whose frame is open. */
export function printStatements(body: Body, printer: Printer, scope: Scope): string {
  const hoisted = body.functions.map(({ target, value }) => `${printer.slot(target, scope)}=${printer.function(value, scope)};`);
  return hoisted.join("") + body.statements.map((statement) => printStatement(statement, printer, scope)).join("");
}

function printStatement(node: Statement, printer: Printer, scope: Scope): string {
  switch (node.kind) {
    case "expression-statement": {
      const value = printer.expression(node.value, scope);
      return node.completes ? `r.completion=${value};` : `${value};`;
    }
    case "declare": {
      const value = printer.expression(node.value, scope);
      if (node.target.kind !== "local") {
        const given = scope.temp();
        return `${given}=${value};${printer.part(node.target, "declare")}(${scope.frame},r,${given});`;
      }
      return `${printer.slot(node.target, scope)}=${value};`;
    }
    case "return":
      return node.value === null ? "return;" : `return ${printer.expression(node.value, scope)};`;
    case "if": {
      const test = printer.expression(node.test, scope);
      const branches = [node.yes, node.no].map((one) => (one === null ? "" : printStatement(one, printer, scope)));
      const first = node.completes ? "r.completion=undefined;" : "";
      return `${first}if(${test}){${branches[0]}}${branches[1] === "" ? "" : `else{${branches[1]}}`}`;
    }
    case "block":
      // A frame of its own, or slots that are dead at first: linked.
      if (printer.sizeOf(node.body) > 0 || findDeadSlots(node.body, printer.program.bindings).length > 0) break;
      return printStatements(node.body, printer, scope);
    default:
  }
  if (leaves(node)) throw new Unprintable();
  return `${printer.part(node, "statement")}(${scope.frame},r);`;
}

const loops: ReadonlySet<string> = new Set(["for", "for-each", "while"]);

/** Tells whether a statement may end something around it: by a `return`, or a jump that nothing in it takes. Labels are not looked for. */
function leaves(node: AnyNode, within: "nothing" | "switch" | "loop" = "nothing"): boolean {
  if (node.kind === "return") return true;
  if (node.kind === "jump") return node.label !== null || within === "nothing" || (within === "switch" && node.form === "continue");
  if (node.kind === "function") return false;
  const inside = loops.has(node.kind) ? "loop" : node.kind === "switch" && within === "nothing" ? "switch" : within;
  let found = false;
  forEachChild(node, (child) => {
    found ||= leaves(child, inside);
  });
  return found;
}
