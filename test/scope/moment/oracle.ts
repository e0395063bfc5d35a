import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createGlobals } from "../../../src/scope/globals.ts";
import { moment } from "../../../src/scope/moment/moment.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { settle } from "./settle.mjs";

/** The clock on both sides: a Friday in summer time, north of the equator. */
export const now = Date.UTC(2026, 9, 2, 15, 4, 5, 678);

/** Programs to run in a zone, at an instant. */
export interface Job {
  readonly timeZone: string;
  readonly at: number;
  readonly programs: readonly string[];
}

/** Runs programs with the real library, in a process that is in their zone while they run. */
export function askLibrary(jobs: readonly Job[]): readonly (readonly unknown[])[] {
  const script = fileURLToPath(new URL("./real-moment.mjs", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script], { input: JSON.stringify(jobs), encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** Runs programs with ours, in a realm whose zone is the job's, wherever this process is. */
export function askOurs({ timeZone, at, programs }: Job): readonly unknown[] {
  const realm = createTestRealm({ timeZone, now: () => at, globals: new Map([...createGlobals(), ["moment", moment]]) });
  const { leave } = createUniverse(realm);
  const facade = leave(moment);
  const results = programs.map((program) => {
    realm.fuel = realm.limits.fuel;
    return settle(facade, program);
  });
  return JSON.parse(JSON.stringify(results));
}

/** Every program whose answers differ, with both, a line each. */
export function findDifferences(programs: readonly string[], theirs: readonly unknown[], ours: readonly unknown[]): string {
  const lines = programs.flatMap((program, index) => {
    const [expected, actual] = [JSON.stringify(theirs[index]), JSON.stringify(ours[index])];
    return expected === actual ? [] : [`${program}\n  library ${expected}\n  ours    ${actual}`];
  });
  return lines.join("\n");
}
