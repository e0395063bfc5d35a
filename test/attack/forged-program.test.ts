import { describe, expect, it } from "vitest";
import { createContext, loadTemplate } from "../../src/index.ts";
import { compileCard, runString } from "../support/card.ts";
import { snapshotPrototypes } from "./oracles.ts";

type Json = Record<string, unknown>;

/** A stored program, changed by somebody: `change` gets every node and may give another in its place. */
function forge(source: string, change: (node: Json) => unknown, whole: (program: Json) => void = () => {}): unknown {
  const program = JSON.parse(JSON.stringify(compileCard(source).template.program)) as Json;
  const walk = (holder: Json): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== "object" || value === null) continue;
      holder[key] = change(value as Json) ?? value;
      walk(holder[key] as Json);
    }
  };
  walk(program);
  whole(program);
  return program;
}

const bag = () => createContext({ resource: "customer", customer: { name: "Ada" } });
const swap = (kind: string, make: (node: Json) => Json) => (node: Json) => (node.kind === kind ? make(node) : undefined);

describe("a forged program", () => {
  it.each(["constructor", "__proto__"])("takes no record for a class: `super` gives no host `%s`", (key) => {
    const expectUnchanged = snapshotPrototypes();
    const program = forge(
      "const r = { parent: { proto: [] } }; const found = r.key; found[0] = 'polluted'; <p>{typeof found}</p>",
      swap("member", (node) =>
        node.key === "key" ? { kind: "super-member", span: node.span, home: node.object, receiver: node.object, key, static: false } : node,
      ),
    );
    const { html } = runString(loadTemplate(program), bag());
    expectUnchanged();
    expect(html).toContain("outside of a class");
  });

  it("names no slot that is not a variable", () => {
    const change = (slot: number) =>
      forge(
        "const f = (a) => a; <p>{f(1)}</p>",
        () => undefined,
        (program) => void ((program.bindings as Json[])[0] = { ...(program.bindings as Json[])[0], slot }),
      );
    expect(() => loadTemplate(change(0))).toThrow(/bindings\[0\]\.slot/);
    expect(() => loadTemplate(change(999_999))).toThrow(/bindings\[0\]\.slot/);
  });

  it.each<readonly [string, string, (node: Json) => unknown]>([
    ["none", "const f = (a) => a; <p>{f(1)}</p>", swap("local", (node) => ({ ...node, binding: 4_000 }))],
    [
      "one of another function",
      "const f = (a) => a; const g = (b) => b; <p>{f(1)}{g(2)}</p>",
      swap("local", (node) => (node.name === "b" ? { ...node, binding: 2 } : node)),
    ],
    [
      "one of a loop that is over",
      "let k = 0; for (const a of [1]) { k = () => a; } <p>{k()}</p>",
      swap("call", (node) =>
        (node.callee as Json).name === "k" ? { ...node, callee: { ...(node.callee as Json), name: "a", binding: 1 } } : node,
      ),
    ],
  ])("reads no variable where it is not: %s", (_what, source, change) => {
    expect(() => loadTemplate(JSON.parse(JSON.stringify(compileCard(source).template.program)))).not.toThrow();
    expect(() => loadTemplate(forge(source, change))).toThrow(/variables of the bodies around them/);
  });

  it("takes no frame from a call", () => {
    const program = forge(
      "const f = (a) => a; <p>{f(1)}</p>",
      () => undefined,
      (whole) => void (whole.frames = (whole.frames as number[]).map(() => 0)),
    );
    expect(() => loadTemplate(program)).toThrow(TypeError);
  });

  it.each<readonly [string, (node: Json) => unknown]>([
    ["a private name for a value", swap("local", ({ span }) => ({ kind: "private-name", span, name: "#x", id: "1" }))],
    ["a statement for a value", swap("local", ({ span }) => ({ kind: "jump", span, form: "break", label: null }))],
    ["a constant for a function", swap("function", ({ span }) => ({ kind: "constant", span, name: { a: 1 }, params: [], body: {} }))],
    ["a constant for a body", swap("body", ({ span }) => ({ kind: "constant", span, id: "__proto__", statements: [] }))],
  ])("puts no node where it can't stand: %s", (_what, change) => {
    expect(() => loadTemplate(forge("const f = (a) => a; <p>{f(1)}</p>", change))).toThrow(TypeError);
  });

  it("fails with a TypeError when it nests deeper than the stack", () => {
    let node: Json = { kind: "constant", span: [0, 0], value: 1 };
    for (let level = 0; level < 100_000; level++) node = { kind: "unary", span: [0, 0], operator: "-", value: node };
    const program = JSON.parse(JSON.stringify(compileCard("<p>{-customer.name}</p>").template.program)) as {
      script: { body: { statements: Json[] } };
    };
    (program.script.body.statements[0] as Json).value = node;
    expect(() => loadTemplate(program)).toThrow(TypeError);
  });
});
