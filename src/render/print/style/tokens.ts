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

/** The innermost `var(…)`: its name, and what stands for it where it is not set. */
const reference = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)/;

/** Puts values in the place of `var(…)`; `undefined` where one has none. */
export function resolveTokens(value: string, tokens: Tokens): string | undefined {
  if (value.length > longest) return undefined;
  let text = value;
  for (let step = 0; text.includes("var("); step++) {
    const [whole, name = "", otherwise] = reference.exec(text) ?? [];
    const found = whole === undefined ? undefined : (findToken(name, tokens) ?? otherwise);
    if (whole === undefined || found === undefined || step >= mostSteps) return undefined;
    text = text.replace(whole, () => found.trim());
    if (text.length > longest) return undefined;
  }
  return text.trim();
}
