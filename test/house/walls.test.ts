import { describe, expect, it } from "vitest";
import config from "../../vitest.config.ts";
import { walls } from "../support/walls.ts";

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
const GeneratorFunction = function* () {}.constructor as FunctionConstructor;

describe("the walls around every test", () => {
  it.each([
    ["new Function", () => new Function("return 1")],
    ["an async function's constructor", () => new AsyncFunction("return 1")],
    ["a generator's constructor", () => new GeneratorFunction("yield 1")],
    // biome-ignore lint/security/noGlobalEval: it must not be there to be used.
    ["eval", () => globalThis.eval("1 + 1")],
  ])("no text becomes code by %s", (_, run) => {
    expect(run).toThrow(EvalError);
  });

  it("no object has `__proto__`", () => {
    const key = "__proto__";
    const plain: Record<string, unknown> = {};
    expect([key in plain, plain[key]]).toEqual([false, undefined]);
    plain[key] = { inherited: true };
    expect("inherited" in plain).toBe(false);
  });

  it("stand in every project", () => {
    const projects = (config as { readonly test: { readonly projects: readonly { readonly test: { readonly execArgv?: unknown } }[] } })
      .test.projects;
    expect(projects.map(({ test }) => test.execArgv)).toEqual(projects.map(() => walls));
  });
});
