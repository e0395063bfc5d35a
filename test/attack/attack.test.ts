// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { compile, createContext } from "../../src/index.ts";
import { type AttackCase, attackClasses, readAttackCases } from "../support/attack-case.ts";
import { parseTree, textOf } from "../support/canonical.ts";
import { type Outcome, runDom, runString } from "../support/card.ts";
import { generateData, generateSource, withPollutedPrototype } from "./generate.ts";
import { createProbe, expectNoExec, expectNoHostLeak, expectSafeHtml, expectSameTree, snapshotPrototypes } from "./oracles.ts";

// A zone that no option names: where it shows, the host leaks.
process.env.TZ = "Asia/Kathmandu";

// A fifth of the default budget ends the endless a fifth as late; `KVIEW_FULL_BUDGET=1` runs them to the default's end.
const options = process.env.KVIEW_FULL_BUDGET === undefined ? { limits: { fuel: 400_000 } } : {};

const targets = [
  ["string", runString],
  ["DOM", runDom],
] as const;

/** What a template and its data come to: a card, or a refusal before there is one. */
type Run = { readonly kind: "rejected" | "refused-data" } | { readonly kind: "card"; readonly outcome: Outcome; readonly again: Outcome };

/** Compiled once for all targets. */
const compiled = new Map<AttackCase, ReturnType<typeof compile>>();
function compileCase(one: AttackCase): ReturnType<typeof compile> {
  const result = compiled.get(one) ?? compile(toSource(one));
  compiled.set(one, result);
  return result;
}

/** What became of each case on each target, for whoever compares them. */
const runs = { string: new Map<AttackCase, Run>(), DOM: new Map<AttackCase, Run>() };
function runOnce(one: AttackCase, target: keyof typeof runs, render: typeof runString): Run {
  const found = runs[target].get(one) ?? run(one, render);
  // What is bounded is large, and compared by nobody.
  if (!one.oracle.includes("bounded")) runs[target].set(one, found);
  return found;
}

function run(one: AttackCase, render: typeof runString): Run {
  const source = toSource(one);
  const result = compileCase(one);
  expect(result.diagnostics.every(({ code, message }) => /^[a-z]+\/[a-z-]+$/.test(code) && message !== "")).toBe(true);
  if (!result.ok) {
    expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expectNoHostLeak({ html: "", diagnostics: result.diagnostics }, source);
    return { kind: "rejected" };
  }
  const start = (): Run => {
    let bag: ReturnType<typeof createContext>;
    try {
      bag = createContext({ resource: "customer", ...toData(one) });
    } catch (error) {
      // The documented answer to data that no card may have.
      if (one.dataGen !== undefined && error instanceof TypeError) return { kind: "refused-data" };
      throw error;
    }
    const before = structure(bag.names);
    const outcome = withCompileDiagnostics(render(result.template, bag, options));
    const again = withCompileDiagnostics(render(result.template, bag, options));
    expect(structure(bag.names)).toBe(before);
    return { kind: "card", outcome, again };
  };
  const withCompileDiagnostics = ({ html, diagnostics }: Outcome) => ({ html, diagnostics: [...result.diagnostics, ...diagnostics] });
  return one.dataGen === "polluted-prototype" ? withPollutedPrototype(start) : start();
}

const toSource = ({ template, gen }: AttackCase) => (gen === undefined ? template : generateSource(gen.kind, gen.n));
const toData = ({ data, dataGen }: AttackCase) => (dataGen === undefined ? JSON.parse(data ?? "{}") : generateData(dataGen));

/** Own keys and values, whatever their names. */
function structure(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).map(([key, item]) => [`=${key}`, item])
      : inner,
  );
}

/** Holds for every case, whatever oracle it names: nothing runs, nothing shared changes, nothing throws, nothing leaks. */
async function expectAlways(one: AttackCase, target: keyof typeof runs, render: typeof runString): Promise<Run> {
  const expectUnchanged = snapshotPrototypes();
  const result = runOnce(one, target, render);
  await expectNoExec();
  expectUnchanged();
  if (result.kind === "card") {
    expectNoHostLeak(result.outcome, toSource(one));
    expect(result.again).toEqual(result.outcome);
  }
  return result;
}

function expectNamed(one: AttackCase, result: Run): void {
  if (one.expect === "reject" || one.syntax === "invalid") {
    expect(result.kind).toBe("rejected");
    return;
  }
  if (one.expect === "limit") {
    const diagnostics = result.kind === "card" ? result.outcome.diagnostics : compileCase(one).diagnostics;
    expect(diagnostics.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^limit\//));
  }
  if (result.kind !== "card") return;
  expectSafeHtml(result.outcome);
  if (one.notText !== undefined) {
    const failed = result.outcome.diagnostics.some(({ code }) => code.startsWith("run/"));
    // An error card quotes our own message (`… is not a function`), never a value.
    if (!failed) expect(textOf(parseTree(result.outcome.html))).not.toMatch(new RegExp(one.notText));
  }
}

/** Read once: a case is known by its identity. */
const cases = new Map(attackClasses.map((name) => [name, readAttackCases(name)]));
const casesOf = (name: string) => cases.get(name) ?? [];

describe.each(attackClasses)("%s", (name) => {
  const expectProbe = createProbe();
  for (const one of casesOf(name)) {
    describe(`${one.id}: ${one.must}`, () => {
      for (const [target, render] of targets) {
        it(`on the ${target} target`, { timeout: 20_000 }, async () => {
          const clean = expectProbe();
          expectNamed(one, await expectAlways(one, target, render));
          expect(expectProbe()).toBe(clean);
        });
      }
    });
  }
});

describe("both targets", () => {
  it("write the same tree for hostile templates", { timeout: 30_000 }, () => {
    for (const one of attackClasses.flatMap(casesOf)) {
      if (one.oracle.includes("bounded")) continue;
      const string = runOnce(one, "string", runString);
      const dom = runOnce(one, "DOM", runDom);
      expect(dom.kind, one.id).toBe(string.kind);
      if (string.kind === "card" && dom.kind === "card") expectSameTree(string.outcome, dom.outcome);
    }
  });
});

describe("the collection", () => {
  const all = attackClasses.flatMap(casesOf);

  it("holds every case once, in the folder of its class", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(287);
    for (const name of attackClasses) expect(casesOf(name).every((one) => one.class === name)).toBe(true);
  });
});
