import type { AnyNode } from "./nodes.ts";

/**
 * The fields of every node kind: what tree walks follow and what a program from outside is checked against.
 *
 * `node` a node · `node?` a node or null · `nodes` a list · `nodes?` a list with nulls (holes) · `key` a string or a node ·
 * the rest are plain values.
 */
export type FieldType =
  | "node"
  | "node?"
  | "nodes"
  | "nodes?"
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
  array: { items: "nodes?" },
  record: { entries: "nodes" },
  property: { key: "key", value: "node" },
  spread: { value: "node" },
  function: {
    name: "string",
    form: ["arrow", "function", "method", "constructor", "derived"],
    async: "boolean",
    generator: "boolean",
    length: "index",
    params: "nodes",
    rest: "node?",
    self: "node?",
    receiver: "node?",
    arguments: "node?",
    body: "node",
  },
  body: { id: "index", functions: "nodes", statements: "nodes", bindings: "indexes" },
  hoisted: { target: "node", value: "node" },
  class: { name: "string", self: "node?", home: "node", scope: "node", parent: "node?", construct: "node?", members: "nodes" },
  "member-definition": { form: ["method", "get", "set", "field", "block"], static: "boolean", key: "key?", value: "node?" },
  unary: { operator: ["-", "+", "!", "~", "typeof", "void"], value: "node" },
  delete: { object: "node", key: "key", optional: "boolean" },
  update: { operator: ["++", "--"], prefix: "boolean", target: "node" },
  binary: { operator: binaryOperators, left: "node", right: "node" },
  logical: { operator: ["&&", "||", "??"], left: "node", right: "node" },
  conditional: { test: "node", yes: "node", no: "node" },
  assign: { operator: assignOperators, target: "node", value: "node" },
  sequence: { items: "nodes" },
  member: { object: "node", key: "key", optional: "boolean" },
  chain: { value: "node" },
  call: { callee: "node", args: "nodes", optional: "boolean" },
  "super-call": { home: "node", receiver: "node", args: "nodes" },
  "private-name": { name: "string", id: "string" },
  "super-member": { home: "node", receiver: "node", key: "key", static: "boolean" },
  new: { callee: "node", args: "nodes" },
  template: { strings: "strings", values: "nodes" },
  tagged: { tag: "node", strings: "strings?", raw: "strings", values: "nodes" },
  regexp: { source: "string", flags: "string" },
  await: { value: "node" },
  yield: { delegate: "boolean", value: "node?" },
  let: { target: "node", value: "node", body: "node" },
  element: { tag: "string", key: "node?", attributes: "nodes", children: "nodes" },
  attribute: { name: "string", value: "node" },
  component: { type: "node", name: "string", key: "node?", attributes: "nodes", children: "nodes" },
  platform: { name: "string", key: "node?", attributes: "nodes", children: "nodes" },
  fragment: { key: "node?", children: "nodes" },
  target: { target: "node", fallback: "node?" },
  "record-pattern": { entries: "nodes", rest: "node?" },
  "pattern-entry": { key: "key", element: "node" },
  "array-pattern": { items: "nodes?", rest: "node?" },
  "expression-statement": { completes: "boolean", value: "node" },
  declare: { target: "node", value: "node" },
  return: { value: "node?" },
  if: { completes: "boolean", test: "node", yes: "node", no: "node?" },
  block: { body: "node" },
  for: { completes: "boolean", head: "node", test: "node?", update: "node?", body: "node" },
  "for-each": { completes: "boolean", form: ["of", "in", "await"], scope: "node", target: "node", value: "node", body: "node" },
  while: { completes: "boolean", test: "node", body: "node", first: "boolean" },
  switch: { completes: "boolean", value: "node", scope: "node", cases: "nodes" },
  case: { test: "node?", statements: "nodes" },
  try: { completes: "boolean", block: "node", scope: "node?", param: "node?", handler: "node?", finalizer: "node?" },
  throw: { value: "node" },
  jump: { form: ["break", "continue"], label: "string?" },
  labelled: { labels: "strings", body: "node" },
};

/** Fields by kind; a `Map`, so that no kind from outside can name an inherited key. */
export const schema: ReadonlyMap<string, readonly (readonly [field: string, type: FieldType])[]> = new Map(
  Object.entries(table).map(([kind, fields]) => [kind, Object.entries(fields)]),
);

/** The fields of a kind that hold nodes. */
export const childFields: ReadonlyMap<string, readonly string[]> = new Map(
  [...schema].map(([kind, fields]) => [kind, fields.filter(([, type]) => isChildType(type)).map(([field]) => field)]),
);

function isChildType(type: FieldType): boolean {
  return typeof type === "string" && (type.startsWith("node") || type.startsWith("key"));
}
