import { parseFragment, serialize } from "parse5";
import { expect } from "vitest";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { createContext } from "../../src/index.ts";
import { compileCard, type Outcome, runString, toComparable } from "../support/card.ts";
import { hostTraces } from "./host-traces.ts";
import { findUnsafe } from "./safe-html.ts";
import { readShared, sharedObjects } from "./shared-objects.ts";

/** The global that hostile code sets when it runs. */
const marker = globalThis as { __kv_pwned?: unknown; polluted?: unknown };

/** No code of the template ran outside: neither at once nor in a task or microtask that it left behind. */
export async function expectNoExec(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  const found = marker.__kv_pwned;
  delete marker.__kv_pwned;
  expect(found).toBeUndefined();
}

/** What a page shares with everything in it, by own keys and by the values behind them: gives a check that it is unchanged. */
export function snapshotPrototypes(): () => void {
  const before = readShared(sharedObjects);
  return () => {
    const after = readShared(sharedObjects);
    const changed = [...before.keys(), ...after.keys()].filter((key) => !after.has(key) || !Object.is(before.get(key), after.get(key)));
    expect(changed).toEqual([]);
  };
}

/** Safe by the rules of `safe-html.ts`, and read by the next parser as by the first. */
export function expectSafeHtml({ html }: Outcome): void {
  expect(findUnsafe(html)).toEqual([]);
  const once = serialize(parseFragment(html));
  expect(findUnsafe(once)).toEqual([]);
}

/** Both targets write the same tree. Compared as a browser reads their HTML, for templates may nest what HTML can't. */
export function expectSameTree(string: Outcome, dom: Outcome): void {
  expect(toComparable(dom)).toBe(toComparable(string));
}

/** A template of ours that shows what one card could have changed for the next. */
const probe = `<p>{_.get({ a: 1 }, "a")} {_.uniqueId("p")} {moment.locale()} {moment("2026-02-03").format("MMMM")} {String(Math.leak)}
  {String(JSON.leak)} {String(Object.leak)} {String([].leak)} {String("".leak)} {String(window.__kv)} {typeof _.spoofed}
  {new Date().toISOString()} {String(/a/g.lastIndex)} {String(customer.x)}</p>`;

export function createProbe(): () => string {
  const { template } = compileCard(probe);
  return () => runString(template, createContext({ resource: "customer", customer: { name: "probe" } })).html;
}

/** Nothing of the machine shows: no path, no stack, no time zone (the tests run in one that nobody passes). */
export function expectNoHostLeak(outcome: Outcome, source: string): void {
  expect(outcome.html).not.toMatch(hostTraces);
  const text = outcome.diagnostics.map(({ message, why, help, label }) => [message, why, help, label ?? ""].join("\n")).join("\n");
  expect(text).not.toMatch(hostTraces);
  expect(formatDiagnostics(outcome.diagnostics, source)).not.toContain(process.cwd());
}
