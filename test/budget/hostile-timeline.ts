import { expect } from "vitest";
import { renderTimeline } from "../../src/html.ts";
import { createViews } from "../../src/index.ts";
import { createItems, hostileViews, isHostile } from "./hostile-records.ts";

/** Small, so that a thousand hostile records take seconds; what is shown is the same with all of it. */
const fuel = 200_000;

/** Renders a timeline; gives the HTML of its items, what was reported, and the processor's milliseconds. */
export async function renderItems(count: number, hostile: boolean, total?: { readonly fuel: number }) {
  const codes: string[] = [];
  const options = {
    views: createViews(hostileViews),
    now: Date.UTC(2026, 9, 15),
    limits: { fuel, stringLength: 1_000_000, outputLength: 2_000_000 },
    ...(total === undefined ? {} : { total }),
    onDiagnostic: ({ code }: { readonly code: string }) => codes.push(code),
  };
  const items = createItems(count, hostile);
  const before = process.cpuUsage();
  const articles: string[] = [];
  let rest = "";
  for await (const chunk of renderTimeline(items, options)) {
    rest += chunk;
    const parts = rest.split("</article>");
    rest = parts.pop() ?? "";
    articles.push(...parts);
  }
  const { user, system } = process.cpuUsage(before);
  return { articles, codes, time: (user + system) / 1_000 };
}

/** Compares a timeline with one tenth of hostile records with the same timeline without: all others are the same to the byte. */
export async function expectUnharmed(count: number, total?: { readonly fuel: number }) {
  const clean = await renderItems(count, false, total);
  const mixed = await renderItems(count, true, total);
  expect(clean.codes).toEqual([]);
  expect(mixed.articles).toHaveLength(count);
  const wrong = mixed.articles.filter((html, n) => !isHostile(n) && html !== clean.articles[n]);
  expect(wrong).toEqual([]);
  const failed = mixed.articles.filter((html, n) => isHostile(n) && /kv-error/.test(html));
  expect(failed.length).toBeGreaterThan(count / 20);
  expect(mixed.articles.filter((html) => /PWNED|<script|<img/.test(html))).toEqual([]);
  return mixed;
}
