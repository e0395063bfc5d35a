import type * as Babel from "@babel/types";
import type { Expression, Statement } from "../../ir/nodes.ts";
import { lowerClass } from "./classes.ts";
import { expressionVisitors } from "./expressions.ts";
import { lowerElement, lowerFragment } from "./jsx.ts";
import type { Lowering } from "./lowering.ts";
import { lowerCall, lowerMember } from "./members.ts";
import { statementVisitors } from "./statements.ts";

type AnyVisitor = (node: Babel.Node, lowering: Lowering) => Expression;
type AnyStatementVisitor = (node: Babel.Statement, lowering: Lowering, labels: readonly string[]) => Statement | undefined;

/** Every expression of the language, by Babel's type. `Map`: a type name never meets an inherited key. */
export const visitors: ReadonlyMap<string, AnyVisitor> = new Map([
  ...(Object.entries(expressionVisitors) as [string, AnyVisitor][]),
  ["MemberExpression", lowerMember as AnyVisitor],
  ["OptionalMemberExpression", lowerMember as AnyVisitor],
  ["CallExpression", lowerCall as AnyVisitor],
  ["OptionalCallExpression", lowerCall as AnyVisitor],
  ["ClassExpression", lowerClass as AnyVisitor],
  ["JSXElement", lowerElement as AnyVisitor],
  ["JSXFragment", lowerFragment as AnyVisitor],
]);

/** Every statement of the language, by Babel's type. */
export const statements: ReadonlyMap<string, AnyStatementVisitor> = new Map(
  Object.entries(statementVisitors) as [string, AnyStatementVisitor][],
);

/** Statements that the language does not have, with their refusals. */
export const refusedStatements: ReadonlyMap<string, string> = new Map([
  ["ImportDeclaration", "import"],
  ["ExportNamedDeclaration", "export"],
  ["ExportDefaultDeclaration", "export"],
  ["ExportAllDeclaration", "export"],
  ["WithStatement", "with"],
  ["DebuggerStatement", "debugger"],
]);
