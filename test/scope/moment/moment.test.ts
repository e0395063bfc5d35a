import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askLibrary, askOurs, findDifferences, type Job, now } from "./oracle.ts";
import { durationPrograms, staticPrograms } from "./programs/durations.ts";
import { localePrograms, madePrograms } from "./programs/made.ts";
import { arithmeticPrograms, comparePrograms, formatPrograms, readPrograms, setPrograms } from "./programs/moments.ts";
import { incompletePrograms, parsePrograms } from "./programs/parse.ts";
import { createRandomPrograms } from "./programs/random.ts";
import { type Zone, zones } from "./programs/zones.ts";

const hostZone = process.env.TZ;

/** The realm's zone is not this process's, wherever the tests run. */
beforeAll(() => {
  process.env.TZ = "Pacific/Marquesas";
});
afterAll(() => {
  if (hostZone === undefined) delete process.env.TZ;
  else process.env.TZ = hostZone;
});

const others = ["moment.utc('2020-07-31T23:00:00')", "[2020, 0, 31]", "'nonsense'"];

function programsFor({ edges }: Zone): Readonly<Record<string, readonly string[]>> {
  const moments = edges.map((edge) => `moment('${edge}')`);
  return {
    "reading text, numbers, arrays and records": parsePrograms,
    asking: moments.flatMap(readPrograms),
    formats: [...moments, "moment.utc('2020-06-05T04:03:02.001')", "moment([99, 0, 1])"].flatMap(formatPrograms),
    moving: moments.flatMap(arithmeticPrograms),
    setting: moments.flatMap(setPrograms),
    comparing: moments.flatMap((m) => comparePrograms(m, [...edges.map((edge) => `'${edge}'`), ...others])),
    "any moment moved in any way": createRandomPrograms(800),
    "what a moment was made of, and locales": [...madePrograms, ...localePrograms],
    "durations and the functions of `moment`": [...durationPrograms, ...staticPrograms],
  };
}

// A leap day that is the first of March in the east, the last hours of a year, its first in the west.
const instants = ["2024-02-29T23:30:00Z", "2025-12-31T20:00:00Z", "2023-01-01T03:00:00Z"];

const jobs: readonly (Job & { readonly what: string })[] = zones.flatMap((zone) => {
  const { timeZone, except } = zone;
  const keep = (programs: readonly string[]) => programs.filter((program) => !except?.test(program));
  return [
    ...Object.entries(programsFor(zone)).map(([what, programs]) => ({ what, timeZone, at: now, programs: keep(programs) })),
    ...instants.map((at) => ({
      what: `filling in what a text leaves out, at ${at}`,
      timeZone,
      at: Date.parse(at),
      programs: incompletePrograms,
    })),
  ];
});

describe("what the library gives in a process of that zone", () => {
  const answers = askLibrary(jobs);
  it.each(jobs.map((job, index) => [job.timeZone, job.what, job, answers[index] ?? []] as const))("%s: %s", (_zone, _what, job, theirs) => {
    const differences = findDifferences(job.programs, theirs, askOurs(job));
    expect(differences, differences).toBe("");
  });
});
