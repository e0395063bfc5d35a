import type { Scheme } from "./css-theme.ts";

/** A media query, apart from what it asks of the theme. */
export interface ThemeQuery {
  /** Absent: it asks for none. */
  readonly scheme?: Scheme;
  /** What else it asks for; empty where that is nothing. */
  readonly rest: string;
}

const mention = /prefers-color-scheme/i;
const plain = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/i;
const negated = /^not\s+(?:all\s+and\s+)?\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/i;
const anyFeature = /\(\s*prefers-color-scheme\s*(?::\s*([a-z-]+)\s*)?\)/gi;

const mostQueries = 8;

/** Tells whether a condition asks for the theme that the reader's device prefers. */
export function asksForScheme(condition: string): boolean {
  return mention.test(condition);
}

/**
 * Splits the queries of `@media` from what they ask of the theme: alone, joined to others by `and`, or denied. What asks in another way
 * gives `undefined`.
 */
export function splitThemeQueries(prelude: string): readonly ThemeQuery[] | undefined {
  // One blank for many: patterns that look for blanks around a word would take the square of them.
  const queries = prelude
    .replace(/\s+/g, " ")
    .split(",")
    .map((query) => splitQuery(query.trim()));
  return queries.length > mostQueries || queries.some((query) => query === undefined) ? undefined : (queries as ThemeQuery[]);
}

function splitQuery(query: string): ThemeQuery | undefined {
  if (!mention.test(query)) return { rest: query };
  const denied = negated.exec(query);
  if (denied !== null) return { scheme: toScheme(denied) === "dark" ? "light" : "dark", rest: "" };
  const parts = query.split(/ and /i);
  const asked = parts.find((part) => plain.test(part));
  const rest = parts.filter((part) => part !== asked).join(" and ");
  // Where nothing asks alone, the rest still mentions it. `not`, `or`: what is left would say something else than the whole did.
  if (mention.test(rest) || /^not\b|\bor\b/i.test(rest)) return undefined;
  return { scheme: toScheme(plain.exec(asked as string) as RegExpExecArray), rest };
}

function toScheme(match: RegExpExecArray): Scheme {
  return (match[1] as string).toLowerCase() as Scheme;
}

/** Joins what queries ask for; empty where one of them asks for nothing, and so holds always. */
export function joinQueries(rests: readonly string[]): string {
  return rests.includes("") ? "" : rests.join(",");
}

/** Writes a query anew for a card whose theme is known, so that the device's preference has no say: `matchMedia`. */
export function settleScheme(query: string, scheme: Scheme): string {
  return query.replace(anyFeature, (_feature, asked: string | undefined) =>
    asked === undefined || asked.toLowerCase() === scheme ? "(min-width:0px)" : "(max-width:-1px)",
  );
}
