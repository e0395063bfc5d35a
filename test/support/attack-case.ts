import { readdirSync, readFileSync } from "node:fs";

/** Machine checks that a case names; `test/attack/oracles.ts` has them. */
export type OracleName = "no-exec" | "safe-html" | "bounded" | "no-crash" | "no-pollution" | "isolation" | "no-host-leak" | "deterministic";

/** A line of `cases.jsonl`. */
export interface AttackCase {
  readonly id: string;
  readonly class: string;
  readonly template: string;
  /** The property that has to hold, for the reader. */
  readonly must: string;
  readonly oracle: readonly OracleName[];
  readonly syntax: "valid" | "valid-sloppy" | "invalid";
  /** JSON text, so that a key `__proto__` survives. */
  readonly data?: string;
  readonly dataGen?: string;
  /** A large template to be generated in place of `template`. */
  readonly gen?: { readonly kind: string; readonly n: number };
  /** Must not match what a reader of the card sees. */
  readonly notText?: string;
  readonly expect?: "limit" | "reject";
}

/** A line of `benign.jsonl`: a legitimate use next to an attack, which has to work. */
export interface BenignCase {
  readonly id: string;
  readonly template: string;
  readonly data?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** What the card says. */
  readonly text?: string;
  /** The card's markup, in whatever spelling. */
  readonly html?: string;
  /** What this shows, for the reader. */
  readonly shows: string;
}

const root = `${import.meta.dirname}/../../fixtures/attack/`;

export const attackClasses: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function readLines(path: string): readonly unknown[] {
  return readFileSync(root + path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

export const readAttackCases = (name: string) => readLines(`${name}/cases.jsonl`) as readonly AttackCase[];
export const readBenignCases = (name: string) => readLines(`${name}/benign.jsonl`) as readonly BenignCase[];
