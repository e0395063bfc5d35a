import { attackClasses, readAttackCases } from "../support/attack-case.ts";

const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`$]*`/g;
/** A text of these characters alone means nothing to anybody. */
const plain = /^[\w .,-]*$/;

/** Texts that a template writes between quotes, as the language reads them. */
function readLiterals(template: string): readonly string[] {
  return [...template.matchAll(quoted)].map(([text]) => {
    const inner = text.slice(1, -1);
    try {
      return JSON.parse(
        `"${inner
          .replace(/\\x(..)/g, "\\u00$1")
          .replace(/\\'/g, "'")
          .replace(/(?<!\\)"/g, '\\"')}"`,
      ) as string;
    } catch {
      return inner;
    }
  });
}

function readTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(readTexts) : [];
}

/** Every hostile text of the collection: whole templates, which are markup to an HTML parser, what they quote, and their data. */
export const hostileTexts: readonly string[] = [
  ...new Set(
    attackClasses
      .flatMap(readAttackCases)
      .filter(({ gen, template }) => gen === undefined && template.length < 2_000)
      .flatMap((one) => [one.template, ...readLiterals(one.template), ...readTexts(JSON.parse(one.data ?? "null"))])
      .filter((text) => text.length > 2 && !plain.test(text)),
  ),
];

/** The same text in the forms in which props take values. */
export const shapes: ReadonlyMap<string, (text: string) => unknown> = new Map<string, (text: string) => unknown>([
  ["itself", (text) => text],
  ["in a list", (text) => [text, text]],
  ["in a record", toRecord],
  ["in records of a list", (text) => [toRecord(text)]],
]);

/** Keys that components look for in the records that they are given. */
const keys =
  "label value name title text icon color href src url alt id key type className style children caption content field at x y email phone line1 city";

function toRecord(text: string): unknown {
  return Object.fromEntries(keys.split(" ").map((key) => [key, text]));
}
