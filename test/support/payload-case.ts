import { readdirSync, readFileSync } from "node:fs";

/** A line of `fixtures/payloads/<family>.jsonl`: a text that means harm to pages which show it without care. */
export interface Payload {
  readonly id: string;
  readonly payload: string;
  /** What it would do, or by what means. */
  readonly does: string;
}

/** A line of `fixtures/payloads/benign.jsonl`: a text that has to come out as it is. */
export interface BenignPayload {
  readonly id: string;
  /** What it is given as. */
  readonly as: "url" | "image" | "srcset" | "style" | "sheet" | "html" | "text";
  readonly payload: string;
}

const root = `${import.meta.dirname}/../../fixtures/payloads/`;

function readLines(file: string): readonly unknown[] {
  return readFileSync(root + file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

/** The names of the families, sorted. */
export const payloadFamilies: readonly string[] = readdirSync(root)
  .filter((name) => name.endsWith(".jsonl") && name !== "benign.jsonl")
  .map((name) => name.slice(0, -".jsonl".length))
  .sort();

export const readPayloads = (family: string) => readLines(`${family}.jsonl`) as readonly Payload[];
export const readAllPayloads = (): readonly Payload[] => payloadFamilies.flatMap(readPayloads);
export const readBenignPayloads = () => readLines("benign.jsonl") as readonly BenignPayload[];
