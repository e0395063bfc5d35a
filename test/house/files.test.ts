import { describe, expect, it } from "vitest";
import { findMutableState } from "./mutable-state.ts";
import { readSource, toSourceFile } from "./source.ts";

const files = readSource();

/** Files above 250 lines, each with its reason. */
const long: Readonly<Record<string, string>> = {
  "ir/nodes.ts": "a table: every node type",
  "policy/intrinsics.ts": "a table: every intrinsic with its cost",
  "policy/regex-bound.ts": "one proof: its cases lean on one another",
  "scope/intrinsics/regex-machine.ts": "one machine: an instruction makes no sense without the others",
};

describe("files", () => {
  it("hold one idea: at most 250 lines, tables aside", () => {
    const above = files.filter(({ text }) => text.split("\n").length > 251).map(({ path }) => path);
    expect(above).toEqual(Object.keys(long).sort());
  });

  it("have lines of at most 140 characters", () => {
    const wide = files.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, i) => ([...line].length > 140 ? [`src/${path}:${i + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  it("are named in kebab-case after their idea", () => {
    const wrong = files
      .map(({ path }) => path)
      .filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path) || /\b(utils?|helpers?|common|misc)\b/.test(path));
    expect(wrong).toEqual([]);
  });

  it("import with the extension that the file has", () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports.filter(({ own, target }) => own && !target.endsWith(".ts")).map(({ target }) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the search for state in modules", () => {
  it.each([
    ["let", "let count = 0;"],
    ["exported let", "export let count = 0;"],
    ["a map written in a function", "const m = new Map(); export function f() { m.set(1, 2); }"],
    ["an array pushed to in an arrow", "const a = []; export const f = () => a.push(1);"],
    ["a field of an object", "const o = { n: 0 }; function f() { o.n++; }"],
    ["an element", "const o = {}; const f = (k) => { o[k] = 1; };"],
    ["a deep field", "const o = { a: {} }; function f() { delete o.a.b; }"],
    ["an imported collection", "import { m } from './m.ts'; export class C { f() { m.add(1); } }"],
    ["a destructured one", "const { a } = make(); function f() { a.push(1); }"],
  ])("finds %s", (_, text) => {
    expect(findMutableState(toSourceFile("a.ts", text))).toHaveLength(1);
  });

  it.each([
    ["initialisation", "const m = new Map(); for (const k of ks) m.set(k, 1);"],
    ["a local of the same name", "const m = new Map(); function f() { const m = new Map(); m.set(1, 2); }"],
    ["a parameter of the same name", "const m = new Map(); function f({ m }) { m.set(1, 2); }"],
    ["reads", "const m = new Map(); function f() { return m.get(1); }"],
    ["declarations of types", "declare const m: string[];"],
  ])("lets %s pass", (_, text) => {
    expect(findMutableState(toSourceFile("a.ts", text))).toEqual([]);
  });
});
