import { readdirSync, readFileSync } from "node:fs";

/** A line of `fixtures/live-attack`: a card that is hostile while it is live, or a legitimate use next to such. */
export interface LiveCase {
  readonly id: string;
  readonly kind: "attack" | "benign";
  /** The property that has to hold, for the reader. */
  readonly must: string;
  readonly template: string;
  /** Records of the card, as JSON text; a customer with the id `1` where there are none. */
  readonly data?: string;
  /** What is done to the card, in order (`test/attack/live-acts.ts`). */
  readonly acts: readonly string[];
  /** Permissions that the host gives. */
  readonly allow?: readonly ("files" | "selection" | "page-events")[];
  /** Budget, where the usual one of these tests would take long. */
  readonly fuel?: number;
  /** `end`: a limit, or a failure that says that there would be no end. */
  readonly expect?: "end";
  /** Lines that the card logs. */
  readonly logs?: readonly string[];
  /** Pattern that no line may match. */
  readonly notLogs?: string;
  /** How often a service may be asked, lines logged, diagnostics reported. */
  readonly most?: Readonly<Record<string, number>>;
  /** How often services are asked, exactly. */
  readonly calls?: Readonly<Record<string, number>>;
  /** Only in a real browser: the other does not act as one there. */
  readonly browser?: true;
  /** Text of the card at the end. */
  readonly text?: string;
  /** Part of the card's markup at the end. */
  readonly html?: string;
}

const root = `${import.meta.dirname}/../../fixtures/live-attack/`;

export const liveClasses: readonly string[] = readdirSync(root)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => name.slice(0, -6))
  .sort();

export const readLiveCases = (name: string): readonly LiveCase[] =>
  readFileSync(`${root}${name}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LiveCase);
