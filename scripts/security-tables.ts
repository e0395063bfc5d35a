import { attackClasses, readAttackCases, readBenignCases } from "../test/support/attack-case.ts";
import { liveClasses, readLiveCases } from "../test/support/live-attack-case.ts";
import { type AttackWords, attackWords, liveAttackWords } from "./attack-words.ts";
import { formatTable } from "./readme-tables.ts";

/** The tables of SECURITY.md that are made from the collections of attacks, by the name in their markers. */
export const securityTables: ReadonlyMap<string, () => string> = new Map([
  ["attacks", formatAttacks],
  ["live-attacks", formatLiveAttacks],
]);

const head = ["class", "what was tried", "what stops it", "attacks", "uses beside them"];

function formatAttacks(): string {
  const counts = attackClasses.map((name) => [readAttackCases(name).length, readBenignCases(name).length] as const);
  const rows = attackClasses.map((name, index) => toRow(name, `fixtures/attack/${name}`, attackWords, counts[index] ?? [0, 0]));
  return formatTable(head, [...rows, toSum(counts)]);
}

function formatLiveAttacks(): string {
  const counts = liveClasses.map((name) => {
    const attacks = readLiveCases(name).filter(({ kind }) => kind === "attack").length;
    return [attacks, readLiveCases(name).length - attacks] as const;
  });
  const rows = liveClasses.map((name, index) =>
    toRow(name, `fixtures/live-attack/${name}.jsonl`, liveAttackWords, counts[index] ?? [0, 0]),
  );
  return formatTable(head, [...rows, toSum(counts)]);
}

function toRow(
  name: string,
  path: string,
  words: Readonly<Record<string, AttackWords>>,
  [attacks, uses]: readonly [number, number],
): readonly string[] {
  const found = words[name];
  if (found === undefined) throw new Error(`scripts/attack-words.ts says nothing of the class "${name}"`);
  return [`[${name}](${path})`, ...found, String(attacks), String(uses)];
}

function toSum(counts: readonly (readonly [number, number])[]): readonly string[] {
  const sum = (at: 0 | 1) => String(counts.reduce((total, one) => total + one[at], 0));
  return ["together", "", "", sum(0), sum(1)];
}
