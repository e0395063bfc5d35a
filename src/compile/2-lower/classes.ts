import type * as Babel from "@babel/types";
import type { ClassMember, Expression, FunctionNode } from "../../ir/nodes.ts";
import { toFunctionSource } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { givenName, nameFunction } from "./names.ts";
import type { Declaration } from "./scope.ts";

/**
 * Lowers a class. Its own name and its home (what `super` starts from) are bindings of a scope around it; field values
 * and static blocks become methods that the engine runs with the instance or the class as `this`.
 */
export function lowerClass(node: Babel.ClassExpression, lowering: Lowering): Expression {
  if (node.decorators?.length) return lowering.refuse("decorator", node);
  const name = node.id?.name ?? givenName(node);
  let self: Declaration | undefined;
  let home: Declaration | undefined;
  const { body: scope, result } = lowering.head(
    () => {
      if (node.id) self = lowering.declare(node.id.name, "const", -1);
      home = lowering.hidden("home");
    },
    () => {
      const parent = node.superClass ? lowering.expression(node.superClass) : null;
      return lowering.withPrivateNames(node.body, home as Declaration, () => {
        let construct: FunctionNode | null = null;
        const members: ClassMember[] = [];
        for (const member of node.body.body) {
          if (member.type === "ClassMethod" && member.kind === "constructor") {
            const form = parent === null ? "constructor" : "derived";
            construct = lowering.fn(toFunctionSource(member, form, name, { home: { declaration: home as Declaration, static: false } }));
          } else {
            const lowered = lowerMember(member, home as Declaration, lowering);
            if (lowered !== undefined) members.push(lowered);
          }
        }
        return { parent, construct, members };
      });
    },
    node,
  );
  const span = lowering.span(node);
  const value: Expression = {
    kind: "class",
    span,
    name,
    self: self === undefined ? null : lowering.local(self, node),
    home: lowering.local(home as unknown as Declaration, node),
    scope,
    ...result,
  };
  return value;
}

function lowerMember(node: Babel.ClassBody["body"][number], home: Declaration, lowering: Lowering): ClassMember | undefined {
  const span = lowering.span(node);
  switch (node.type) {
    case "ClassMethod":
    case "ClassPrivateMethod": {
      const form = node.kind === "get" || node.kind === "set" ? node.kind : "method";
      const key = lowering.key(node.key, node.type === "ClassMethod" && node.computed);
      const source = toFunctionSource(node, "method", nameOf(key), { home: { declaration: home, static: node.static === true } });
      return { kind: "member-definition", span, form, static: node.static === true, key, value: lowering.fn(source) };
    }
    case "ClassProperty":
    case "ClassPrivateProperty": {
      const key = lowering.key(node.key, node.type === "ClassProperty" && node.computed);
      const name = nameOf(key);
      const value = node.value ? lowerInitialiser(nameFunction(node.value, name), node.static === true, home, lowering) : null;
      return { kind: "member-definition", span, form: "field", static: node.static === true, key, value };
    }
    case "StaticBlock":
      return {
        kind: "member-definition",
        span,
        form: "block",
        static: true,
        key: null,
        value: lowering.fn({
          name: "",
          form: "method",
          node,
          async: false,
          generator: false,
          params: [],
          body: node,
          home: { declaration: home, static: true },
        }),
      };
    default:
      lowering.refuse("syntax", node);
      return undefined;
  }
}

/** The name that a method or field value takes from its key. */
function nameOf(key: string | Expression): string {
  return typeof key === "string" ? key : key.kind === "private-name" ? key.name : "";
}

function lowerInitialiser(node: Babel.Expression, isStatic: boolean, home: Declaration, lowering: Lowering): FunctionNode {
  return lowering.fn({
    name: "",
    form: "method",
    node,
    async: false,
    generator: false,
    params: [],
    body: node,
    home: { declaration: home, static: isStatic },
  });
}
