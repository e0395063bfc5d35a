/** Writes a value of the template as a literal. Author text stands in strings only, and those can't end a line or a script element. */
export function toLiteral(value: string | number | boolean | null | undefined): string {
  if (value === undefined) return "undefined";
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  return printJson(value);
}

/** Prints JSON as an expression of the language, and of a page that it may stand in. */
export function printJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
