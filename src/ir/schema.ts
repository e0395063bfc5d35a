import type { AnyNode, Expression, PrivateName, Statement, Target } from "./nodes.ts";

/**
 * The fields of every node kind: what tree walks follow and what a program from outside is checked against.
 *
 * `node` a node · `node?` a node or null · `nodes` a list · `nodes?` a list with nulls (holes), each with the kinds that may
 * stand there (`expression`, `statement` and `assignable` are groups of them) · `key` a string or an expression · the rest are
 * plain values.
 */
export type FieldType =
  | `${"node" | "node?" | "nodes" | "nodes?"}:${string}`
  | "key"
  | "key?"
  | "string"
  | "string?"
  | "boolean"
  | "index"
  | "strings"
  | "strings?"
  | "indexes"
  | "constant"
  | readonly string[];

type Fields<N extends AnyNode> = { readonly [K in Exclude<keyof N, "kind" | "span">]-?: FieldType };

const assignOperators = ["=", "+=", "-=", "*=", "/=", "%=", "**=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "&&=", "||=", "??="];
const binaryOperators = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "==",
  "!=",
  "===",
  "!==",
  "<",
  ">",
  "<=",
  ">=",
  "&",
  "|",
  "^",
  "<<",
  ">>",
  ">>>",
  "in",
  "instanceof",
];

const table: { readonly [K in AnyNode["kind"]]: Fields<Extract<AnyNode, { kind: K }>> } = {
  constant: { value: "constant" },
  local: { name: "string", binding: "index" },
  global: { name: "string", quiet: "boolean" },
  array: { items: "nodes?:expression spread" },
  record: { entries: "nodes:property spread" },
  property: { key: "key", value: "node:expression" },
  spread: { value: "node:expression" },
  function: {
    name: "string",
    form: ["arrow", "function", "method", "constructor", "derived"],
    async: "boolean",
    generator: "boolean",
    length: "index",
    params: "nodes:target",
    rest: "node?:assignable",
    self: "node?:local",
    receiver: "node?:local",
    arguments: "node?:local",
    body: "node:body",
  },
  body: { id: "index", functions: "nodes:hoisted", statements: "nodes:statement", bindings: "indexes" },
  hoisted: { target: "node:local", value: "node:function" },
  class: {
    name: "string",
    self: "node?:local",
    home: "node:local",
    scope: "node:body",
    parent: "node?:expression",
    construct: "node?:function",
    members: "nodes:member-definition",
  },
  "member-definition": { form: ["method", "get", "set", "field", "block"], static: "boolean", key: "key?", value: "node?:function" },
  unary: { operator: ["-", "+", "!", "~", "typeof", "void"], value: "node:expression" },
  delete: { object: "node:expression", key: "key", optional: "boolean" },
  update: { operator: ["++", "--"], prefix: "boolean", target: "node:assignable" },
  binary: { operator: binaryOperators, left: "node:expression private-name", right: "node:expression" },
  logical: { operator: ["&&", "||", "??"], left: "node:expression", right: "node:expression" },
  conditional: { test: "node:expression", yes: "node:expression", no: "node:expression" },
  assign: { operator: assignOperators, target: "node:assignable", value: "node:expression" },
  sequence: { items: "nodes:expression" },
  member: { object: "node:expression", key: "key", optional: "boolean" },
  chain: { value: "node:expression" },
  call: { callee: "node:expression", args: "nodes:expression spread", optional: "boolean" },
  "super-call": { home: "node:local", receiver: "node:local", args: "nodes:expression spread" },
  "private-name": { name: "string", id: "string", home: "node:local" },
  "super-member": { home: "node:local", receiver: "node:local", key: "key", static: "boolean" },
  new: { callee: "node:expression", args: "nodes:expression spread" },
  template: { strings: "strings", values: "nodes:expression" },
  tagged: { tag: "node:expression", strings: "strings?", raw: "strings", values: "nodes:expression" },
  regexp: { source: "string", flags: "string" },
  await: { value: "node:expression" },
  yield: { delegate: "boolean", value: "node?:expression" },
  let: { target: "node:local", value: "node:expression", body: "node:expression" },
  element: { tag: "string", key: "node?:expression", attributes: "nodes:attribute spread", children: "nodes:expression spread" },
  attribute: { name: "string", value: "node:expression" },
  component: {
    type: "node:expression",
    name: "string",
    key: "node?:expression",
    attributes: "nodes:attribute spread",
    children: "nodes:expression spread",
  },
  platform: { name: "string", key: "node?:expression", attributes: "nodes:attribute spread", children: "nodes:expression spread" },
  fragment: { key: "node?:expression", children: "nodes:expression spread" },
  target: { target: "node:assignable", fallback: "node?:expression" },
  "record-pattern": { entries: "nodes:pattern-entry", rest: "node?:assignable" },
  "pattern-entry": { key: "key", element: "node:target" },
  "array-pattern": { items: "nodes?:target", rest: "node?:assignable" },
  "expression-statement": { completes: "boolean", value: "node:expression" },
  declare: { target: "node:assignable", value: "node:expression" },
  return: { value: "node?:expression" },
  if: { completes: "boolean", test: "node:expression", yes: "node:statement", no: "node?:statement" },
  block: { body: "node:body" },
  for: { completes: "boolean", head: "node:body", test: "node?:expression", update: "node?:expression", body: "node:statement" },
  "for-each": {
    completes: "boolean",
    form: ["of", "in", "await"],
    scope: "node:body",
    target: "node:assignable",
    value: "node:expression",
    body: "node:statement",
  },
  while: { completes: "boolean", test: "node:expression", body: "node:statement", first: "boolean" },
  switch: { completes: "boolean", value: "node:expression", scope: "node:body", cases: "nodes:case" },
  case: { test: "node?:expression", statements: "nodes:statement" },
  try: {
    completes: "boolean",
    block: "node:body",
    scope: "node?:body",
    param: "node?:assignable",
    handler: "node?:body",
    finalizer: "node?:body",
  },
  throw: { value: "node:expression" },
  jump: { form: ["break", "continue"], label: "string?" },
  labelled: { labels: "strings", body: "node:statement" },
};

/** Fields by kind; a `Map`, so that no kind from outside can name an inherited key. */
export const schema: ReadonlyMap<string, readonly (readonly [field: string, type: FieldType])[]> = new Map(
  Object.entries(table).map(([kind, fields]) => [kind, Object.entries(fields)]),
);

type KindOf<Group extends { readonly kind: string }> = { readonly [K in Group["kind"]]: true };

/** A private name is no value: it stands only where a key does, and left of `in`. */
const expressions: KindOf<Exclude<Expression, PrivateName>> = {
  constant: true,
  local: true,
  global: true,
  array: true,
  record: true,
  function: true,
  class: true,
  unary: true,
  delete: true,
  update: true,
  binary: true,
  logical: true,
  conditional: true,
  assign: true,
  sequence: true,
  member: true,
  chain: true,
  call: true,
  "super-call": true,
  "super-member": true,
  new: true,
  template: true,
  tagged: true,
  regexp: true,
  await: true,
  yield: true,
  let: true,
  element: true,
  component: true,
  platform: true,
  fragment: true,
};

const statements: KindOf<Statement> = {
  "expression-statement": true,
  declare: true,
  return: true,
  if: true,
  block: true,
  for: true,
  "for-each": true,
  while: true,
  switch: true,
  try: true,
  throw: true,
  jump: true,
  labelled: true,
};

const assignables: KindOf<Target> = {
  local: true,
  global: true,
  member: true,
  "super-member": true,
  "record-pattern": true,
  "array-pattern": true,
};

const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ["expression", Object.keys(expressions)],
  ["statement", Object.keys(statements)],
  ["assignable", Object.keys(assignables)],
]);

/** The kinds that may stand in a field, by its type: what the linker takes for granted, a program from outside has to prove. */
export const kindsOfType: ReadonlyMap<FieldType, ReadonlySet<string>> = new Map(
  [...schema.values()]
    .flatMap((fields) => fields.map(([, type]) => type))
    .filter(isChildType)
    .map((type) => [
      type,
      new Set((type.split(":")[1] ?? "expression private-name").split(" ").flatMap((name) => groups.get(name) ?? [name])),
    ]),
);

/** The fields of a kind that hold nodes. */
export const childFields: ReadonlyMap<string, readonly string[]> = new Map(
  [...schema].map(([kind, fields]) => [kind, fields.filter(([, type]) => isChildType(type)).map(([field]) => field)]),
);

function isChildType(type: FieldType): type is Extract<FieldType, string> {
  return typeof type === "string" && (type.startsWith("node") || type.startsWith("key"));
}
