import type { CaseTable } from "../case.ts";

const texts = [
  "fooBar", "Foo Bar", "--foo-bar--", "__FOO_BAR__", "XMLHttpRequest", "fred, barney, & pebbles", "déjà vu", "12 feet", "safe HTML", "ÀÉÎõü ßœ", "a1B2c3", "",
  "  spaced  ", "enable 6h format", "LETTERSAeiouAreVowels", "don't stop", "it’s", "👍 thumbs-up", "ＡＢＣ", "Ⅷ", "1ST 2nd", "aÀb", "custom.@acmeordLoyaltyTierStr",
];
const alone: readonly (readonly unknown[])[] = [...texts.map((text) => [text]), [null], [undefined], [-0], [12.5], [true], [["a", "b"]]];
const html: readonly (readonly unknown[])[] = [["fred, barney, & <b>\"'`</b>"], ["&amp; &lt;&gt; &quot; &#39; &#96; &apos; &amp;amp;"], [""], [null], [5], ["plain"]];
const padded: readonly (readonly unknown[])[] = [["abc", 8], ["abc", 8, "_-"], ["abc", 3], ["abc", 2], ["abc"], [null, 3], ["", 4, ""], ["abc", "6", "0"], ["👍", 4, "é"], ["abc", -1], ["a", 6, "👍🏽b"], ["abc", 6, undefined], ["abc", 6, null], [5, 3, 0]];
const trimmed: readonly (readonly unknown[])[] = [["  abc  "], ["-_-abc-_-", "_-"], ["\u00a0\ufeffabc\n"], [null], ["abc", ""], ["", "a"], ["👍abc👍", "👍"], ["  a ", undefined], ["aba", "ab"], [" a ", 0, ["x"]], ["nullxnull", null], [12321, 1]];

/** Calls for functions over strings. */
export const stringCases: CaseTable = {
  ...Object.fromEntries(
    ["camelCase", "capitalize", "deburr", "kebabCase", "lowerCase", "lowerFirst", "snakeCase", "startCase", "toLower", "toUpper", "upperCase", "upperFirst"].map(
      (name) => [name, alone],
    ),
  ),
  words: [...alone, ["fred, barney", /[^, ]+/g], ["abc", /z/], ["a-b", "-"], ["ab cd", /x/, [1]]],
  escape: html,
  unescape: html,
  escapeRegExp: [["[lodash](https://lodash.com/)"], ["^$\\.*+?()[]{}|"], [""], [null], ["plain"]],
  pad: padded,
  padStart: padded,
  padEnd: padded,
  trim: trimmed,
  trimStart: trimmed,
  trimEnd: trimmed,
  repeat: [["*", 3], ["abc", 2], ["abc", 0], ["abc"], ["abc", -1], [null, 3], ["ab", "2"], ["ab", 2.9], ["a", 1, ["x"]], ["", 1e9], ["a", Number.NaN]],
  replace: [["Hi Fred", "Fred", "Barney"], ["a-b-c", /-/g, "+"], ["abc"], ["abc", "b"], [null, "a", "b"], ["aaa", "a", "b"], ["John Smith", /(\w+)\s(\w+)/, "$2, $1"], ["abc", "b", (match: string) => match.toUpperCase()], ["abc", "z", "y"]],
  split: [["a-b-c", "-", 2], ["a-b-c", "-"], ["abc", ""], ["abc"], [null, "-"], ["a👍b", ""], ["a1b2", /\d/], ["a1b2", /(\d)/, 3], ["abc", "b", 0], ["anullb", null], ["", ""], ["", "-"], ["abc", undefined], ["a,b", ",", -1]],
  startsWith: [["abc", "a"], ["abc", "b"], ["abc", "b", 1], ["abc", ""], ["abc", "c", 99], ["abc", "a", -1], [null, "a"], ["undefined", undefined], ["abc", "b", Number.NaN]],
  endsWith: [["abc", "c"], ["abc", "b"], ["abc", "b", 2], ["abc", ""], ["abc", "c", 99], ["abc", "a", -1], [null, "a"], ["abc", "c", null], ["abcabc", "bc", 3]],
  parseInt: [["08"], ["0x1f"], ["11", 2], [" 12px"], ["abc"], [null], ["10", 16], ["10", null], ["12", 0, [1]], ["z", 36], [12.9]],
  truncate: [
    ["hi-diddly-ho there, neighborino"],
    ["hi-diddly-ho there, neighborino", { length: 24, separator: " " }],
    ["hi-diddly-ho there, neighborino", { length: 24, separator: /,? +/ }],
    ["hi-diddly-ho there, neighborino", { length: 24, separator: /,? +/g }],
    ["hi-diddly-ho there, neighborino", { omission: " [...]" }],
    ["short"],
    ["hi-diddly-ho there, neighborino", { length: 2 }],
    ["hi-diddly-ho there, neighborino", { length: 3 }],
    ["hi-diddly-ho there, neighborino", { length: "4", omission: "" }],
    ["👍👍👍👍👍👍", { length: 4, omission: "…" }],
    ["é👍 à bc def", { length: 6, separator: " ", omission: "…" }],
    [null],
    ["hi-diddly-ho there, neighborino", null],
    ["hi-diddly-ho there, neighborino", { separator: "zz" }],
    ["hi-diddly-ho there, neighborino", { length: 24, separator: /zz/ }],
    ["hi-diddly-ho there, neighborino", { length: 18, omission: "" , separator: " " }],
    ["hi-diddly-ho there, neighborino", { length: -5 }],
    ["hi-diddly-ho there, neighborino", { omission: null }],
    ["hi-diddly-ho there, neighborino", 5],
  ],
};
