import { describe, expect, it } from "vitest";
import { type CssPlace, findCssFault } from "../../src/policy/css-value.ts";

const places: readonly CssPlace[] = ["inline", "sheet", "condition"];
const judge = (text: string) => places.map((place) => findCssFault(text, place));

const functions = "only functions that load nothing are allowed";
const comments = "comments are not allowed";
const brackets = "brackets do not match";
const unclosed = "the string is not closed, or holds what strings may not";
const deep = "nested too deep";
const unit = "a character that values may not hold";

type Fault = string | undefined;
const everywhere = (fault: Fault): readonly Fault[] => [fault, fault, fault];
const everywhereBut = (place: CssPlace, fault: Fault): readonly Fault[] => places.map((one) => (one === place ? undefined : fault));
const only = (place: CssPlace, fault: Fault): readonly Fault[] => places.map((one) => (one === place ? fault : undefined));

/** What stands at the edges of what is allowed: faults in a `style` attribute, in a sheet, in a condition. */
const faults: ReadonlyArray<readonly [text: string, faults: readonly Fault[]]> = [
  ["", everywhere(undefined)],
  ["a\x80b", everywhere(undefined)],
  ["a\x7fb", everywhere(unit)],
  // Slashes and stars alone are no comment; together they are, whichever comes first.
  ["a/b * c // ** /", everywhere(undefined)],
  ["a*", everywhere(undefined)],
  ["a/*b", everywhere(comments)],
  ["a*/b", everywhere(comments)],
  // Functions, in capitals too.
  ["rgb(1) RGB(1)", everywhere(undefined)],
  ["URL(1)", everywhere(functions)],
  ["a url(1)", everywhere(functions)],
  ["\u00e9(1)", everywhere(functions)],
  ["rgb\u00e9(1)", everywhere(functions)],
  ["-(1)", everywhere(functions)],
  ["'a'url(1)", [functions, functions, unclosed]],
  ["#url(1)", everywhere(functions)],
  ["a#(1)", everywhere(undefined)],
  ["not(a) and(b) or(c) selector(d) style(e) scroll-state(f)", everywhereBut("condition", functions)],
  // A name with blanks between it and its bracket; a sign is none.
  ["(1)", everywhere(undefined)],
  ["\n (1)", everywhere(undefined)],
  ["rgb (1)", everywhere(undefined)],
  ["3 - (1)", everywhere(undefined)],
  ["a! (1)", everywhere(unit)],
  ["a# (1)", everywhere(undefined)],
  ["url (1)", everywhere(functions)],
  ["url\t\r\f\n (1)", everywhere(functions)],
  ["rgb url (1)", everywhere(functions)],
  [" SRC (1)", everywhere(functions)],
  ["url and (1)", everywhereBut("condition", functions)],
  ["card (1) AND (2) or (3) and not (4)", everywhereBut("condition", functions)],
  ["(1) card (2)", everywhere(functions)],
  ["-- (1)", everywhereBut("condition", functions)],
  ["\u0080 (1)", everywhereBut("condition", functions)],
  ["rgb\u0080 (1)", everywhereBut("condition", functions)],
  // Brackets.
  ["([a])", everywhere(undefined)],
  ["(a) [b]", everywhere(undefined)],
  ["[a", everywhere(brackets)],
  ["(", everywhere(brackets)],
  ["a]", everywhere(brackets)],
  ["())", everywhere(brackets)],
  ["(a]", everywhere(brackets)],
  ["[a)", everywhere(brackets)],
  ["([a)]", everywhere(brackets)],
  ["(".repeat(32) + ")".repeat(32), everywhere(undefined)],
  ["(".repeat(33) + ")".repeat(33), everywhere(deep)],
  ["[".repeat(33) + "]".repeat(33), everywhere(deep)],
  // Strings. A condition has none.
  ["a 'b' \"c\"", only("condition", unclosed)],
  ["'a\"' \"b'\"", only("condition", unclosed)],
  ["''", only("condition", unclosed)],
  ["'\u0020\u007e\u0080'", only("condition", unclosed)],
  ["'/* url( ( @ ! = :'", only("condition", unclosed)],
  ["'a", everywhere(unclosed)],
  ["'a\"", everywhere(unclosed)],
  ["'\u001f'", everywhere(unclosed)],
  ["'\u007f'", everywhere(unclosed)],
  ["'\n'", everywhere(unclosed)],
  ...["'<'", "';'", "'{'", "'}'", "'\\a'", "'\\''", "'\\ '", '"\\201C"'].map((text) => [text, everywhereBut("sheet", unclosed)] as const),
  ...["'\u007f", "'\n", "'<", "';"].map((text) => [text, everywhere(unclosed)] as const),
  ["'\\'", everywhere(unclosed)],
  ["'\\", everywhere(unclosed)],
  ["'\\\u001f'", everywhere(unclosed)],
  ["'\\\n'", everywhere(unclosed)],
  ["'\\\\' url(1)", [unclosed, functions, unclosed]],
  // What compares, in conditions alone.
  ["(a<b) and (c>=d) and (e:f)", everywhereBut("condition", unit)],
  ["a<b", everywhereBut("condition", unit)],
];

describe("values and conditions", () => {
  it.each(faults)("%j has the faults %j", (text, expected) => {
    expect(judge(text)).toEqual(expected);
  });

  it("may hold few characters beside letters", () => {
    const allowed = (place: CssPlace) =>
      Array.from({ length: 129 }, (_, code) => String.fromCharCode(code))
        .filter((char) => !/\w/.test(char) && findCssFault(`a${char}b`, place) === undefined)
        .join("");
    expect(places.map(allowed)).toEqual(["\t\n\f\r #%*+,-./\x80", "\t\n\f\r #%*+,-./\x80", "\t\n\f\r #%*+,-./:<=>\x80"]);
  });

  it.each(["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element", "paint", "expression", "if", "constructor"])(
    "%s() is in none",
    (name) => {
      for (const gap of ["", " ", "\n\t"])
        for (const place of gap === "" ? places : places.slice(0, 2)) expect(findCssFault(`${name}${gap}(1)`, place)).toBe(functions);
    },
  );
});
