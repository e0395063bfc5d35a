import { describe, expect, it } from "vitest";
import { createContext } from "../../src/context.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";

const bag = createContext({ resource: "customer", customer: { name: "Ada" } });

interface Failure {
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** How the report begins. */
  readonly message: string;
  readonly code: string;
}

const fail = (source: string, line: number, column: number, message: string, code = "run/throw"): Failure => ({
  source,
  line,
  column,
  message,
  code,
});

/** Templates that fail when they are rendered, and where. */
const failures: readonly Failure[] = [
  fail("<p>{customer.company.name}</p>", 1, 22, "TypeError: cannot read `name` of undefined"),
  fail("<div>\n  <p>{customer.company.name}</p>\n</div>", 2, 24, "TypeError"),
  fail("<div>\n  <p>\n    {customer.address.city}\n  </p>\n</div>", 3, 23, "TypeError"),
  fail("<p>{customer.format()}</p>", 1, 14, "TypeError: `customer.format` is not a function"),
  fail("<p>{customer.name\n  .toUpperCase()\n  .missing()}</p>", 3, 4, "TypeError"),
  fail("<p>{customer.name\n  .trim()\n  .repeat(-1)}</p>", 3, 4, "RangeError"),
  fail("const f = (x) => x.y.z;\n<p>{f({})}</p>", 1, 22, "TypeError"),
  fail("const f = (x) => {\n  throw new Error('no ' + x);\n};\n<p>{f('order')}</p>", 2, 3, "Error: no order"),
  fail("<p>{missing.name}</p>", 1, 5, "ReferenceError: `missing` is not defined"),
  fail("<p>{later}</p>;\nconst later = 1;", 1, 5, "ReferenceError"),
  fail("const x = 1;\n<p>{(x = 2)}</p>", 2, 6, "TypeError: assignment to constant `x`"),
  fail("const { a: { b } } = customer;\n<p>{b}</p>", 1, 12, "TypeError: cannot destructure undefined"),
  fail("const a = 1;\nconst [b] = customer;", 2, 7, "TypeError"),
  fail("<p>{[1, 2].map((x) => x.a.b)}</p>", 1, 27, "TypeError"),
  fail("[3, 1].sort(\n  (a, b) => a.x.y\n)", 2, 17, "TypeError"),
  fail("_.map([1], (x) => x.y.z)", 1, 23, "TypeError"),
  fail("const n = -1;\n<p>{new Array(n).length}</p>", 2, 5, "RangeError"),
  fail("<p>{JSON.parse('{bad')}</p>", 1, 10, "SyntaxError"),
  fail("<p\n  title={customer.a.b}\n/>", 2, 21, "TypeError"),
  fail("<p {...customer.a.b}/>", 1, 19, "TypeError"),
  fail("<BasicField label='a' value={customer.a.b}/>", 1, 41, "TypeError"),
  // Components that are called at run time report where they are used first.
  fail("<div>\n  <BasicRow {...{ value: {} }} label='x'/>\n</div>", 2, 3, "TypeError: an object can't be shown as a child"),
  fail("<div>\n  {React.createElement([BasicRow][0], { value: {} })}\n</div>", 2, 25, "TypeError: an object can't be shown as a child"),
  fail("const of = (C) => <C value={{}}/>;\nof(BasicRow)", 2, 4, "TypeError: an object can't be shown as a child"),
  fail("function Row() {\n  return <p>{customer.a.b}</p>;\n}\n<div>\n  <Row/>\n</div>", 2, 25, "TypeError"),
  fail("class Row extends React.Component {\n  render() {\n    return <p>{this.props.a.b}</p>;\n  }\n}\n<Row/>", 3, 29, "TypeError"),
  fail("throw { code: 1 };", 1, 1, "the template threw an object"),
  fail("const a = 1;\n  throw 'text';", 2, 3, 'the template threw "text"'),
  fail("for (const x of 5) {}", 1, 17, "TypeError"),
  fail("const o = {};\no.a.b = 1;", 2, 1, "TypeError: cannot set `b` of undefined"),
  fail("let a;\na.b++", 2, 1, "TypeError"),
  fail("const g = function* () {\n  yield null.x;\n};\n[...g()]", 2, 14, "TypeError"),
  fail("1;\n'a' in 5", 2, 1, "TypeError"),
  fail("class A { constructor() { null.x; } }\nnew A()", 1, 32, "TypeError"),
  fail("if (\n  customer.a.b\n) {}", 2, 14, "TypeError"),
  fail("const a = `x\n${null.y}`;", 2, 8, "TypeError"),
  fail("<div>\n  {{ a: 1 }}\n</div>", 2, 4, "TypeError: an object can't be shown as a child"),
  fail("1;\nwhile (true) {}", 2, 1, "the card was stopped", "limit/run"),
  fail("for (const x of [1]) {\n  for (;;) {}\n}", 2, 3, "the card was stopped", "limit/run"),
  fail("const f = () =>\n  f();\n<p>{f()}</p>", 2, 3, "the card was stopped", "limit/run"),
  fail("<p>{'x'.repeat(1e9)}</p>", 1, 9, "the card was stopped", "limit/run"),
  fail("const a = 1;\r\n<p>{customer.a.b}</p>", 2, 16, "TypeError"),
  fail("<p>😀{customer.a.b}</p>", 1, 18, "TypeError"),
];

describe("failures while rendering are reported where they happen", () => {
  it.each(failures)("$source", ({ source, line, column, message, code: expected }) => {
    const result = compile(source);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const found: Diagnostic[] = [];
    const html = renderToString(result.template, bag, { onDiagnostic: (diagnostic) => found.push(diagnostic) });
    expect(found.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([[expected, line, column]]);
    expect(found[0]?.message.slice(0, message.length)).toBe(message);
    // The card says it too, with the place.
    expect(html).toContain("kv-error");
    expect(html).toContain(`(${line}:${column})`);
  });
});
