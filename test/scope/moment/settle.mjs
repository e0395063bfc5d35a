import { compileFunction } from "node:vm";

/** Runs one program, a JavaScript expression over `moment`, and gives its result as JSON that keeps what JSON loses. */
export function settle(moment, program) {
  let result;
  try {
    result = compileFunction(`return ${program}`, ["moment"])(moment);
  } catch {
    return "threw";
  }
  return toPlain(moment, result);
}

function toPlain(moment, value) {
  // The library's offset in UTC is -0 or 0 by chance; JSON makes both 0.
  if (value === undefined) return "undefined";
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "function" : value;
  if (moment.isMoment(value))
    return { moment: value.isValid() ? value.valueOf() : "invalid", shown: value.format(), offset: String(value.utcOffset()) };
  if (moment.isDuration(value)) return { duration: String(value.asMilliseconds()), text: value.toISOString() };
  if (value instanceof Date) return { date: String(value.getTime()) };
  if (Array.isArray(value)) return value.map((item) => toPlain(moment, item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(moment, item)]));
}
