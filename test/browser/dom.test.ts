import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { generateSource } from "../attack/generate.ts";
import { attackClasses, readAttackCases } from "../support/attack-case.ts";
import { compileCard } from "../support/card.ts";
import { readRenderCases, toRenderOptions } from "../support/render-case.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PageApi, PageAttack, PageAttackOutcome, PageCase, PageOutcome } from "./page.ts";
import { writeFileSync } from "node:fs";

it("try", { timeout: 120000 }, async () => {
  let t = Date.now();
  const lap = (s: string) => { console.log(s, Date.now() - t); t = Date.now(); };
  const open = await openPage();
  lap("open");
  const cases = readRenderCases().map((one): PageCase => ({ name: one.name, program: compileCard(one.source).template.program, data: one.data as never, options: toRenderOptions(one.options) }));
  lap("compile");
  const out = await open.page.evaluate((cases) => (globalThis as unknown as { kviewPage: PageApi }).kviewPage.run(cases), JSON.stringify(cases));
  lap("run");
  const attacks = attackClasses.flatMap(readAttackCases).flatMap((one): PageAttack[] => {
    const r = compile(one.gen === undefined ? one.template : generateSource(one.gen.kind, one.gen.n));
    return r.ok ? [{ id: one.id, program: r.template.program, data: one.data ?? "{}", dataGen: one.dataGen }] : [];
  });
  lap("compile attacks");
  const rr = open.requests.length;
  const a = await open.page.evaluate((cases) => (globalThis as unknown as { kviewPage: PageApi }).kviewPage.attack(cases), JSON.stringify(attacks));
  lap("attacks");
  const v = await open.page.evaluate(() => (globalThis as unknown as { kviewPage: PageApi }).kviewPage.violations);
  writeFileSync("/tmp/brow/out.json", JSON.stringify({ out, a, v, errors: open.errors, nav: open.navigations, req: open.requests, rr, dialogs: open.dialogs }, null, 1));
  await open.close();
  lap("close");
});
