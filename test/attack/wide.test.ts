import { describe, expect, it } from "vitest";
import { renderToString } from "../../src/html.ts";
import { compile, createContext } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";

const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);

// A budget that counts turns alone would take these for short: each turn is as long as a template may be.
describe("a turn or call that is wide pays for its width", () => {
  it.each([
    ["statements of a loop", `let x = 1; for (;;) { ${"x;".repeat(40_000)} }`],
    ["statements of a function", `let x = 1; function f() { ${"x;".repeat(40_000)} } for (;;) f();`],
    ["a sequence in a loop", `let x = 1; for (;;) (${"x,".repeat(40_000)} x);`],
    ["an expression for each item", `<p>{Array(100000).fill(0).map((a) => (${"a,".repeat(40_000)} a))}</p>`],
    ["items of an array", `let x = 1; for (;;) [${"x,".repeat(40_000)} x];`],
    ["variables of a call", `function f() { let ${names(50_000).join()}; } for (;;) f();`],
    ["variables of a loop's head", `const k = []; for (let ${names(40_000).join()}; ; ) k[0] = () => a1;`],
    ["cases of a switch", `let x = 1; for (;;) switch (2) { ${"case x:".repeat(40_000)} }`],
    ["a suspended loop", `let x = 1; function* g() { for (;;) { yield; ${"x;".repeat(40_000)} } } for (const y of g());`],
  ])("%s", { timeout: 20_000 }, (_what, source) => {
    const codes: string[] = [];
    const bag = createContext({ resource: "customer", customer: {} });
    renderToString(compileCard(source).template, bag, { limits: { fuel: 100_000 }, onDiagnostic: ({ code }) => codes.push(code) });
    expect(codes).toEqual(["limit/run"]);
  });

  it("a template with a fault at every turn gets a bounded report, and is not forgiven what is not told", () => {
    const result = compile("debugger;".repeat(50_000));
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toHaveLength(500);
    const late = compile(`${names(2_000).join(";")};debugger`);
    expect(late.ok).toBe(false);
    expect(late.diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });
});
