import { describe } from "../engine/calls.ts";
import { hasOptional } from "../engine/members.ts";
import { placeOfCall, placeOfKey } from "../engine/place-of-key.ts";
import type { Assign, Binary, Call, Expression, Global, Local, Member, Spread } from "../ir/nodes.ts";
import type { Printer } from "./printer.ts";
import type { Scope } from "./scope.ts";
import { toLiteral } from "./text.ts";

/** Prints an expression as JavaScript that gives what its closure would. What has no form of its own here is linked. */
export function printExpression(node: Expression, printer: Printer, scope: Scope): string {
  const print = (inner: Expression): string => printExpression(inner, printer, scope);
  // A hole reads as undefined everywhere; arrays of the template are never sparse.
  const printItem = (item: Expression | null): string => (item === null ? "undefined" : print(item));
  switch (node.kind) {
    case "constant":
      return toLiteral(node.value);
    case "local":
      return printLocal(node, printer, scope);
    case "global":
      return printGlobal(node, printer, scope);
    case "member":
      return hasOptional(node) ? link(node, printer, scope) : printMember(node, printer, scope);
    case "conditional":
      return `(${print(node.test)}?${print(node.yes)}:${print(node.no)})`;
    case "logical":
      return `(${print(node.left)}${node.operator}${print(node.right)})`;
    case "binary":
      return printBinary(node, printer, scope);
    case "unary":
      switch (node.operator) {
        case "!":
          return `!${print(node.value)}`;
        case "-":
        case "+":
        case "~":
          return `(${node.operator === "+" ? "" : node.operator}$toNumber(r,${print(node.value)}))`;
        case "typeof":
          return `$typeOf(${print(node.value)})`;
        case "void":
          return `(void ${print(node.value)})`;
      }
      break;
    case "sequence":
      return `(${node.items.map(print).join(",")})`;
    case "template": {
      const start = node.span[0];
      return node.values.reduce(
        (text, value, index) => `$join(r,${text},${print(value)},${toLiteral(node.strings[index + 1] as string)},${start})`,
        toLiteral(node.strings[0] as string),
      );
    }
    case "array":
      return node.items.every((item) => item?.kind !== "spread")
        ? `(r.fuel-=${1 + (node.items.length >>> 3)},[${node.items.map((item) => printItem(item as Expression | null)).join(",")}])`
        : link(node, printer, scope);
    case "call":
      return printCall(node, printer, scope);
    case "assign":
      return printAssign(node, printer, scope);
    case "let":
      return `(${printer.slot(node.target, scope)}=${print(node.value)},${print(node.body)})`;
    case "function":
      return printer.function(node, scope);
    case "element":
    case "fragment":
      return printer.view(node, scope) ?? link(node, printer, scope);
    default:
  }
  return link(node, printer, scope);
}

/** Runs the linked form of an expression. */
function link(node: Expression, printer: Printer, scope: Scope): string {
  return `${printer.part(node, "expression")}(${scope.frame},r)`;
}

function printLocal(node: Local, printer: Printer, scope: Scope): string {
  const slot = printer.slot(node, scope);
  if (!printer.place(node).binding.checked) return slot;
  return `$alive(r,${slot},${node.span[0]},${toLiteral(node.name)})`;
}

/** A name of the card's data, which most free names are; all else is looked up by the linked form. */
function printGlobal(node: Global, printer: Printer, scope: Scope): string {
  const { facts } = printer.program;
  if (printer.namesWindow || facts.assigned.includes(node.name)) return link(node, printer, scope);
  const value = scope.temp();
  return `((${value}=r.bag[${toLiteral(node.name)}])!==undefined?${value}:${link(node, printer, scope)})`;
}

function printMember(node: Member, printer: Printer, scope: Scope): string {
  const object = printExpression(node.object, printer, scope);
  const target = scope.temp();
  const at = placeOfKey(node);
  if (typeof node.key !== "string") {
    const key = scope.temp();
    return `(${target}=${object},${key}=${printExpression(node.key, printer, scope)},r.at=${at},$get(r,${target},${key}))`;
  }
  const value = scope.temp();
  const key = toLiteral(node.key);
  const short = `(${target}=${object})instanceof R&&(${value}=${target}[${key}])!==undefined`;
  return `(${short}?${value}:(r.at=${at},$getNamed(r,${target},${key})))`;
}

function printBinary(node: Binary, printer: Printer, scope: Scope): string {
  const left = scope.temp();
  const right = scope.temp();
  const values = `${left}=${printExpression(node.left, printer, scope)},${right}=${printExpression(node.right, printer, scope)}`;
  const numbers = `typeof ${left}==="number"&&typeof ${right}==="number"`;
  switch (node.operator) {
    case "===":
      return `(${values},$isSame(r,${left},${right}))`;
    case "!==":
      return `(${values},!$isSame(r,${left},${right}))`;
    case "+":
      return `(${values},${numbers}?${left}+${right}:(r.at=${node.span[0]},$add(r,${left},${right})))`;
    case "<":
    case ">":
      return `(${values},${numbers}?${left}${node.operator}${right}:$compare(r,${left},${right},"${node.operator}"))`;
    case "-":
    case "*":
      return `(${values},${numbers}?${left}${node.operator}${right}:$toNumber(r,${left})${node.operator}$toNumber(r,${right}))`;
    default:
      return `(${values},r.at=${node.span[0]},$applyBinary(r,${toLiteral(node.operator)},${left},${right}))`;
  }
}

/** Arguments without spreads; `undefined` where there is one. */
function printArguments(nodes: readonly (Expression | Spread)[], printer: Printer, scope: Scope): string | undefined {
  if (nodes.some(({ kind }) => kind === "spread")) return undefined;
  return `[${nodes.map((node) => printExpression(node as Expression, printer, scope)).join(",")}]`;
}

function printCall(node: Call, printer: Printer, scope: Scope): string {
  const { callee } = node;
  if (hasOptional(node)) return link(node, printer, scope);
  const at = placeOfCall(node);
  const name = toLiteral(describe(callee));
  if (callee.kind === "member" && typeof callee.key === "string") {
    const self = scope.temp();
    const method = scope.temp();
    const object = printExpression(callee.object, printer, scope);
    const list = printArguments(node.args, printer, scope);
    if (list === undefined) return link(node, printer, scope);
    const read = `${self}=${object},r.at=${at},${method}=$getNamed(r,${self},${toLiteral(callee.key)})`;
    return `(${read},$callMethod(r,${method},${self},${list},${at},${name}))`;
  }
  if (callee.kind !== "local" && callee.kind !== "global" && callee.kind !== "function") return link(node, printer, scope);
  const fn = scope.temp();
  const value = printExpression(callee, printer, scope);
  const list = printArguments(node.args, printer, scope);
  if (list === undefined) return link(node, printer, scope);
  return `(${fn}=${value},$callAt(r,${fn},${list},${at},${name}))`;
}

/** An assignment to a plain variable; any other is linked. */
function printAssign(node: Assign, printer: Printer, scope: Scope): string {
  if (node.operator !== "=" || node.target.kind !== "local") return link(node, printer, scope);
  const { binding } = printer.place(node.target);
  if (binding.kind === "const" || binding.checked) return link(node, printer, scope);
  return `(${printer.slot(node.target, scope)}=${printExpression(node.value, printer, scope)})`;
}
