import { expect } from "vitest";
import type { LiveCase } from "../support/live-attack-case.ts";
import type { LiveOutcome } from "./live-play.ts";
import { findUnsafe } from "./safe-html.ts";

/** How a card says that it has got what it may not. */
const success = /PWNED|\[native code\]|\[object (HTML|SVG|Window|Document|Node|Text|global)/;
const hostTraces =
  /\bfile:|\bnode:|node_modules|\bat Object\.|\n\s+at |\/(work|home|usr|tmp|root|var)\/|\.ts:\d|\.mjs:\d|\bhappy-dom\b|secret of the host/;

/** Holds for every hostile card, whatever it tries. */
export function expectHarmless({ faults, html, logs }: LiveOutcome): void {
  expect(faults, faults.join("; ")).toEqual([]);
  for (const one of new Set(html)) {
    expect(findUnsafe(one), findUnsafe(one).join("; ")).toEqual([]);
    expect(one).not.toMatch(hostTraces);
  }
  const leaks = logs.filter((line) => success.test(line) || hostTraces.test(line));
  expect(leaks, leaks.join("; ")).toEqual([]);
}

/** What a case itself names. */
export function expectNamed(one: LiveCase, outcome: LiveOutcome): void {
  const { codes, logs, text, html, calls } = outcome;
  if (one.expect === "end") expect(codes.filter((code) => /^(limit\/|run\/(throw|handler)$)/.test(code))).not.toEqual([]);
  for (const line of one.logs ?? []) expect(logs.join("\n")).toContain(line);
  if (one.notLogs !== undefined) expect(logs.filter((line) => new RegExp(one.notLogs as string).test(line))).toEqual([]);
  const counts: Readonly<Record<string, number>> = { ...calls, logs: logs.length, diagnostics: codes.length };
  for (const [name, most] of Object.entries(one.most ?? {})) expect(counts[name] ?? 0, name).toBeLessThanOrEqual(most);
  for (const [name, times] of Object.entries(one.calls ?? {})) expect(counts[name] ?? 0, name).toBe(times);
  if (one.text !== undefined) expect(text).toBe(one.text);
  if (one.html !== undefined) expect(html.at(-1)).toContain(one.html);
}
