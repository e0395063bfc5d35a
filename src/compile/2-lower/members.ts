import type * as Babel from "@babel/types";
import type { Expression } from "../../ir/nodes.ts";
import type { Lowering } from "./lowering.ts";

type MemberLike = Babel.MemberExpression | Babel.OptionalMemberExpression;
type CallLike = Babel.CallExpression | Babel.OptionalCallExpression;

/** Lowers member reads and calls; the outermost link of an optional chain is wrapped in `chain`. */
export function lowerMember(node: MemberLike, lowering: Lowering): Expression {
  return close(node, lowerMemberLink(node, lowering), lowering);
}

export function lowerCall(node: CallLike, lowering: Lowering): Expression {
  return close(node, lowerCallLink(node, lowering), lowering);
}

function close(node: MemberLike | CallLike, value: Expression, lowering: Lowering): Expression {
  return node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression"
    ? { kind: "chain", span: lowering.span(node), value }
    : value;
}

/** The object or callee of a link: links of the same chain stay inside it, a parenthesised chain is its own. */
function lowerInner(node: Babel.Node, outer: MemberLike | CallLike, lowering: Lowering): Expression {
  const value = lowering.expression(node);
  const continues = outer.type.startsWith("Optional") && node.extra?.["parenthesized"] !== true;
  return continues && value.kind === "chain" ? value.value : value;
}

function lowerMemberLink(node: MemberLike, lowering: Lowering): Expression {
  const span = lowering.span(node);
  if (node.object.type === "Super") return lowerSuperMember(node, lowering);
  const object = lowerInner(node.object, node, lowering);
  return { kind: "member", span, object, key: lowering.key(node.property, node.computed), optional: node.optional === true };
}

function lowerCallLink(node: CallLike, lowering: Lowering): Expression {
  const span = lowering.span(node);
  if (node.callee.type === "Import") return lowering.refuse("import", node);
  if (node.callee.type === "Super") {
    const fn = lowering.nearestMethod();
    if (fn?.home === undefined || !fn.derived) return lowering.refuse("super", node);
    const receiver = lowering.receiver(node.callee);
    if (receiver.kind !== "local") return lowering.refuse("super", node);
    return {
      kind: "super-call",
      span,
      home: lowering.local(fn.home.declaration, node.callee),
      receiver,
      args: lowering.arguments(node.arguments),
    };
  }
  const callee = lowerInner(node.callee, node, lowering);
  return { kind: "call", span, callee, args: lowering.arguments(node.arguments), optional: node.optional === true };
}

function lowerSuperMember(node: MemberLike, lowering: Lowering): Expression {
  const fn = lowering.nearestMethod();
  const receiver = fn?.home === undefined ? undefined : lowering.receiver(node.object);
  if (fn?.home === undefined || receiver?.kind !== "local") return lowering.refuse("super", node);
  return {
    kind: "super-member",
    span: lowering.span(node),
    home: lowering.local(fn.home.declaration, node.object),
    receiver,
    key: lowering.key(node.property, node.computed),
    static: fn.home.static,
  };
}
