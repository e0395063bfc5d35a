import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderToString } from "../../src/html.ts";
import { compile, createContext, createKlasses, type Diagnostic, loadTemplate } from "../../src/index.ts";
import type { PoolCard, PoolResult } from "../../src/pool.ts";
import { attackClasses, readAttackCases } from "../support/attack-case.ts";
import { fixtureNow } from "../support/fixture-now.ts";
import { readRenderCases, toRenderOptions } from "../support/render-case.ts";
import { collect, startPool, toTemplate } from "./start-pool.ts";

/** What this process makes of a card. */
function renderHere({ template, data, options }: PoolCard): { readonly html: string; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const onDiagnostic = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  return { html: renderToString(template, createContext(data), { ...options, onDiagnostic }), diagnostics };
}

const tell = ({ html, diagnostics }: { readonly html: string; readonly diagnostics: readonly Diagnostic[] }) => ({ html, diagnostics });
const hello = toTemplate("<p>{customer.name}</p>");
const toCard = (name: string): PoolCard => ({ template: hello, data: { resource: "customer", customer: { name } } });

describe("a card that is rendered in a process", () => {
  it("comes out as it does here: fixtures", async () => {
    const { pool } = startPool();
    // A third of them: what is tested here is the way to the process and back.
    const cases = readRenderCases().filter((_, i) => i % 3 === 0);
    const cards = cases.map(({ source, data, options }): PoolCard => {
      const { host: _host, ...rest } = toRenderOptions(options);
      return { template: toTemplate(source), data, options: rest };
    });
    expect(cards.length).toBeGreaterThan(100);
    const results = await collect(pool.renderAll(cards));
    expect(results.map(tell)).toEqual(cards.map(renderHere));
  });

  it("comes out as it does here: attacks", async () => {
    const { pool, exits } = startPool();
    // Some of each class; those that take long on purpose are played below.
    const cases = attackClasses.filter((name) => !name.startsWith("dos-")).flatMap((name) => readAttackCases(name).slice(0, 6));
    const cards = cases.flatMap(({ template: source, data, gen, dataGen }): readonly PoolCard[] => {
      const result = gen === undefined && dataGen === undefined ? compile(source) : undefined;
      if (!result?.ok) return [];
      const input = JSON.parse(data ?? "{}") as PoolCard["data"];
      return [{ template: result.template, data: { ...input, resource: input.resource ?? "customer" }, options: { now: fixtureNow } }];
    });
    expect(cards.length).toBeGreaterThan(80);
    const results = await collect(pool.renderAll(cards));
    // What promises leave behind is told after the card is there, so that only a process that waits for it hears of it in time.
    expect(results.map(({ html }) => html)).toEqual(cards.map((card) => renderHere(card).html));
    expect(exits).toEqual([]);
  });

  it("comes out as it does here: data of any kind, in any words", async () => {
    const { pool } = startPool({ size: 1 });
    const template = toTemplate(
      "<pre>{JSON.stringify(customer.custom)}{String(Object.is(customer.custom.zero, -0))}{_.keys(customer.custom)}</pre>",
    );
    const word = fc.string({
      unit: fc.oneof(fc.constantFrom("a", "é", "€", "\u{1f600}", "\ud83d", "<", "\0"), fc.string({ maxLength: 1 })),
    });
    const odd = fc.constantFrom(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -0, true, new Date(0));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        word,
        fc.double(),
        odd,
        fc.array(tie("tree")),
        fc.dictionary(fc.oneof(word, fc.constant("__proto__")), tie("tree")),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(word, tree), fc.constantFrom(-0, 0), async (custom, zero) => {
        const card: PoolCard = { template, data: { resource: "customer", customer: { custom: { ...custom, zero } } } };
        expect(tell(await pool.render(card))).toEqual(renderHere(card));
      }),
      { numRuns: 60 },
    );
  });

  it("knows klasses, icons and options", async () => {
    const { pool } = startPool({ size: 1 });
    const klasses = createKlasses([{ name: "acme-order", metadata: { properties: { totalNum: { displayName: "Total with tax" } } } }]);
    const order = toTemplate('<div><Field field="totalNum" value={kobject.custom.totalNum} /><Icon name={kobject.icon} /></div>');
    const stored = loadTemplate(JSON.parse(JSON.stringify(order.program)), { icons: new Map([["cart", "M0,0H9V9Z"]]) });
    const data = { resource: "kobject.acme-order", kobject: { icon: "cart", custom: { totalNum: 1234.5 } }, klasses };
    const cards: readonly PoolCard[] = [
      { template: order, data },
      { template: stored, data },
      { template: order, data: { ...data, klasses: undefined } },
      { template: order, data, options: { theme: "dark", locale: "de-DE", idPrefix: "a" } },
      { template: order, data, options: { target: "text" } },
      { template: order, data, options: { limits: { fuel: 1 } } },
    ];
    const results = await collect(pool.renderAll(cards));
    expect(results.map(tell)).toEqual(cards.map(renderHere));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(new Set(results.map(({ html }) => html)).size).toBe(6);
  });
});

describe("bad cards among good ones", () => {
  const bad: readonly (readonly [string, Partial<PoolResult>])[] = [
    ["for (;;) {}", { ok: false, reason: "limit" }],
    ["const f = () => f(); f();", { ok: false, reason: "limit" }],
    ["const list = []; for (;;) list.push(new Array(100000).fill('x'));", { ok: false, reason: "limit" }],
    ["let text = 'x'; for (;;) text += text;", { ok: false, reason: "limit" }],
    ["(async () => { for (;;) await null; })(); <p>late</p>", { ok: true, html: "<p>late</p>" }],
    ["process.exit(1); <p />", { ok: false, reason: "template" }],
    ["window.process.exit(1)", { ok: false, reason: "template" }],
    ["[].constructor.constructor('process.exit(1)')()", { ok: false, reason: "template" }],
    ["(() => {}).constructor('return process')().kill(0)", { ok: false, reason: "template" }],
    ["throw { toString: () => { for (;;) {} } };", { ok: false, reason: "template" }],
    ["Promise.reject(new Error('lost')); <p>rejected</p>", { ok: true, html: "<p>rejected</p>" }],
    ["queueMicrotask(() => { throw 1 }); setTimeout(() => { for (;;) {} }, 0); <p>later</p>", { ok: true, html: "<p>later</p>" }],
    ["<div>{_.range(60000).map((n) => <p>{'x'.repeat(100)}</p>)}</div>", { ok: false, reason: "output" }],
    ["<div>{_.range(30000).map((n) => <p>{'€'.repeat(100)}</p>)}</div>", { ok: false, reason: "output" }],
    ["<p>{customer.name.first.initial}</p>", { ok: false, reason: "template" }],
  ];

  it("fail alone, each in its way, and cost no process", async () => {
    const { pool, exits } = startPool({ batchSize: 8 });
    const cards = bad.flatMap(([source], i) => [toCard(`a${i}`), { ...toCard(`b${i}`), template: toTemplate(source) }, toCard(`c${i}`)]);
    const results = await collect(pool.renderAll(cards));
    expect(results).toMatchObject(
      bad.flatMap(([, expected], i) => [{ ok: true, html: `<p>a${i}</p>` }, expected, { ok: true, html: `<p>c${i}</p>` }]),
    );
    expect(exits).toEqual([]);
  });

  it("say what ended them", async () => {
    const { pool } = startPool({ size: 1, outputBytes: 1_000 });
    const say = async (source: string, data: unknown = { resource: "customer" }) => {
      const { html, diagnostics } = await pool.render({ template: toTemplate(source), data: data as PoolCard["data"] });
      return { html: html.replace(/<[^>]+>/g, "|"), found: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
    };
    const large = "the card's HTML is larger than the 1000 bytes that a pool takes";
    expect(await say("<p>{'x'.repeat(1000)}</p>")).toEqual({
      html: `||This card can't be shown||${large}||`,
      found: [`pool/output: ${large}`],
    });
    const shape = "the card's data can't be taken: customer.emails: expected an array, found a string";
    expect(await say("<p />", { resource: "customer", customer: { emails: "x" } })).toEqual({
      html: `||This card can't be shown||${shape}||`,
      found: [`pool/data: ${shape}`],
    });
    expect(await say("Promise.reject(new Error('lost')); <p />")).toEqual({
      html: "||",
      found: ["run/rejection: a promise was rejected and nothing handled it: Error: lost"],
    });
    // Findings without end are cut; what ended the card is among them.
    const { found } = await say(
      "const t = 'y'.repeat(399); <div>{_.range(999).map((n) => <a href={'x:' + n + t} title='z' />)}{null.x}</div>",
    );
    expect(found.length).toBeLessThan(202);
    expect(found.at(-1)).toMatch(/^run\/throw: /);
  });

  it("that use up the memory of their process are found, and cost no other card anything", async () => {
    const { pool, exits } = startPool({ size: 2, memoryMb: 32, batchSize: 16 });
    const bomb = toTemplate("const list = []; for (let i = 0; i < 7; i++) list.push(new Array(1000000).fill(i)); <p>{list.length}</p>");
    const cards = Array.from({ length: 40 }, (_, i) => (i % 20 === 7 ? { ...toCard(""), template: bomb } : toCard(`n${i}`)));
    const results = await collect(pool.renderAll(cards));
    const failed = {
      ok: false,
      reason: "memory",
      diagnostics: [{ code: "pool/memory", message: "the card used up the 32 MB of its process" }],
    };
    expect(results).toMatchObject(cards.map((_, i) => (i % 20 === 7 ? failed : { ok: true, html: `<p>n${i}</p>` })));
    // Twice each: with others, then alone.
    expect(exits.map(({ cause }) => cause)).toEqual(Array(4).fill("memory"));
    expect(exits[0]?.stderr).toContain("JavaScript heap out of memory");
  });
});

describe.runIf(process.platform === "linux")("the process", () => {
  it("has nothing of the host: no environment, no folder, no open file", async () => {
    process.env.KVIEW_TEST_SECRET = "secret";
    const file = openSync("package.json", "r");
    const { pool } = startPool({ size: 1, memoryMb: 77 });
    delete process.env.KVIEW_TEST_SECRET;
    await pool.render(toCard("Ada"));
    const [pid = 0] = pool.pids;
    expect(readFileSync(`/proc/${pid}/environ`, "latin1")).toBe("");
    expect(readlinkSync(`/proc/${pid}/cwd`)).toBe("/");
    const links = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => linkOf(pid, fd));
    const open = new Map(links);
    expect([open.get("0"), open.get("1")]).toEqual(["/dev/null", "/dev/null"]);
    expect([open.get("2"), open.get("3")]).toEqual([expect.stringMatching(/^(pipe|socket):/), expect.stringMatching(/^(pipe|socket):/)]);
    expect(links.filter(([, link]) => link === resolve("package.json"))).toEqual([]);
    closeSync(file);
    const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    expect(args).toEqual(
      expect.arrayContaining(["--max-old-space-size=77", "--disallow-code-generation-from-strings", "--disable-proto=delete"]),
    );
    expect(args).toEqual(expect.arrayContaining([expect.stringMatching(/^--(experimental-)?permission$/)]));
  });
});

function linkOf(pid: number, fd: string): readonly (readonly [string, string])[] {
  try {
    return [[fd, readlinkSync(`/proc/${pid}/fd/${fd}`)]];
  } catch {
    return [];
  }
}
