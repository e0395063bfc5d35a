import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostic, formatDiagnostics } from "../../src/diagnostics/format.ts";
import { report } from "../../src/diagnostics/report.ts";
import { toLineStarts, toSpan } from "../../src/diagnostics/span.ts";

function reportAt(source: string, marked: string): Diagnostic {
  const start = source.indexOf(marked);
  return report("jsx/unknown-element", toSpan(toLineStarts(source), start, start + marked.length), { name: marked });
}

const source = ["<div>", "  <p>{order.total}</p>", "  <script src={order.tracker} />", "</div>"].join("\n");

describe("formatDiagnostic", () => {
  it("says what, where, why and what to do, with the place underlined", () => {
    expect(formatDiagnostic(reportAt(source, "script"), source, { name: "order.kview.jsx" })).toBe(
      [
        "warning[jsx/unknown-element]: `<script>` is not an element that cards may use",
        "  order.kview.jsx:3:4",
        " 2 |   <p>{order.total}</p>",
        " 3 |   <script src={order.tracker} />",
        "   |    ^^^^^^ not in the element allowlist",
        "  why:  a card runs inside the host page; only elements known to be harmless are written",
        "  help: use an element of the allowlist; this one is left out, and its children too where they are code or raw text",
      ].join("\n"),
    );
  });

  it("needs no name and no place", () => {
    const diagnostic = report("limit/source", undefined, { length: 600_000, limit: 524_288 });
    expect(formatDiagnostic(diagnostic, "").split("\n").slice(0, 3)).toEqual([
      "error[limit/source]: the template has 600000 characters; the limit is 524288",
      "  template",
      "  why:  every render pays for the size of a template",
    ]);
  });

  it("colours only when asked, and changes nothing else", () => {
    const diagnostic = reportAt(source, "script");
    const coloured = formatDiagnostic(diagnostic, source, { colour: true });
    expect(coloured).toContain("\u001b[1;33mwarning[jsx/unknown-element]\u001b[0m");
    expect(coloured.replace(/\u001b\[[\d;]*m/g, "")).toBe(formatDiagnostic(diagnostic, source));
    expect(formatDiagnostic(diagnostic, source)).not.toContain("\u001b");
  });

  it("shows nothing of the template that would drive a terminal or turn the text around", () => {
    const hostile = "<p>\u001b[2J\u202e\u0007{x\u0000y}</p>";
    const text = formatDiagnostic(reportAt(hostile, "x\u0000y"), hostile, { name: "a\u001bb\n" });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(text).toContain("a\u{fffd}b\u{fffd}:1:");
    expect(text).toContain("<p>\u{fffd}[2J\u{fffd}\u{fffd}{x\u{fffd}y}</p>");
  });

  it("shows nothing of the template that would be a command to a service that runs builds", () => {
    const hostile = "<p>\n::error::a\n##vso[task.setvariable variable=PATH]b ##[add-mask]c {x}</p>";
    const text = formatDiagnostic(reportAt(hostile, "##vso"), hostile, { name: "::warning::b" });
    expect(text).not.toMatch(/^\s*::|##(vso)?\[/m);
    expect(text).toContain("\n  \u{fffd}:warning::b:3:");
    expect(text).toContain("2 | ::error::a");
  });

  it("puts what a template says in its own words on one line, without controls", () => {
    const { message } = report("run/throw", undefined, { error: "a\u001b[2Jb\r\n  ::error::c\u0000d\ud800e\u202ef" });
    expect(message).toBe("a\u{fffd}[2Jb ::error::c\u{fffd}d\u{fffd}e\u{fffd}f");
  });

  it("keeps the carets under the place after tabs, wide letters, emoji and combining marks", () => {
    for (const before of ["\t\t", "注文", "📦 ", "e\u0301e\u0301", "é", "👩🏽"]) {
      const line = `${before}<script/>`;
      const [, , , carets] = formatDiagnostic(reportAt(line, "script"), line).split("\n");
      const width = { "\t\t": 2, 注文: 4, "📦 ": 3, "e\u0301e\u0301": 2, é: 1, "👩🏽": 4 }[before] ?? Number.NaN;
      expect(carets).toBe(`   | ${" ".repeat(width + 1)}^^^^^^ not in the element allowlist`);
    }
  });

  it("cuts long lines to a window around the place", () => {
    const long = `${"a".repeat(5_000)}<script/>${"b".repeat(5_000)}`;
    const rows = formatDiagnostic(reportAt(long, "script"), `\n${long}`).split("\n");
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(140);
    const shown = formatDiagnostic(reportAt(long, "script"), long).split("\n");
    expect(shown[2]).toMatch(/^ 1 \| …a+<script\/>b+…$/);
    expect(shown[3]?.indexOf("^")).toBe(shown[2]?.indexOf("script"));
  });

  it("underlines a place of several lines to the end of its first", () => {
    const text = "<p>\n  {a +\n  b}</p>";
    const diagnostic = reportAt(text, "a +\n  b");
    expect(formatDiagnostic(diagnostic, text)).toContain(" 2 |   {a +\n   |    ^^^ not");
  });

  it("marks the end of the text, where nothing stands", () => {
    const end = toSpan(toLineStarts("<p>\n"), 4, 4);
    expect(formatDiagnostic(report("syntax/parse", end, { message: "unclosed" }), "<p>\n")).toContain(" 1 | <p>\n 2 |\n   | ^\n");
  });

  it("reads lines as the language ends them", () => {
    for (const end of ["\n", "\r\n", "\r", "\u2028", "\u2029"]) {
      const text = `<p>${end}<script/></p>`;
      expect(formatDiagnostic(reportAt(text, "script"), text)).toContain("template:2:2\n 1 | <p>\n 2 | <script/></p>\n");
    }
  });
});

describe("formatDiagnostics", () => {
  it("separates findings by an empty line, in the order given", () => {
    const list = [reportAt(source, "script"), reportAt(source, "div")];
    expect(formatDiagnostics(list, source)).toBe(list.map((one) => formatDiagnostic(one, source)).join("\n\n"));
    expect(formatDiagnostics([], source)).toBe("");
  });
});

describe("catalogue", () => {
  it("names every code `group/kebab-name` and leaves no text empty", () => {
    for (const [code, entry] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[a-z]+(\/[a-z]+(-[a-z]+)*)$/);
      for (const text of [entry.message, entry.why, entry.help]) expect(text, code).not.toBe("");
    }
  });

  it("fills parameters everywhere, and only by their own name", () => {
    const filled = report("syntax/refused", undefined, { what: "`with`", why: "because", help: "do this" });
    expect([filled.message, filled.why, filled.help]).toEqual(["`with` is not part of the KView language", "because", "do this"]);
    expect(report("syntax/parse", undefined, {}).message).toBe("{message}");
    expect(report("name/unknown", undefined, { name: "custmer" }, "customer").help).toMatch(/^did you mean `customer`\? /);
  });
});
