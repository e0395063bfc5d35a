import { createRecord, type Rec } from "../../src/runtime/record.ts";

/** What a case can name, by size `n`. Made by the host, so that they are the card's data: flat texts, plain lists and records. */
export const inputs: Readonly<Record<string, (n: number) => unknown>> = {
  n: (n) => n,
  /** Flat, of `n` characters, without line breaks. */
  text: (n) => flat("ab".repeat(n).slice(0, n)),
  /** The same text in another place: comparing the two walks them. */
  same: (n) => flat("ab".repeat(n).slice(0, n)),
  /** What a search finds nothing by before its end. */
  almost: (n) => flat(`${"ab".repeat(n).slice(0, Math.max(0, (n >> 1) - 1))}c`),
  words: (n) => flat("some words, and More_of-them; ".repeat(Math.ceil(n / 30)).slice(0, n)),
  blanks: (n) => flat(" ".repeat(n)),
  digits: (n) => flat("1234567890".repeat(Math.ceil(n / 10)).slice(0, n)),
  accents: (n) => flat("éÅß".repeat(Math.ceil(n / 3)).slice(0, n)),
  marks: (n) => flat(`<&">'`.repeat(Math.ceil(n / 5)).slice(0, n)),
  codes: (n) => flat("%C3%A9".repeat(Math.ceil(n / 6))),
  pairs: (n) => fill(n, (i) => Object.freeze([`k${i}`, i])),
  list: (n) => fill(n, (i) => i),
  mixed: (n) => fill(n, (i) => (i * 7919) % (n * 2 + 1)),
  twins: (n) => fill(n, () => 7),
  falsy: (n) => fill(n, () => 0),
  texts: (n) => fill(n, (i) => `k${i}`),
  nested: (n) => fill(n, (i) => Object.freeze([i])),
  records: (n) =>
    fill(n, (i) =>
      toRecord([
        ["id", i],
        ["name", `n${(i * 7919) % (n + 1)}`],
      ]),
    ),
  lists: (n) => Object.freeze([fill(n, (i) => i), fill(n, (i) => i + 1)]),
  record: (n) => toRecord(Array.from({ length: n }, (_, i) => [`k${i}`, i])),
  sameRecord: (n) => toRecord(Array.from({ length: n }, (_, i) => [`k${i}`, i])),
  deep: (n) => nest(Math.min(n, 80)),
  json: (n) => flat(JSON.stringify(Array.from({ length: n }, (_, i) => i))),
  jsonKeys: (n) => flat(JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, i])))),
  jsonRecords: (n) => flat(JSON.stringify(Array.from({ length: n }, (_, i) => ({ id: i, b: [] })))),
  jsonEmpty: (n) => flat(`[${Array(n).fill("{}").join()}]`),
  query: (n) => flat(Array.from({ length: n }, (_, i) => `k${i}=${i}`).join("&")),
  path: (n) => flat(Array.from({ length: Math.min(n, 400) }, () => "a").join(".")),
};

function fill(n: number, make: (i: number) => unknown): readonly unknown[] {
  return Object.freeze(Array.from({ length: n }, (_, i) => make(i)));
}

function toRecord(entries: readonly (readonly [string, unknown])[]): Rec {
  const record = createRecord();
  for (const [key, value] of entries) record[key] = value;
  return Object.freeze(record);
}

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = toRecord([["a", value]]);
  return value;
}

/** A text that is one piece in the host's memory, as data are. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
