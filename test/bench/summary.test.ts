import { describe, expect, it } from "vitest";
import { judgeMark, marks } from "../../bench/marks.ts";
import { formatCell, formatReportTable } from "../../bench/report.ts";
import { formatMarks, formatSummary } from "../../bench/summary.ts";

const found = (median: number) => ({ median, least: median - 0.1, most: median + 0.1, of: 5 });
const least = { measure: "speed", found: "a ÷ b", least: 0.6 };
const most = { measure: "time", found: "b ÷ a", most: 1.2 };

describe("a mark", () => {
  it("is reached from its bound on", () => {
    expect([judgeMark(least, found(0.6)), judgeMark(least, found(0.59))]).toEqual([true, false]);
    expect([judgeMark(most, found(1.2)), judgeMark(most, found(1.21))]).toEqual([true, false]);
  });

  it("says nothing where nothing was measured", () => {
    expect(judgeMark(least, undefined)).toBeUndefined();
    expect(judgeMark(least, found(Number.NaN))).toBeUndefined();
  });

  it("has a name of its own for what it asks for", () => {
    expect(new Set(marks.map((mark) => mark.measure)).size).toBe(marks.length);
  });
});

describe("a report", () => {
  it("writes numbers to three digits, with the least and the most of the processes", () => {
    const cells = ["engine", 123.4, 12.34, 1.234, 0.01234, Number.NaN, undefined, found(1)];
    expect(cells.map(formatCell)).toEqual(["engine", "123", "12.3", "1.23", "0.012", "–", "–", "1.00 (0.90–1.10)"]);
  });

  it("is Markdown", () => {
    const table = { title: "Order card", head: ["engine", "speed"], rows: [["by hand", 1]], note: "A note." };
    expect(formatReportTable(table)).toBe("### Order card\n\n| engine | speed |\n| --- | --- |\n| by hand | 1.00 |\n\nA note.");
  });

  it("ends with what is judged", () => {
    expect(formatMarks({ "a ÷ b": found(0.5) }, [least, most])).toBe(
      [
        "| measure | must reach | found | reached |",
        "| --- | --- | --- | --- |",
        "| speed | ≥ 0.6 | 0.50 (0.40–0.60) | no |",
        "| time | ≤ 1.2 | – | not measured |",
      ].join("\n"),
    );
  });

  it("names the machine, the versions and the load", () => {
    const machine = {
      node: "v20.0.0",
      v8: "11",
      platform: "linux x64",
      processor: "P",
      cores: 2,
      memoryGb: 4,
      chromium: "Chromium 1",
      load: 0.5,
      peers: { eta: "4.0.0" },
    };
    const part = { title: "Strings", tables: [], found: { "a ÷ b": found(0.7) } };
    const text = formatSummary({ machine, loadAfter: 1, minutes: 2, parts: [part] }, [least]);
    expect(text).toContain("Node v20.0.0, Chromium 1, 2 × P, 4 GB; load 0.5 before and 1.0 after 2.0 minutes. eta 4.0.0.");
    expect(text).toContain("| speed | ≥ 0.6 | 0.70 (0.60–0.80) | yes |");
  });
});
