import { momentTextLength } from "../../policy/moment.ts";

const long = /Z|[+-]\d\d:?\d\d/gi;
const short = /Z|[+-]\d\d(?::?\d\d)?/gi;

/**
 * Reads the last offset that a text holds, as minutes ahead of UTC; `undefined` where it holds none, or one that no zone
 * has.
 *
 * @param hoursAlone Takes `+02` too.
 */
export function parseOffset(text: string, hoursAlone: boolean): number | undefined {
  if (text.length > momentTextLength) return undefined;
  const found = text.match(hoursAlone ? short : long)?.at(-1);
  if (found === undefined) return undefined;
  const hours = Number(found.slice(1, 3));
  const rest = Number(found.slice(3).replace(":", ""));
  const minutes = hours * 60 + rest;
  const east = found.startsWith("+");
  if (rest > 59 || minutes > (east ? 14 : 12) * 60) return undefined;
  return east || minutes === 0 ? minutes : -minutes;
}
