import fc from "fast-check";

/** One change of a text: what, where, with what. Numbers, so that fast-check can make them fewer and smaller. */
type Change = readonly [kind: number, at: number, length: number, token: number];

const characters: readonly string[] = [
  ..."<>\"'`=/\\&;:#%@!?*()[]{},.|^~$+- \t\n\r\f\0",
  "\u0001\u000b\u001f\u007f\u0080\u00a0\u00ad\u200b\u200d\u2028\u202e\ufeff\uff1c\uff1e\u212a\u0130\u017f\ufffd",
  "\ud800",
  "\udc00",
  "😀",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "</",
  "/>",
  "&#",
  "&lt;",
  "&Tab;",
  "&colon;",
  "\\3c ",
  "\\0",
  "/*",
  "*/",
  "//",
  "%00",
  "%0a",
  "%3c",
  "..",
].flatMap((text) => (text.length > 2 && /^[^ -~]+$/.test(text) ? [...text] : [text]));

function apply(text: string, [kind, place, length, token]: Change, tokens: readonly string[]): string {
  const at = text.length === 0 ? 0 : place % (text.length + 1);
  const end = Math.min(text.length, at + 1 + (length % 24));
  const piece = text.slice(at, end);
  const insert = tokens[token % tokens.length] ?? "";
  const character = characters[token % characters.length] ?? "";
  switch (kind % 9) {
    case 0:
      return text.slice(0, at) + insert + text.slice(at);
    case 1:
      return text.slice(0, at) + character + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(end);
    case 3:
      return text.slice(0, at) + character + text.slice(at + 1);
    case 4:
      return text.slice(0, end) + piece + text.slice(end);
    case 5:
      return text.slice(0, at) + (place % 2 === 0 ? piece.toUpperCase() : piece.toLowerCase()) + text.slice(end);
    case 6:
      return text.slice(0, at) + [...piece].map((one) => `&#${one.codePointAt(0)};`).join("") + text.slice(end);
    case 7:
      return text.slice(0, at) + insert + text.slice(end);
    default:
      return text.slice(0, end) + piece.repeat(2 + (token % 40)) + text.slice(end);
  }
}

/** Texts made of a corpus by changes of no grammar: characters, tokens, deletions, repetitions, pieces of other texts. */
export function mutate(seeds: readonly string[], tokens: readonly string[], longest = 4_000): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(8), fc.nat(0xffff), fc.nat(0xffff), fc.nat(0xffff));
  return fc
    .tuple(fc.nat(seeds.length - 1), fc.nat(seeds.length - 1), fc.nat(3), fc.array(change, { maxLength: 12 }))
    .map(([first, second, join, changes]) => {
      const start = seeds[first] ?? "";
      const other = join === 3 ? (seeds[second] ?? "") : "";
      const base = start + other.slice(0, other.length >> 1);
      return changes.reduce((text, one) => apply(text, one, tokens), base).slice(0, longest);
    });
}

/** Texts without a seed: tokens and characters in any order. */
export function scramble(tokens: readonly string[], most = 14): fc.Arbitrary<string> {
  const token = fc.nat(0xffff).map((n) => tokens[n % tokens.length] ?? "");
  const character = fc.nat(0xffff).map((n) => characters[n % characters.length] ?? "");
  return fc
    .array(fc.oneof({ arbitrary: token, weight: 5 }, { arbitrary: character, weight: 2 }), { maxLength: most })
    .map((parts) => parts.join(""));
}
