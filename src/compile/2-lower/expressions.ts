import type * as Babel from "@babel/types";
import type { AssignOperator, BinaryOperator, Expression, Property, Spread } from "../../ir/nodes.ts";
import type { Placed } from "../reporter.ts";
import { toFunctionSource } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { givenName, nameFunction, nameValue } from "./names.ts";

/** Operands of one chain of operators, whose links don't count as nesting one by one. */
const longestSpine = 2_000;

type Visitor<Type extends Babel.Node["type"]> = (node: Extract<Babel.Node, { type: Type }>, lowering: Lowering) => Expression;

/** How each expression but markup, chains and classes is lowered. A type that is not in a table of the folder is refused. */
export const expressionVisitors: { readonly [Type in Babel.Node["type"]]?: Visitor<Type> } = {
  StringLiteral: (node, lowering) => ({ kind: "constant", span: lowering.span(node), value: node.value }),
  BooleanLiteral: (node, lowering) => ({ kind: "constant", span: lowering.span(node), value: node.value }),
  NullLiteral: (node, lowering) => ({ kind: "constant", span: lowering.span(node), value: null }),
  NumericLiteral: (node, lowering) => {
    const span = lowering.span(node);
    if (Number.isFinite(node.value)) return { kind: "constant", span, value: node.value };
    // JSON has no infinity: `1e999` stays a division.
    return { kind: "binary", span, operator: "/", left: { kind: "constant", span, value: 1 }, right: { kind: "constant", span, value: 0 } };
  },
  RegExpLiteral: (node, lowering) => ({ kind: "regexp", span: lowering.span(node), source: node.pattern, flags: node.flags }),
  BigIntLiteral: (node, lowering) => lowering.refuse("bigint", node),

  Identifier: (node, lowering) => {
    const lowered = lowerName(node, lowering);
    if (lowered.kind === "global") lowering.valueNames.add(lowered.name);
    return lowered;
  },

  ThisExpression: (node, lowering) => lowering.receiver(node),

  TemplateLiteral: (node, lowering) => ({
    kind: "template",
    span: lowering.span(node),
    strings: node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw),
    values: node.expressions.map((expression) => lowering.expression(expression)),
  }),

  TaggedTemplateExpression: (node, lowering) => ({
    kind: "tagged",
    span: lowering.span(node),
    tag: lowering.expression(node.tag),
    strings: node.quasi.quasis.map((quasi) => quasi.value.cooked ?? null),
    raw: node.quasi.quasis.map((quasi) => quasi.value.raw),
    values: node.quasi.expressions.map((expression) => lowering.expression(expression)),
  }),

  ArrayExpression: (node, lowering) => ({
    kind: "array",
    span: lowering.span(node),
    items: node.elements.map((item) => (item === null ? null : lowerItem(item, lowering))),
  }),

  ObjectExpression: (node, lowering) => ({
    kind: "record",
    span: lowering.span(node),
    entries: node.properties.map((property) => lowerProperty(property, lowering)),
  }),

  FunctionExpression: (node, lowering) => {
    const name = node.id?.name ?? givenName(node);
    return lowering.fn(toFunctionSource(node, "function", name, node.id ? { selfName: node.id.name } : {}));
  },

  ArrowFunctionExpression: (node, lowering) => lowering.fn(toFunctionSource(node, "arrow", givenName(node))),

  UnaryExpression: (node, lowering) => {
    const span = lowering.span(node);
    if (node.operator === "delete") return lowerDelete(node, lowering);
    if (node.operator === "throw") return lowering.refuse("syntax", node);
    const value = lowering.expression(node.argument);
    if (node.operator === "typeof" && value.kind === "global")
      return { kind: "unary", span, operator: "typeof", value: { ...value, quiet: true } };
    return { kind: "unary", span, operator: node.operator, value };
  },

  UpdateExpression: (node, lowering) => ({
    kind: "update",
    span: lowering.span(node),
    operator: node.operator,
    prefix: node.prefix,
    target: lowering.target(node.argument),
  }),

  BinaryExpression: (node, lowering) => {
    // `a + b + c + …` leans to the left, as deep as it is long: long sums of text are not what the nesting limit is about.
    const spine: Babel.BinaryExpression[] = [node];
    for (let left: Babel.Node = node.left; left.type === "BinaryExpression"; left = left.left) {
      if (spine.push(left) > longestSpine) lowering.stop(left);
    }
    let value: Expression | undefined;
    for (const link of spine.reverse()) {
      if (link.operator === "|>") return lowering.refuse("syntax", link);
      if (value === undefined && asksForProto(link)) {
        value = { kind: "constant", span: lowering.span(link), value: false };
        continue;
      }
      const left = value ?? (link.left.type === "PrivateName" ? lowering.privateName(link.left) : lowering.expression(link.left));
      const operator = link.operator as BinaryOperator;
      value = { kind: "binary", span: lowering.span(link), operator, left, right: lowering.expression(link.right) };
    }
    return value as Expression;
  },

  LogicalExpression: (node, lowering) => ({
    kind: "logical",
    span: lowering.span(node),
    operator: node.operator,
    left: lowering.expression(node.left),
    right: lowering.expression(node.right),
  }),

  ConditionalExpression: (node, lowering) => ({
    kind: "conditional",
    span: lowering.span(node),
    test: lowering.expression(node.test),
    yes: lowering.expression(node.consequent),
    no: lowering.expression(node.alternate),
  }),

  AssignmentExpression: (node, lowering) => ({
    kind: "assign",
    span: lowering.span(node),
    operator: node.operator as AssignOperator,
    target: lowering.assigned(lowering.target(node.left)),
    value: lowering.expression(nameValue(node.right, node.left)),
  }),

  SequenceExpression: (node, lowering) => ({
    kind: "sequence",
    span: lowering.span(node),
    items: node.expressions.map((expression) => lowering.expression(expression)),
  }),

  ParenthesizedExpression: (node, lowering) => lowering.expression(node.expression),

  NewExpression: (node, lowering) => ({
    kind: "new",
    span: lowering.span(node),
    callee: lowering.expression(node.callee),
    args: lowering.arguments(node.arguments),
  }),

  AwaitExpression: (node, lowering) => ({ kind: "await", span: lowering.span(node), value: lowering.expression(node.argument) }),

  YieldExpression: (node, lowering) => ({
    kind: "yield",
    span: lowering.span(node),
    delegate: node.delegate,
    value: node.argument ? lowering.expression(node.argument) : null,
  }),

  Import: (node, lowering) => lowering.refuse("import", node),
  ImportExpression: (node, lowering) => lowering.refuse("import", node),
  MetaProperty: (node, lowering) => lowering.refuse("meta", node),
  Super: (node, lowering) => lowering.refuse("super", node),
};

/** Lowers a name, of a variable or of a tag: a local of the scopes around, else one that is free. */
export function lowerName(node: Placed & { readonly name: string }, lowering: Lowering): Expression {
  const declaration = lowering.scope.find(node.name);
  if (declaration !== undefined) return lowering.local(declaration, node);
  const span = lowering.span(node);
  if (node.name === "undefined") return { kind: "constant", span };
  if (node.name === "arguments") {
    const fn = lowering.nearestMethod();
    if (fn !== undefined && !fn.script) {
      fn.arguments ??= lowering.hidden("arguments");
      return lowering.local(fn.arguments, node);
    }
  }
  return { kind: "global", span, name: node.name };
}

/** `{ __proto__: [] } instanceof Array`: compiled classes ask whether literals set prototypes before they do it. Here, none does. */
function asksForProto({ operator, left }: Babel.BinaryExpression): boolean {
  if (operator !== "instanceof" || left.type !== "ObjectExpression" || left.properties.length !== 1) return false;
  const [property] = left.properties;
  if (property?.type !== "ObjectProperty" || property.computed || property.value.type !== "ArrayExpression") return false;
  const { key, value } = property;
  const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : "";
  return name === "__proto__" && value.elements.length === 0;
}

function lowerItem(node: Babel.Expression | Babel.SpreadElement, lowering: Lowering): Expression | Spread {
  if (node.type === "SpreadElement") return { kind: "spread", span: lowering.span(node), value: lowering.expression(node.argument) };
  return lowering.expression(node);
}

function lowerProperty(node: Babel.ObjectProperty | Babel.ObjectMethod | Babel.SpreadElement, lowering: Lowering): Property | Spread {
  const span = lowering.span(node);
  if (node.type === "SpreadElement") return { kind: "spread", span, value: lowering.expression(node.argument) };
  const key = lowering.key(node.key, node.computed);
  const name = typeof key === "string" ? key : "";
  if (node.type === "ObjectMethod") {
    if (node.kind !== "method") return { kind: "property", span, key, value: lowering.refuse("accessor", node) };
    return { kind: "property", span, key, value: lowering.fn(toFunctionSource(node, "method", name)) };
  }
  // A literal `__proto__: value` would set a prototype in the language; computed and shorthand keys are ordinary.
  if (name === "__proto__" && !node.computed && !node.shorthand)
    return { kind: "property", span, key, value: lowering.refuse("proto", node) };
  return { kind: "property", span, key, value: lowering.expression(nameFunction(node.value, name)) };
}

function lowerDelete(node: Babel.UnaryExpression, lowering: Lowering): Expression {
  const span = lowering.span(node);
  const value = lowering.expression(node.argument);
  const member = value.kind === "chain" ? value.value : value;
  if (member.kind !== "member") {
    // Evaluated for its effects; there is nothing to delete.
    return { kind: "sequence", span, items: [value, { kind: "constant", span, value: true }] };
  }
  const removal: Expression = { kind: "delete", span, object: member.object, key: member.key, optional: member.optional };
  return value.kind === "chain" ? { kind: "chain", span, value: removal } : removal;
}
