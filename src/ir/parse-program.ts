import type { Binding, Facts, Program } from "./program.ts";
import { type FieldType, schema } from "./schema.ts";

/** No compiled template nests deeper: sources are capped at fewer levels, and inlining adds a few. */
const maxDepth = 4_000;
const maxSlots = 1_000_000;

/**
 * Checks a program that comes from outside and gives it back typed. A `TypeError` names the path that is wrong, what was
 * expected and what was found. Its markup is judged by the policy when it is linked, like any other.
 */
export function parseProgram(value: unknown): Program {
  const program = expectObject(value, "program");
  if (program.format !== "kview") fail("program.format", '"kview"', program.format);
  if (program.version !== 1) fail("program.version", "1, the version that this library reads", program.version);
  if (typeof program.name !== "string") fail("program.name", "text", program.name);
  if (typeof program.scopeId !== "string" || !/^[a-z0-9]{1,16}$/.test(program.scopeId))
    fail("program.scopeId", "letters and digits", program.scopeId);
  expectIndexes(program.lines, "program.lines", Number.MAX_SAFE_INTEGER);
  expectIndexes(program.frames, "program.frames", maxSlots);
  for (const [index, binding] of expectArray(program.bindings, "program.bindings").entries())
    checkBinding(binding, `program.bindings[${index}]`);
  checkFacts(program.facts);
  checkNode(program.script, "program.script", "function", 0);
  for (const [name, fn] of Object.entries(expectObject(program.components, "program.components"))) {
    checkNode(fn, `program.components.${name}`, "function", 0);
  }
  return value as Program;
}

function checkNode(value: unknown, path: string, kind: string | undefined, depth: number): void {
  if (depth > maxDepth) fail(path, `at most ${maxDepth} levels`, "more");
  const node = expectObject(value, path);
  const fields = typeof node.kind === "string" ? schema.get(node.kind) : undefined;
  if (fields === undefined || (kind !== undefined && node.kind !== kind)) fail(`${path}.kind`, kind ?? "a node kind", node.kind);
  const span = expectIndexes(node.span, `${path}.span`, Number.MAX_SAFE_INTEGER);
  if (span.length !== 2) fail(`${path}.span`, "start and end", `${span.length} numbers`);
  for (const [field, type] of fields ?? []) checkField(node[field], type, `${path}.${field}`, depth);
}

function checkField(value: unknown, type: FieldType, path: string, depth: number): void {
  if (typeof type !== "string") {
    if (!type.includes(value as string)) fail(path, `one of ${type.join(" ")}`, value);
    return;
  }
  switch (type) {
    case "node":
      return checkNode(value, path, undefined, depth + 1);
    case "node?":
      return value === null ? undefined : checkNode(value, path, undefined, depth + 1);
    case "nodes":
    case "nodes?":
      for (const [index, child] of expectArray(value, path).entries()) {
        if (child !== null || type === "nodes") checkNode(child, `${path}[${index}]`, undefined, depth + 1);
      }
      return;
    case "key":
    case "key?":
      if (typeof value === "string" || (value === null && type === "key?")) return;
      return checkNode(value, path, undefined, depth + 1);
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

function checkBinding(value: unknown, path: string): void {
  const binding = expectObject(value, path);
  if (typeof binding.name !== "string") fail(`${path}.name`, "text", binding.name);
  if (!bindingKinds.includes(binding.kind)) fail(`${path}.kind`, "a kind of binding", binding.kind);
  if (!isIndex(binding.slot, maxSlots)) fail(`${path}.slot`, "a whole number", binding.slot);
  if (!isIndex(binding.owner, maxSlots)) fail(`${path}.owner`, "a whole number", binding.owner);
  if (typeof binding.checked !== "boolean") fail(`${path}.checked`, "true or false", binding.checked);
}

const flags = ["writes", "async", "deferred", "inspects", "interactive", "stateful", "styled"] as const satisfies readonly (keyof Facts)[];
const lists = ["globals", "assigned", "components", "paths"] as const satisfies readonly (keyof Facts)[];

function checkFacts(value: unknown): void {
  const facts = expectObject(value, "program.facts");
  for (const name of flags) if (typeof facts[name] !== "boolean") fail(`program.facts.${name}`, "true or false", facts[name]);
  for (const name of lists) checkField(facts[name], "strings", `program.facts.${name}`, 0);
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
