import { findStray } from "./check-scopes.ts";
import type { Body } from "./nodes.ts";
import type { Binding, Facts, Program } from "./program.ts";
import { type FieldType, kindsOfType, schema } from "./schema.ts";

/** No compiled template nests deeper: sources are capped at fewer levels, and inlining adds a few. */
const maxDepth = 2_000;
const functions: ReadonlySet<string> = new Set(["function"]);
const maxSlots = 1_000_000;

/**
 * Checks a program that comes from outside and gives it back typed. A `TypeError` names the path that is wrong, what was
 * expected and what was found. Its markup is judged by the policy when it is linked, like any other.
 */
export function parseProgram(value: unknown): Program {
  try {
    return checkProgram(value);
  } catch (error) {
    // A host that loads deep inside of its own calls has less of the stack than the depth below asks for.
    if (!(error instanceof RangeError)) throw error;
    return fail("program", "a tree that can be walked", "one that nests too deep");
  }
}

function checkProgram(value: unknown): Program {
  const program = expectObject(value, "program");
  if (program.format !== "kview") fail("program.format", '"kview"', program.format);
  if (program.version !== 1) fail("program.version", "1, the version that this library reads", program.version);
  if (typeof program.name !== "string") fail("program.name", "text", program.name);
  if (typeof program.scopeId !== "string" || !/^[a-z0-9]{1,16}$/.test(program.scopeId))
    fail("program.scopeId", "letters and digits", program.scopeId);
  expectIndexes(program.lines, "program.lines", Number.MAX_SAFE_INTEGER);
  const frames = expectIndexes(program.frames, "program.frames", maxSlots);
  for (const [index, binding] of expectArray(program.bindings, "program.bindings").entries())
    checkBinding(binding, frames, `program.bindings[${index}]`);
  checkFacts(program.facts);
  checkNode(program.script, "program.script", functions, 0, frames);
  for (const [name, fn] of Object.entries(expectObject(program.components, "program.components"))) {
    checkNode(fn, `program.components.${name}`, functions, 0, frames);
  }
  checkScopes(value as Program);
  return value as Program;
}

/** What is left once every part has its shape: that each variable stands where there is one. */
function checkScopes({ script, components, bindings }: Program): void {
  for (const [path, fn] of [
    ["script", script] as const,
    ...Object.entries(components).map(([name, fn]) => [`components.${name}`, fn] as const),
  ]) {
    const stray = findStray(fn, bindings);
    if (stray !== undefined) fail(`program.${path}`, "variables of the bodies around them", `${stray.name}, number ${stray.binding}`);
  }
}

function checkNode(value: unknown, path: string, kinds: ReadonlySet<string>, depth: number, frames: readonly number[]): void {
  if (depth > maxDepth) fail(path, `at most ${maxDepth} levels`, "more");
  const node = expectObject(value, path);
  const fields = typeof node.kind === "string" ? schema.get(node.kind) : undefined;
  if (fields === undefined || !kinds.has(node.kind as string))
    fail(`${path}.kind`, kinds.size === 1 ? [...kinds].join() : "a node kind that can stand here", node.kind);
  const span = expectIndexes(node.span, `${path}.span`, Number.MAX_SAFE_INTEGER);
  if (span.length !== 2) fail(`${path}.span`, "start and end", `${span.length} numbers`);
  for (const [field, type] of fields ?? []) checkField(node[field], type, `${path}.${field}`, depth, frames);
  // Every call has a frame: a table that denies it would shift all variables by one.
  if (node.kind === "function" && !((frames[(node.body as Body).id] ?? 0) >= 1))
    fail(`${path}.body.id`, "a body with a frame", (node.body as Body).id);
}

function checkChildren(
  value: unknown,
  type: string,
  kinds: ReadonlySet<string>,
  path: string,
  depth: number,
  frames: readonly number[],
): void {
  const [shape = ""] = type.split(":");
  const missing = value === null && shape.endsWith("?");
  switch (shape) {
    case "key":
    case "key?":
      if (typeof value === "string") return;
      break;
    case "nodes":
    case "nodes?":
      for (const [index, child] of expectArray(value, path).entries()) {
        if (child !== null || shape === "nodes") checkNode(child, `${path}[${index}]`, kinds, depth + 1, frames);
      }
      return;
    default:
  }
  if (!missing) checkNode(value, path, kinds, depth + 1, frames);
}

function checkField(value: unknown, type: FieldType, path: string, depth: number, frames: readonly number[]): void {
  if (typeof type !== "string") {
    if (!type.includes(value as string)) fail(path, `one of ${type.join(" ")}`, value);
    return;
  }
  const kinds = kindsOfType.get(type);
  if (kinds !== undefined) return checkChildren(value, type, kinds, path, depth, frames);
  switch (type) {
    case "string":
    case "string?":
      if (typeof value !== "string" && !(value === null && type === "string?")) fail(path, "text", value);
      return;
    case "boolean":
      if (typeof value !== "boolean" && value !== undefined) fail(path, "true or false", value);
      return;
    case "index":
      if (!isIndex(value, maxSlots)) fail(path, "a whole number", value);
      return;
    case "indexes":
      expectIndexes(value, path, maxSlots);
      return;
    case "strings":
    case "strings?":
      for (const item of expectArray(value, path))
        if (typeof item !== "string" && !(item === null && type === "strings?")) fail(path, "texts", item);
      return;
    case "constant":
      if (!["string", "number", "boolean", "undefined"].includes(typeof value) && value !== null) fail(path, "a constant", value);
  }
}

const bindingKinds: readonly unknown[] = ["var", "let", "const", "class", "function", "param", "hidden"] satisfies Binding["kind"][];

function checkBinding(value: unknown, frames: readonly number[], path: string): void {
  const binding = expectObject(value, path);
  if (typeof binding.name !== "string") fail(`${path}.name`, "text", binding.name);
  if (!bindingKinds.includes(binding.kind)) fail(`${path}.kind`, "a kind of binding", binding.kind);
  if (!isIndex(binding.slot, maxSlots)) fail(`${path}.slot`, "a whole number", binding.slot);
  if (!isIndex(binding.owner, maxSlots)) fail(`${path}.owner`, "a whole number", binding.owner);
  // Slot 0 links a frame to the one around it, and behind the last stands what suspended functions keep: neither is a variable.
  const size = frames[binding.owner] ?? 0;
  if (binding.slot === 0 || binding.slot >= size) fail(`${path}.slot`, `a slot of its frame, below ${size}`, binding.slot);
  if (typeof binding.checked !== "boolean") fail(`${path}.checked`, "true or false", binding.checked);
}

const flags = ["writes", "async", "deferred", "inspects", "interactive", "stateful", "styled"] as const satisfies readonly (keyof Facts)[];
const lists = ["globals", "assigned", "components", "paths"] as const satisfies readonly (keyof Facts)[];

function checkFacts(value: unknown): void {
  const facts = expectObject(value, "program.facts");
  for (const name of flags) if (typeof facts[name] !== "boolean") fail(`program.facts.${name}`, "true or false", facts[name]);
  for (const name of lists) checkField(facts[name], "strings", `program.facts.${name}`, 0, []);
}

function expectObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(path, "an object", value);
  return value as Record<string, unknown>;
}

function expectArray(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(path, "a list", value);
  return value as readonly unknown[];
}

function expectIndexes(value: unknown, path: string, max: number): readonly number[] {
  const list = expectArray(value, path);
  for (const item of list) if (!isIndex(item, max)) fail(path, "whole numbers", item);
  return list as readonly number[];
}

function isIndex(value: unknown, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function fail(path: string, expected: string, found: unknown): never {
  const shown =
    typeof found === "string"
      ? `\`${found.slice(0, 40)}\``
      : Array.isArray(found)
        ? "a list"
        : found === null
          ? "null"
          : typeof found === "object"
            ? "an object"
            : String(found);
  throw new TypeError(`${path}: expected ${expected}, found ${shown}`);
}
