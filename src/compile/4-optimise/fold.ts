import type { AnyNode, Call, Constant, Expression, Spread } from "../../ir/nodes.ts";
import { isHelper } from "../../ir/platform-name.ts";
import { toAttributeKind } from "../../policy/attribute-kind.ts";
import { icons } from "../../policy/icons.ts";
import { neutralIcon } from "../../policy/neutral-icon.ts";

/**
 * Folds a node whose children are folded already: operators on constants, conditionals with a constant test, template
 * literals. Only primitives are computed with, and only by operators that can't throw, so that folding gives what
 * evaluation would. What JSON can't hold (NaN, infinities, -0) stays an expression.
 */
export function foldNode(node: AnyNode): AnyNode {
  switch (node.kind) {
    case "unary":
      return node.value.kind === "constant" ? foldUnary(node.operator, node.value, node) : node;
    case "binary":
      return node.left.kind === "constant" && node.right.kind === "constant"
        ? foldBinary(node.operator, node.left, node.right, node)
        : node;
    case "logical":
      if (node.left.kind !== "constant") return node;
      if (node.operator === "??") return node.left.value === null || node.left.value === undefined ? detach(node.right) : node.left;
      return (node.operator === "&&") === Boolean(node.left.value) ? detach(node.right) : node.left;
    case "conditional":
      return node.test.kind === "constant" ? detach(node.test.value ? node.yes : node.no) : node;
    case "template":
      return foldTemplate(node);
    case "sequence": {
      const items = node.items.filter((item, index) => index === node.items.length - 1 || item.kind !== "constant");
      return items.length === 1 ? detach(items[0] as Expression) : items.length === node.items.length ? node : { ...node, items };
    }
    case "member":
      // `"text".length`
      return node.object.kind === "constant" && typeof node.object.value === "string" && node.key === "length"
        ? constant(node, node.object.value.length)
        : node;
    case "call":
      return foldHelper(node);
    case "element":
    case "fragment":
      return foldChildren(node);
    default:
      return node;
  }
}

function constant(node: { readonly span: AnyNode["span"] }, value: Constant["value"]): Constant {
  return value === undefined ? { kind: "constant", span: node.span } : { kind: "constant", span: node.span, value };
}

/** Keeps a member from becoming a callee that it was not: `(0, o.f)()` calls without a receiver. */
function detach(value: Expression): Expression {
  return value.kind === "member" || value.kind === "super-member"
    ? { kind: "sequence", span: value.span, items: [constant(value, 0), value] }
    : value;
}

function isStorable(value: unknown): value is string | number | boolean {
  return (
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0))
  );
}

/** `kview.link(value, "totalNum")`: only an attribute whose name ends in `Url` is ever linked. */
function foldHelper(node: Call): Expression {
  if (isHelper(node, "icon")) return foldIcon(node.args[0]) ?? node;
  const field = node.args[1];
  if (!isHelper(node, "link") || field?.kind !== "constant") return node;
  return toAttributeKind(field.value) === "Url" ? node : constant(node, undefined);
}

/** An icon's path for its name, or for a choice of names: a page that shows the card needs no table of icons. */
function foldIcon(name: Expression | Spread | undefined): Expression | undefined {
  if (name?.kind === "constant") {
    if (name.value === undefined || name.value === null || name.value === "") return constant(name, undefined);
    return typeof name.value === "string" ? constant(name, icons.get(name.value) ?? neutralIcon) : undefined;
  }
  if (name?.kind !== "conditional") return undefined;
  const yes = foldIcon(name.yes);
  const no = foldIcon(name.no);
  return yes && no && { ...name, yes, no };
}

function foldUnary(operator: string, value: Constant, node: Expression): Expression {
  switch (operator) {
    case "!":
      return constant(node, !value.value);
    case "void":
      return constant(node, undefined);
    case "typeof":
      return constant(node, value.value === null ? "object" : typeof value.value);
    case "-":
    case "+": {
      const number = operator === "-" ? -Number(value.value) : Number(value.value);
      return isStorable(number) ? constant(node, number) : node;
    }
    default:
      return node;
  }
}

function foldBinary(operator: string, left: Constant, right: Constant, node: Expression): Expression {
  const a = left.value as number;
  const b = right.value as number;
  const result = ((): unknown => {
    switch (operator) {
      case "+":
        return a + b;
      case "-":
        return a - b;
      case "*":
        return a * b;
      case "/":
        return a / b;
      case "%":
        return a % b;
      case "===":
        return a === b;
      case "!==":
        return a !== b;
      case "<":
        return a < b;
      case ">":
        return a > b;
      case "<=":
        return a <= b;
      case ">=":
        return a >= b;
      default:
        return undefined;
    }
  })();
  // A string grown by folding is bounded: constants come from the source, and folding never repeats one.
  return isStorable(result) && !(typeof result === "string" && result.length > 65_536) ? constant(node, result) : node;
}

function foldTemplate(node: Extract<AnyNode, { kind: "template" }>): AnyNode {
  if (!node.values.some((value) => value.kind === "constant"))
    return node.values.length === 0 ? constant(node, node.strings[0] ?? "") : node;
  const strings: string[] = [node.strings[0] ?? ""];
  const values: Expression[] = [];
  node.values.forEach((value, index) => {
    const next = node.strings[index + 1] ?? "";
    if (value.kind === "constant") strings[strings.length - 1] += `${value.value}${next}`;
    else {
      values.push(value);
      strings.push(next);
    }
  });
  return values.length === 0 ? constant(node, strings[0]) : { ...node, strings, values };
}

/** Splices fragments without a key, drops children that show nothing, joins neighbouring text. */
function foldChildren(node: Extract<AnyNode, { kind: "element" | "fragment" }>): AnyNode {
  if (!node.children.some(needsFolding)) return node;
  const children: (Expression | Spread)[] = [];
  const add = (child: Expression | Spread): void => {
    if (child.kind === "fragment" && child.key === null) {
      for (const inner of child.children) add(inner);
      return;
    }
    if (child.kind === "logical" && showsNothing(child)) {
      add(child.left);
      return;
    }
    if (child.kind !== "constant") {
      children.push(child);
      return;
    }
    if (typeof child.value !== "string" && typeof child.value !== "number") return;
    const last = children.at(-1);
    if (last?.kind === "constant") children[children.length - 1] = { ...last, value: `${last.value}${child.value}` };
    else children.push({ ...child, value: String(child.value) });
  };
  for (const child of node.children) add(child);
  return { ...node, children };
}

/** `value ?? undefined`: null shows as little as undefined does. Left behind by components whose `children` are absent. */
function showsNothing(child: Extract<Expression, { kind: "logical" }>): boolean {
  return child.operator === "??" && child.right.kind === "constant" && (child.right.value === undefined || child.right.value === null);
}

function needsFolding(child: Expression | Spread, index: number, all: readonly (Expression | Spread)[]): boolean {
  if (child.kind === "fragment") return child.key === null;
  if (child.kind === "logical") return showsNothing(child);
  return child.kind === "constant" && (typeof child.value !== "string" || all[index - 1]?.kind === "constant" || child.value === "");
}
