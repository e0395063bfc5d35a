import { describe, expect, it } from "vitest";
import { escapeSpecial, escapeText } from "../../src/runtime/escape.ts";

describe("escaping text", () => {
  const table: readonly (readonly [string, string])[] = [
    ["", ""],
    ["plain 'text'\n", "plain 'text'\n"],
    ["&", "&amp;"],
    ["<", "&lt;"],
    [">", "&gt;"],
    ['"', "&quot;"],
    ["\r", "&#13;"],
    ["a&b", "a&amp;b"],
    ["&b", "&amp;b"],
    ["a&", "a&amp;"],
    ["a<b>c", "a&lt;b&gt;c"],
    ["&&", "&amp;&amp;"],
    ['<a href="x">&amp;\r\n</a>', "&lt;a href=&quot;x&quot;&gt;&amp;amp;&#13;\n&lt;/a&gt;"],
    // Their neighbours in the table of characters stay.
    ["%';=?!#\n\u000e", "%';=?!#\n\u000e"],
  ];
  it.each(table)("%j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
    expect(escapeSpecial(text)).toBe(escaped);
  });

  it("is the same piece by piece, where a text is long", () => {
    const text = table.map(([given]) => given).join("|");
    const escaped = table.map(([, expected]) => expected).join("|");
    expect(escapeText("&".repeat(4_095))).toBe("&amp;".repeat(4_095));
    // Pieces end at every place of the text.
    for (let n = 0; n <= text.length; n++) expect(escapeText("é".repeat(4_096 - n) + text)).toBe("é".repeat(4_096 - n) + escaped);
    expect(escapeText("&".repeat(100_000))).toBe("&amp;".repeat(100_000));
  });
});
