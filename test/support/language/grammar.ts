import fc from "fast-check";
import { Choices } from "./choices.ts";
import { openBody, type Place } from "./place.ts";
import { writeBlock, writeStatement } from "./statements.ts";

/** Walks a generator to its end and sends numbers in; a program that yields without end is cut off. */
const drive =
  "const drive = (it) => { const out = []; let r = it.next(); let n = 0; while (!r.done && n < 12) { out.push(r.value); r = it.next(n++); } out.push(r.value); return out; };";

/** Errors by kind: what an engine says in its messages is its own. */
const kind = 'const kind = (e) => (e instanceof Error || typeof e?.stack === "string" ? e.name : e);';

/** Writes a program from choices. `log` and the intrinsics are all that it names. */
export function writeProgram(numbers: readonly number[]): string {
  const choices = new Choices(numbers);
  const counts = new Map<string, number>();
  const fresh = (prefix: string) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}${count}`;
  };
  const place: Place = {
    choices,
    depth: 0,
    body: "script",
    repeated: false,
    breakable: false,
    continuable: false,
    labels: [],
    names: [],
    callables: [],
    fresh,
  };
  const lines = choices.several(2, 6, () => (choices.happens(14) ? writeAsync(place) : writeStatement(place)));
  return [drive, kind, ...lines, "let later = 1;"].join("\n");
}

/** Writes an async function that runs at once and logs how it ends. */
function writeAsync(place: Place): string {
  const inside = openBody(place, "async");
  return `(async () => { ${writeBlock(inside, 4)} })().then(log, (e) => log(e instanceof Error ? e.name : e));`;
}

/** Programs for property tests. Shortening the choices shortens the program. */
export const programs: fc.Arbitrary<string> = fc
  .noBias(fc.array(fc.nat(0xffff), { minLength: 150, maxLength: 900, size: "max" }))
  .map(writeProgram);
