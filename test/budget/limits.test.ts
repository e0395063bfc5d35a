// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { readLimitWords } from "../../scripts/readme-tables.ts";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import { compile, createContext } from "../../src/index.ts";
import { defaultLimits, type Limits } from "../../src/policy/limits.ts";
import { compileCard, runString } from "../support/card.ts";
import { showCard } from "../support/live-card.ts";

type Name = keyof Limits;
const bag = createContext({ resource: "customer", customer: { name: "Ada" } });

/** Of each limit: its value, a template that reaches it and stays within, and one that passes it. */
const compiled: Partial<Record<Name, readonly [limit: number, within: string, past: string]>> = {
  sourceLength: [20, "<p>0123456789012</p>", "<p>01234567890123</p>"],
  nesting: [8, "<p>{1 + 2}</p>", "<p>{[[[[[[[[1]]]]]]]]}</p>"],
  attributes: [2, "<p id='a' title='b' />", "<p id='a' title='b' lang='c' />"],
  regexLength: [4, "/abcd/.test('')", "/abcde/.test('')"],
};
const rendered: Partial<Record<Name, readonly [limit: number, within: string, past: string]>> = {
  attributes: [2, "<p {...{ id: 'a', title: 'b' }} />", "<p {...{ id: 'a', title: 'b', lang: 'c' }} />"],
  fuel: [100, "for (let i = 0; i < 90; i++);", "for (let i = 0; i < 110; i++);"],
  callDepth: [10, "const f = (n) => n && f(n - 1); f(8)", "const f = (n) => n && f(n - 1); f(11)"],
  stringLength: [100, "'x'.repeat(100)", "'x'.repeat(101)"],
  arrayLength: [100, "Array(100).length", "Array(101).length"],
  nodes: [10, "Array(10).fill(0).map(() => <br />)", "Array(11).fill(0).map(() => <br />)"],
  outputDepth: [10, "let t = 'x'; for (let i = 0; i < 8; i++) t = [t]; t", "let t = 'x'; for (let i = 0; i < 12; i++) t = [t]; t"],
  outputLength: [100, "'x'.repeat(90)", "['x'.repeat(90), 'y'.repeat(20)]"],
  regexLength: [4, "new RegExp('abcd').source", "new RegExp('abcde').source"],
  nesting: [20, "_.get({}, Array(10).fill('a').join('.'))", "_.get({}, Array(30).fill('a').join('.'))"],
};
const once = (body: string) => `function Card() { React.useEffect(() => { ${body} }, []); return <p>x</p>; }\n<Card />`;
const live: Partial<Record<Name, readonly [limit: number, within: string, past: string]>> = {
  listeners: [
    2,
    once("for (const t of ['a', 'b']) addEventListener(t, () => 1);"),
    once("for (const t of ['a', 'b', 'c']) addEventListener(t, () => 1);"),
  ],
  timers: [2, once("for (const t of [1, 2]) setTimeout(() => 1, 1000);"), once("for (const t of [1, 2, 3]) setTimeout(() => 1, 1000);")],
};
/** Limits of what the host is asked: the question fails, and the card goes on (`test/scope/browser`, `fixtures/live-attack/floods`). */
const ofHosts: readonly Name[] = ["requests", "requestTime"];

const words = readLimitWords();

describe("the table of limits", () => {
  it("says the same things of each, and names codes that there are", () => {
    expect([...words.keys()].sort()).toEqual(Object.keys(defaultLimits).sort());
    for (const [name, { passed }] of words)
      for (const [, code = ""] of passed.matchAll(/`([^`]+)`/g)) expect(Object.keys(catalogue), name).toContain(code);
  });

  it("has a case for each limit", () => {
    const cased = [compiled, rendered, live].flatMap(Object.keys);
    expect([...new Set([...cased, ...ofHosts])].sort()).toEqual(Object.keys(defaultLimits).sort());
  });
});

describe("a limit is reached without harm, and reported by its code when it is passed", () => {
  it.each(Object.entries(compiled))("%s, when the template is compiled", (name, [limit, within, past]) => {
    expect(compile(within, { limits: { [name]: limit } }).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const codes = compile(past, { limits: { [name]: limit } }).diagnostics.flatMap(({ severity, code }) =>
      severity === "error" ? [code] : [],
    );
    expect(codes).toHaveLength(1);
    expect(words.get(name)?.passed).toContain(`\`${codes[0]}\`: not compiled`);
  });

  it.each(Object.entries(rendered))("%s, when the card is rendered", (name, [limit, within, past]) => {
    const render = (source: string) => runString(compileCard(source).template, bag, { limits: { [name]: limit } });
    expect(render(within).diagnostics).toEqual([]);
    const card = render(past);
    expect(card.diagnostics.map(({ code, help }) => [code, help.includes(`\`${name}\``)])).toEqual([["limit/run", true]]);
    expect(card.html).toContain("kv-error");
    expect(words.get(name)?.passed).toContain("`limit/run`");
  });

  describe("live", () => {
    const shown: { readonly unmount: () => void }[] = [];
    afterEach(() => {
      for (const card of shown.splice(0)) card.unmount();
    });

    it.each(Object.entries(live))("%s", async (name, [limit, within, past]) => {
      const show = async (source: string) => {
        const { card, reports } = await showCard(source, {}, { options: { limits: { [name]: limit } } });
        shown.push(card);
        return reports;
      };
      expect(await show(within)).toEqual([]);
      expect(await show(past)).toEqual([expect.stringMatching(/^limit\/run: /)]);
    });
  });
});

describe("what a host gives as limits", () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "9", null, undefined])("is a positive whole number, not %s", (value) => {
    for (const name of Object.keys(defaultLimits)) {
      const limits = { [name]: value } as Partial<Limits>;
      expect(() => compile("<p />", { limits })).toThrow(`limit \`${name}\` has to be a positive whole number`);
      expect(() => runString(compileCard("<p />").template, bag, { limits })).toThrow(
        `limit \`${name}\` has to be a positive whole number`,
      );
    }
  });

  it("has the names of limits", () => {
    const limits = { fule: 1 } as Partial<Limits>;
    expect(() => compile("<p />", { limits })).toThrow("unknown limit `fule`; did you mean `fuel`?");
  });
});
