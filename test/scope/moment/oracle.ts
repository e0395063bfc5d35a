import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createGlobals } from "../../../src/scope/globals.ts";
import { moment } from "../../../src/scope/moment/moment.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { settle } from "./settle.mjs";

/** The clock on both sides: a Friday in summer time, north of the equator. */
export const now = Date.UTC(2026, 9, 2, 15, 4, 5, 678);

/** Runs programs with the real library, in a process whose own zone is `timeZone`. */
export function askLibrary(timeZone: string, programs: readonly string[], at = now): readonly unknown[] {
  const script = fileURLToPath(new URL("./real-moment.mjs", import.meta.url));
  const answer = execFileSync(process.execPath, [script], {
    input: JSON.stringify({ now: at, programs }),
    env: { ...process.env, TZ: timeZone },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(answer);
}

/** Runs programs with ours, in a realm whose zone is `timeZone`, wherever this process is. */
export function askOurs(timeZone: string, programs: readonly string[], at = now): readonly unknown[] {
  const realm = createTestRealm({ timeZone, now: () => at, globals: new Map([...createGlobals(), ["moment", moment]]) });
  const { leave } = createUniverse(realm);
  const facade = leave(moment);
  const results = programs.map((program) => {
    realm.fuel = realm.limits.fuel;
    return settle(facade, program);
  });
  return JSON.parse(JSON.stringify(results));
}

/** Every program whose answers differ, with both. */
export function findDifferences(timeZone: string, programs: readonly string[], at = now): readonly unknown[] {
  const theirs = askLibrary(timeZone, programs, at);
  const ours = askOurs(timeZone, programs, at);
  return programs.flatMap((program, index) => {
    const [expected, actual] = [theirs[index], ours[index]];
    return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [{ program, expected, actual }];
  });
}
