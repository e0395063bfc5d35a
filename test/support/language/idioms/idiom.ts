import { writeExpression } from "../expressions.ts";
import { type Body, openBody, type Place, type Sort } from "../place.ts";

/** Writes a piece of a program that grammars of single statements would hardly ever come upon; all that it declares is fresh. */
export type Idiom = (place: Place) => string;

/** An expression where the idiom stands. */
export const value = (place: Place, sort: Sort = "any"): string => writeExpression(place, sort);

/** An expression in a function of the idiom, whose parameters are not for it to know. */
export const inner = (place: Place, body: Body = "plain", sort: Sort = "any"): string => writeExpression(openBody(place, body), sort);

/** Chooses one text, or what one of some writers gives. */
export function choose(place: Place, entries: readonly (string | Idiom)[]): string {
  const entry = place.choices.from(entries);
  return typeof entry === "string" ? entry : entry(place);
}

/** Runs statements and logs what they throw; the handler has a value, since engines differ where it has none. */
export const caught = (statements: string): string => `try { ${statements} } catch (e) { log(kind(e)); }`;

/** Short primitives, which may be compared, joined and counted with. */
export const scalars: readonly string[] = [
  "0",
  "1",
  '"a"',
  "null",
  "undefined",
  "NaN",
  "-0",
  "true",
  '""',
  "-1",
  "2.5",
  '"10"',
  '" 7 "',
  "1e21",
  '"b"',
];
