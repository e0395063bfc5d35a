import { describe, expect, it } from "vitest";
import { judgeAttribute } from "../../src/policy/attributes.ts";
import { judgeElement } from "../../src/policy/elements.ts";
import { judgeHtml } from "../../src/policy/html.ts";
import { judgeValue } from "../../src/policy/judge-value.ts";
import { judgeStyle } from "../../src/policy/styles.ts";
import { judgeStyleSheet } from "../../src/policy/stylesheet.ts";

const env = { idPrefix: "kv" };

// A judge that is not linear would run for minutes on these, and the test would time out.
const patterns = [
  " ",
  "!",
  "! ",
  ",",
  "a,",
  "a ",
  "(",
  "a(",
  "(a",
  ")",
  "[",
  '"',
  '\\"',
  "'",
  "\\",
  "/*",
  "*/",
  "/",
  "{",
  "}",
  "a{",
  "{}",
  ";",
  "a:b;",
  "a{b:c}",
  "a,b ",
  "&",
  "&{",
  "@a ",
  "@media{",
  "url(",
  "url( ",
  "url(#a)",
  "<",
  "<a ",
  "<!--",
  "<p>",
  "<b a",
  "</p>",
  "&lt",
  "%0a",
  "%0a ",
  "mailto:",
  "a:",
  "a.",
  "-",
  "xn--",
  "#",
  ":is(",
  ":",
  "\0",
  "\ud800",
  "\u{1F600}",
];

const rules = ["title", "href", "src", "srcset", "style", "fill", "rel", "for", "id", "rowspan", "target"].map((name) => {
  const rule = judgeAttribute("a", name);
  if (rule === undefined) throw new Error(`no rule for ${name}`);
  return rule;
});

describe("long texts", () => {
  it.each(patterns)("of %j are judged in linear time", (pattern) => {
    const text = pattern.repeat(Math.floor(120_000 / pattern.length));
    for (const start of ["", "https://", "mailto:a?body=", "data:image/png;base64,", "a{b:", "!", '"', "spin("]) {
      const long = `${start}${text}x`;
      for (const rule of rules) judgeValue(rule, long, env);
      for (const name of ["color", "animation", "--x", long]) judgeStyle([[name, long]], env);
      judgeStyle(long, env);
    }
    judgeStyleSheet(text, "[r]", env);
    judgeStyleSheet(`a{content:${text}`, "[r]", env);
    judgeHtml(text, env);
    judgeHtml(`<p title="${text}`, env);
    expect(judgeElement(text)).toBeUndefined();
    expect(judgeAttribute("a", text)).toBeUndefined();
  });
});
