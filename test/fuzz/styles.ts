import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { judgeStyle } from "../../src/policy/styles.ts";
import { judgeStyleSheet } from "../../src/policy/stylesheet.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { cssTokens, texts } from "./corpus.ts";
import { withoutPrefixes } from "./html.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const env = { idPrefix: "kv" };
const root = '[data-kv-root="kv"]';
const themes = [undefined, "light", "dark", "device"] as const;

const styles: readonly string[] = [
  "color:red;padding:1px 2px",
  "background:linear-gradient(red, blue);--x:1px",
  "animation:kf 1s ease infinite",
  "font-family:'A b', serif",
  "width:calc(100% - 2px)",
  ".a { color: red } .a:hover > b ~ i { margin: 0 }",
  "@media (min-width: 300px) { .a { color: blue } }",
  "@keyframes kf { from { left: 0 } 50% { left: 2px } }",
  ".dark .a { color: #fff } @media (prefers-color-scheme: dark) { b { color: red } }",
  ".a { color: red; &:hover { color: blue } .b & { top: 0 } }",
  "@container (width > 100px) { a { display: grid } }",
  "@supports (display: grid) { #x::before { content: 'a' } }",
  ":root { --a: 1 } body { margin: 0 } *, ::after { all: unset }",
  ...texts.filter((text) => /[{:;]/.test(text)),
];

const inputs = fc.oneof(mutate(styles, cssTokens), scramble(cssTokens));
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Texts of style attributes. */
export const declarations = defineTarget({
  name: "declarations",
  about: "judged declarations are safe, and stay as they are when they are judged again",
  sample: 200,
  weight: 1,
  extension: "css",
  cuts: true,
  inputs,
  check: (input) => {
    const { css } = judgeStyle(input, env);
    deepEqual(findUnsafe(`<p style="${escapeHtml(css)}">`), [], `unsafe: ${css}`);
    const again = judgeStyle(css, env);
    deepEqual(again.refused, [], `of ${css} more is refused`);
    equal(withoutPrefixes(again.css), withoutPrefixes(css));
  },
});

/** Texts of `<style>`: all that is left holds below the card's root. */
export const sheets = defineTarget({
  name: "sheets",
  about: "judged style sheets are safe, hold below the card's root alone",
  sample: 100,
  weight: 2,
  extension: "css",
  cuts: true,
  inputs,
  check: (input) => {
    for (const theme of themes) {
      const { css } = judgeStyleSheet(input, root, env, theme);
      deepEqual(findUnsafeSheet(css), [], `unsafe: ${css}`);
      ok(!/<[/!a-z]/i.test(css), `markup in ${css}`);
    }
  },
});

/** The parser of the check knows no nested rules that begin with a bracket: they are checked by themselves. */
function findUnsafeSheet(css: string): readonly string[] {
  return findUnsafe(`<style>${css}</style>`).flatMap((found) => {
    const nested = /^style: not understood: (\[data-kv-root[\s\S]*)$/.exec(found)?.[1];
    return nested === undefined || nested.length >= css.length ? [found] : findUnsafeSheet(nested.replaceAll("&", root));
  });
}
