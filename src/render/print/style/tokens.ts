import type { Tokens } from "./style.ts";
import { themeTokens } from "./theme-rules.ts";

/** Fonts that mail clients have. Outlook takes Times for a list that begins with a font that it does not know. */
const mailFonts: Readonly<Record<string, string>> = {
  "--kv-font": "'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  "--kv-font-code": "Consolas, Menlo, 'Courier New', monospace",
};

/** Longer values than that are nobody's: tokens that name tokens could double at every step. */
const longest = 1_000;
const mostSteps = 40;

/** The tokens of a theme. */
export function toTokens(theme: "light" | "dark", parent?: Tokens): Tokens {
  const { light, dark, both } = themeTokens;
  return { values: new Map(Object.entries({ ...light, ...both, ...(theme === "dark" ? dark : {}), ...mailFonts })), parent };
}

/** Finds the value of a custom property as it reaches an element. */
export function findToken(name: string, tokens: Tokens): string | undefined {
  for (let one: Tokens | undefined = tokens; one !== undefined; one = one.parent) {
    const value = one.values.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A `var(…)` as far as the name that it begins with. */
const reference = /var\(\s*(--[\w-]+)\s*([,)])/;

/**
 * Puts values in the place of `var(…)`, from the outside in; `undefined` where one has none.
 *
 * @param spend Pays for what is read, at each step: an author's values can be long, and name many.
 */
export function resolveTokens(value: string, tokens: Tokens, spend: (steps: number) => void): string | undefined {
  if (value.length > longest) return undefined;
  let text = value;
  for (let step = 0; text.includes("var("); step++) {
    // Short values, such as all of the theme's, cost nothing.
    spend(text.length >>> 5);
    const match = reference.exec(text);
    if (match === null || step >= mostSteps) return undefined;
    const [whole, name = "", next] = match;
    const start = match.index + whole.length;
    const end = next === ")" ? start : findEnd(text, start);
    const found = findToken(name, tokens) ?? (next === ")" ? undefined : text.slice(start, end - 1));
    if (end === -1 || found === undefined) return undefined;
    text = text.slice(0, match.index) + found.trim() + text.slice(end);
    if (text.length > longest) return undefined;
  }
  return text.trim();
}

/** Gives the place behind the bracket that closes the one in front of `start`; -1 where none does. */
function findEnd(text: string, start: number): number {
  let open = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "(") open++;
    else if (text[i] === ")" && --open === 0) return i + 1;
  }
  return -1;
}
