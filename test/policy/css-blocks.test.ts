import { describe, expect, it } from "vitest";
import { type CssPiece, parseBlocks } from "../../src/policy/css-blocks.ts";

/** Writes pieces so that one sees them: `<head>`, and its block. */
const show = (pieces: readonly CssPiece[]): string =>
  pieces.map(({ head, pieces: inner }) => `<${head}>${inner === undefined ? "" : `{${show(inner)}}`}`).join("");

const sheets: ReadonlyArray<readonly [text: string, pieces: string]> = [
  ["", ""],
  ["a", "<a>"],
  ["a;b", "<a><b>"],
  [" ;; a ; ;", "<a>"],
  ["  a  {  b  ;  c  }  d  ", "<a>{<b><c>}<d>"],
  ["a{b;c{d}e}f{}", "<a>{<b><c>{<d>}<e>}<f>{}"],
  ["a{b{c}d{e", "<a>{<b>{<c>}<d>{<e>}}"],
  ["{a}", "<>{<a>}"],
  ["}a{b}}c", "<a>{<b>}<c>"],
  // A `;` in brackets ends nothing. A brace does, and closes the brackets.
  ["a(;){b;c}", "<a(;)>{<b><c>}"],
  ["a[;];b", "<a[;]><b>"],
  ["a((;)b;c);d", "<a((;)b;c)><d>"],
  ["a[[;]b;c];d", "<a[[;]b;c]><d>"],
  ["a)b;c", "<a)b><c>"],
  ["a)(b;c);d", "<a)(b;c)><d>"],
  ["]a;b", "<]a><b>"],
  ["a(;b{c;d}e;f", "<a(;b>{<c><d>}<e><f>"],
  ["a(b}c;d", "<a(b><c><d>"],
  ["a{b(;}c;d", "<a>{<b(;>}<c><d>"],
  // Strings are whole, up to the end of their line.
  ["';{}(';a", "<';{}('><a>"],
  ['";{}[";a', '<";{}["><a>'],
  ["'a\\';{';b", "<'a\\';{'><b>"],
  ['"a\\";{";b', '<"a\\";{"><b>'],
  ["'a\";b';c", "<'a\";b'><c>"],
  ["''';';b", "<''';'><b>"],
  ...["\n", "\r", "\f"].flatMap(
    (end): ReadonlyArray<readonly [string, string]> => [
      [`'a${end};b`, "<'a><b>"],
      [`"a${end};b`, '<"a><b>'],
      [`'a\\${end};b';c`, `<'a\\${end};b'><c>`],
      [`"a\\${end};b";c`, `<"a\\${end};b"><c>`],
    ],
  ),
  ["'a;b", "<'a;b>"],
  ['"a;b', '<"a;b>'],
  // Addresses without quotes are whole, those with quotes are strings in brackets.
  ["url(;{');a", "<url(;{')><a>"],
  ["URL(a(b);c", "<URL(a(b)><c>"],
  ["url(a;b", "<url(a;b>"],
  ["url(');b');c", "<url(');b')><c>"],
  ['url( ");b");c', '<url( ");b")><c>'],
  // What is escaped is no bracket, `;` or brace.
  ["\\;a;b", "<\\;a><b>"],
  ["a\\{b;c", "<a\\{b><c>"],
  ["\\\\;b", "<\\\\><b>"],
  // Comments are gone, but part words.
  ["a{/*;*/b/*}*/}c/*'*/d", "<a>{<b>}<c d>"],
];

describe("blocks of a style sheet", () => {
  it.each(sheets)("%j is %s", (text, expected) => {
    const { pieces, tooDeep } = parseBlocks(text, 8);
    expect(show(pieces)).toBe(expected);
    expect(tooDeep).toBe(false);
  });

  it.each([
    [0, "<e>", true],
    [1, "<a>{}<e>", true],
    [2, "<a>{<b>{}}<e>", true],
    [3, "<a>{<b>{<c>{<d>}}}<e>", false],
  ])("at most %i in one another are %s", (maxDepth, expected, expectedTooDeep) => {
    const { pieces, tooDeep } = parseBlocks("a{b{c{d}}}e", maxDepth);
    expect(show(pieces)).toBe(expected);
    expect(tooDeep).toBe(expectedTooDeep);
  });
});
