/** Every token of the library's formats. Only these are ever handed to it, one by one. */
const names: readonly string[] = [
  ..."M Mo MM MMM MMMM Q Qo D Do DD DDD DDDo DDDD d do dd ddd dddd e E w wo ww W Wo WW".split(" "),
  ..."Y YY YYYY YYYYY YYYYYY y yo yy yyy yyyy gg gggg ggggg GG GGGG GGGGG N NN NNN NNNN NNNNN".split(" "),
  ..."A a H HH h hh k kk hmm hmmss Hmm Hmmss m mm s ss x X z zz Z ZZ".split(" "),
  ...Array.from({ length: 9 }, (_, index) => "S".repeat(index + 1)),
  ..."LT LTS L LL LLL LLLL l ll lll llll".split(" "),
];
const tokens: ReadonlySet<string> = new Set(names);
const longest = 9;

/** A part of a format: a token to be replaced, or text that stands for itself. */
export interface FormatPart {
  readonly token: boolean;
  readonly text: string;
}

/**
 * Splits a format into parts, as the library does: `[text]` stands for itself, so does what follows a backslash, and a
 * token is as long as it can be. It ends at the last bracket before the next one opens.
 */
export function parseFormat(format: string): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  for (let at = 0; at < format.length; ) {
    const literal = readLiteral(format, at);
    if (literal !== undefined) {
      parts.push({ token: false, text: literal.slice(1, -1) });
      at += literal.length;
      continue;
    }
    const escaped = format[at] === "\\" && at + 1 < format.length;
    const start = escaped ? at + 1 : at;
    const token = readToken(format, start);
    parts.push({ token: token !== undefined && !escaped, text: token ?? (format[start] as string) });
    at = start + (token?.length ?? 1);
  }
  return parts;
}

function readLiteral(format: string, at: number): string | undefined {
  if (format[at] !== "[") return undefined;
  const next = format.indexOf("[", at + 1);
  const end = format.lastIndexOf("]", next < 0 ? format.length : next);
  return end > at ? format.slice(at, end + 1) : undefined;
}

function readToken(format: string, at: number): string | undefined {
  for (let length = Math.min(longest, format.length - at); length > 0; length--) {
    const text = format.slice(at, at + length);
    if (tokens.has(text)) return text;
  }
  return undefined;
}
