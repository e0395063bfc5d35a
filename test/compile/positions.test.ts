import { describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";

type Finding = readonly [code: string, line: number, column: number, suggest?: string];

/** Mistakes, with all that is found: code, line, column and what was probably meant. */
const mistakes: readonly (readonly [source: string, ...found: Finding[]])[] = [
  // Text that can't be parsed.
  ["<p>", ["syntax/parse", 1, 1]],
  ["<div>\n  <ul>\n    <li>a\n", ["syntax/parse", 1, 1], ["syntax/parse", 2, 3], ["syntax/parse", 3, 5]],
  ["<div>\n  <p>text\n</div>", ["syntax/parse", 3, 1]],
  ["<div>{[1].map((x) => <li>{x})}</div>", ["syntax/parse", 1, 31]],
  ["<p>a</p>\n</div>", ["syntax/parse", 2, 1]],
  ["<p></q>", ["syntax/parse", 1, 4]],
  ["<a><b></a></b>", ["syntax/parse", 1, 7], ["syntax/parse", 1, 11]],
  ["<p>a</p>\n<p>b</p>", ["syntax/parse", 2, 1]],
  ["<p>a</p> <p>b</p>", ["syntax/parse", 1, 10]],
  ["<div>\n  <p>{customer.name</p>\n</div>", ["syntax/parse", 2, 20]],
  ["<p>{</p>", ["syntax/parse", 1, 5]],
  ["<p a=></p>", ["syntax/parse", 1, 5]],
  ["</p>", ["syntax/parse", 1, 1]],
  ["<p", ["syntax/parse", 1, 3]],
  ["const a = 1;\nconst b = ;", ["syntax/parse", 2, 11]],
  ["let a = 1;\nlet b = 2;\n  let a = 3;", ["syntax/parse", 3, 7]],
  ["return <p/>;", ["syntax/parse", 1, 1]],
  ["const f = () => {\n  await g();\n};\nconst g = 1;", ["syntax/parse", 2, 3]],
  ["for (const x of [1]) {\n  if (x) break out;\n}", ["syntax/parse", 2, 10]],
  // Syntax that the language does not have.
  ['import x from "y";\n<p/>', ["syntax/refused", 1, 1]],
  ["export const a = 1;", ["syntax/refused", 1, 1]],
  ["<p>{import.meta}</p>", ["syntax/refused", 1, 5]],
  ['const a = 1;\nconst b = import("x");', ["syntax/refused", 2, 11]],
  ["with (customer) {}", ["syntax/refused", 1, 1]],
  ["<p>{1}</p>;\n  debugger;", ["syntax/refused", 2, 3]],
  ["function F() { return new.target; }", ["syntax/refused", 1, 23]],
  ["const big = 10n;", ["syntax/refused", 1, 13]],
  ["const o = {\n  get a() { return 1; },\n};", ["syntax/refused", 2, 3]],
  ["const o = { __proto__: null };", ["syntax/refused", 1, 13]],
  // Names, elements, components, attributes.
  ["<p>{custmer.name}</p>", ["name/unknown", 1, 5, "customer"]],
  ["<p>\n  {conversaton.id}\n</p>", ["name/unknown", 2, 4, "conversation"]],
  ["const total = 1;\n<p>{totl}</p>", ["name/unknown", 2, 5, "total"]],
  ["<p>{whatever()}</p>", ["name/unknown", 1, 5]],
  ["<p>{whatever}{whatever}</p>", ["name/unknown", 1, 5], ["name/unknown", 1, 15]],
  ["<BasicFeild label='a' value='b'/>", ["jsx/unknown-component", 1, 2, "BasicField"]],
  ["<div>\n  <Segmnt>\n    a\n  </Segmnt>\n</div>", ["jsx/unknown-component", 2, 4, "Segment"]],
  ["<dvi>a</dvi>", ["jsx/unknown-element", 1, 2, "div"]],
  ["<div>\n  <script src='x'/>\n</div>", ["jsx/unknown-element", 2, 4]],
  ["<BasicField lable='a' value='b'/>", ["jsx/unknown-prop", 1, 13, "label"]],
  // JSX text as older parsers took it.
  ["<p>\n  a } b\n</p>", ["syntax/loose-text", 2, 5]],
  ["<p>a > b</p>", ["syntax/loose-text", 1, 6]],
  // All at once, in order of place.
  [
    "<div>\n  <Buttn/>{nme}\n  <dvi>{costumer.name} > </dvi>\n</div>",
    ["jsx/unknown-component", 2, 4, "Button"],
    ["name/unknown", 2, 12],
    ["jsx/unknown-element", 3, 4, "div"],
    ["name/unknown", 3, 9, "customer"],
    ["syntax/loose-text", 3, 24],
  ],
  ["debugger;\nwith (customer) {}\nconst a = 1n;", ["syntax/refused", 1, 1], ["syntax/refused", 2, 1], ["syntax/refused", 3, 11]],
  // Columns count UTF-16 units, whatever the line break.
  ["<p>😀{nme}</p>", ["name/unknown", 1, 7]],
  ["const a = 1;\r\n<p>{nme}</p>", ["name/unknown", 2, 5]],
  ["\ufeff<p>{nme}</p>", ["name/unknown", 1, 6]],
];

describe("mistakes are found where they are", () => {
  it.each(mistakes.map(([source, ...found]) => ({ source, found })))("$source", ({ source, found }) => {
    const { diagnostics } = compile(source);
    expect(
      diagnostics.map(({ code, span, suggest }) => [code, span?.line, span?.column, ...(suggest === undefined ? [] : [suggest])]),
    ).toEqual(found);
  });

  it("gives offsets that cut the place out of the source", () => {
    const source = "<div>\n  <p>{custmer.name}</p>\n</div>";
    const [found] = compile(source).diagnostics;
    expect(source.slice(found?.span?.start, found?.span?.end)).toBe("custmer");
  });
});
