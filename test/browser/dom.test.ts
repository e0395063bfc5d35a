import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "../../scripts/chromium.ts";
import { compile } from "../../src/index.ts";
import { generateSource } from "../attack/generate.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { attackClasses, readAttackCases } from "../support/attack-case.ts";
import { compileCard } from "../support/card.ts";
import { readRenderCases, toRenderOptions } from "../support/render-case.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PageApi, PageAttack, PageAttackOutcome, PageCase, PageOutcome } from "./page.ts";

type Global = { readonly kviewPage: PageApi; readonly __kv_pwned?: unknown };

const cases = readRenderCases();
const attacks = attackClasses.flatMap(readAttackCases);
if (!hasChromium) console.warn(`test/browser is skipped: there is no Chromium at ${chromiumPath}; CHROMIUM names another`);

describe.skipIf(!hasChromium)("in Chromium", { timeout: 60_000 }, () => {
  let open: OpenPage;
  let outcomes: ReadonlyMap<string, PageOutcome>;
  let attacked: ReadonlyMap<string, PageAttackOutcome>;
  let rendered: number;

  beforeAll(async () => {
    open = await openPage("page.ts");
    const { page } = open;
    const programs = JSON.stringify(cases.map(toPageCase));
    outcomes = toMap(await page.evaluate((json) => (globalThis as unknown as Global).kviewPage.run(json), programs), ({ name }) => name);
    rendered = open.requests.length;
    const hostile = JSON.stringify(attacks.flatMap(toPageAttack));
    const found = await page.evaluate((json) => (globalThis as unknown as Global).kviewPage.attack(json, true), hostile);
    attacked = toMap(found, ({ id }) => id);
  }, 120_000);

  afterAll(() => open?.close());

  describe.each(cases)("$name", ({ name, options: { keepsState } }) => {
    it("is mounted as the browser parses the string target's HTML, updated as mounted anew, and taken down", () => {
      const { parsed, mounted, changes, updates, left } = get(outcomes, name);
      expect(mounted).toBe(parsed);
      expect(changes).toEqual([]);
      // What a component made of its first data it keeps, as in React.
      if (!keepsState) for (const { updated, fresh } of updates) expect(updated).toBe(fresh);
      expect(updates.length).toBeGreaterThanOrEqual(2);
      expect(left).toBe("");
    });

    it("takes over the string target's HTML as it is", () => {
      expect(get(outcomes, name).takenOver).toEqual([]);
    });
  });

  describe.each(attackClasses)("%s", (name) => {
    it.each(readAttackCases(name).map(({ id, must }) => [id, must] as const))("%s: %s", (id) => {
      const outcome = attacked.get(id);
      // Did not compile, or its data is refused.
      if (outcome === undefined) return;
      expect(outcome.touched).toEqual([]);
      expect(findUnsafe(outcome.html)).toEqual([]);
      // Templates may nest what HTML can't (a form in a form): then as the live tree reads when it is written as HTML.
      const parsed = withoutPlace(outcome.parsed);
      if (withoutPlace(outcome.mounted) !== parsed) expect(withoutPlace(outcome.reparsed)).toBe(parsed);
    });
  });

  it("mounts most attacks", () => {
    expect(attacked.size).toBeGreaterThan(attacks.length * 0.7);
  });

  it("loads what a card's markup names, pictures and frames, and nothing else", () => {
    const known = new RegExp(`^GET (image|media|document) (https://|${open.origin}/)`);
    expect(open.requests.filter((request) => !known.test(request))).toEqual([]);
    expect(rendered).toBeGreaterThan(0);
  });

  it("loads nothing where the host grants neither pictures nor frames", async () => {
    // A page of its own: what the cards before asked for may still be on its way.
    const other = await openPage("page.ts");
    const loading = JSON.stringify(
      attacks.filter((one) => /src|url|poster|href|DynamicCard|Card/i.test(one.template)).flatMap(toPageAttack),
    );
    await other.page.evaluate((json) => (globalThis as unknown as Global).kviewPage.attack(json, false), loading);
    await other.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const asked = other.requests.filter((request) => !request.includes(` ${other.origin}/`));
    await other.close();
    expect(asked).toEqual([]);
  }, 60_000);

  it("keeps forms of a card from leading away, and leaves the element to the host afterwards", async () => {
    const { program } = compileCard(`<form action="https://shop.example/"><input name="q" /><button>Go</button></form>`).template;
    const found = await open.page.evaluate((json) => (globalThis as unknown as Global).kviewPage.submit(json), JSON.stringify(program));
    expect(found).toEqual({ mounted: false, unmounted: true });
  });

  it("breaks no policy of the page: no eval, no inline script, no text as HTML; no error, no dialog, no navigation", async () => {
    await open.page.waitForTimeout(100);
    expect(await open.page.evaluate(() => String((globalThis as unknown as Global).__kv_pwned))).toBe("undefined");
    expect([open.violations, open.errors, open.dialogs, open.navigations]).toEqual([[], [], [], []]);
  });
});

function toPageCase(one: (typeof cases)[number]): PageCase {
  const { program } = compileCard(one.source).template;
  return { name: one.name, program, data: one.data as PageCase["data"], options: toRenderOptions(one.options) };
}

function toPageAttack(one: (typeof attacks)[number]): readonly PageAttack[] {
  const result = compile(one.gen === undefined ? one.template : generateSource(one.gen.kind, one.gen.n));
  return result.ok
    ? [
        {
          id: one.id,
          program: result.template.program,
          data: one.data ?? "{}",
          dataGen: one.dataGen,
          bounded: one.oracle.includes("bounded"),
        },
      ]
    : [];
}

/** A limit stops the two targets at different places. */
const withoutPlace = (tree: string) => tree.replace(/(the card was stopped: [^"\n]*) \(\d+:\d+\)/g, "$1");

function toMap<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [key(one), one]));
}

function get<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`${key} was not run`);
  return found;
}
