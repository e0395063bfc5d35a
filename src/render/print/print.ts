import type { PolicyEnv } from "../../policy/env.ts";
import type { Limits } from "../../policy/limits.ts";
import { type PageElement, readHtml } from "../../policy/read-html.ts";
import { judgeText } from "../../policy/text.ts";
import { LimitError } from "../../runtime/failure.ts";
import { readText } from "./controls.ts";
import { printEmail } from "./email/print-email.ts";
import { readCard } from "./read-card.ts";
import { computeStyle } from "./style/compute.ts";
import { indexSheet, type RuleIndex } from "./style/rule-index.ts";
import { plainText } from "./style/style.ts";
import { toTokens } from "./style/tokens.ts";
import { printText } from "./text/print-text.ts";

/** What a card is printed for besides a page. */
export type PrintTarget = "email" | "text";

export interface Printing {
  readonly theme: "light" | "dark";
  readonly locale: string;
  readonly policy: PolicyEnv;
  readonly limits: Limits;
  /** The theme's rules, read by `indexTheme`. */
  readonly rules: RuleIndex;
}

/** Languages that are written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set("ar arc ckb dv fa he iw ks ku nqo ps sd syr ug ur yi".split(" "));

/**
 * Prints finished HTML of a card as e-mail or as text: parsed once more, every element dressed by the theme and the card's own rules, what
 * can't be in a message left out. Reads judged HTML, and relies on no judgement but its own tables.
 *
 * Throws a `LimitError` for what is too large, and for rules that take too many steps to search.
 */
export function printCard(html: string, target: PrintTarget, printing: Printing): string {
  const { limits, theme, locale, policy, rules } = printing;
  const rtl = rightToLeft.has(locale.toLowerCase().split("-")[0] ?? "");
  const attributes = new Map([
    ["class", "kv-root"],
    ["dir", rtl ? "rtl" : "ltr"],
    ["data-theme", theme],
  ]);
  // A parser makes elements that nobody wrote: the body of every table.
  const root = readHtml(html, attributes, { elements: limits.nodes * 2, depth: 5_000 });
  if (root === "elements") throw new LimitError("nodes", `the message has more than ${limits.nodes} elements`);
  if (root === "depth") throw new LimitError("outputDepth", "the message nests too deep");
  const spend = toCounter(limits.fuel, () => new LimitError("fuel", "the message used up its steps"));
  const css = readSheets(root);
  spend(css.length >>> 3);
  const styling = { theme: rules, author: indexSheet(css), spend };
  const outer = { display: "block", text: plainText, own: new Map<string, string>(), tokens: toTokens(theme) };
  const card = readCard(root, computeStyle(root, outer, styling).style, { ...styling, policy, heard: target === "text" });
  const count = toCounter(
    limits.outputLength,
    () => new LimitError("outputLength", `the message has more than ${limits.outputLength} characters`),
  );
  return judgeText(target === "email" ? printEmail(card, locale, count) : printText(card, count));
}

/** The texts of all style elements, in their order. */
function readSheets(element: PageElement): string {
  if (element.tag === "style") return readText(element);
  return element.elements.map(readSheets).join("");
}

function toCounter(most: number, fail: () => Error): (amount: number) => void {
  let used = 0;
  return (amount) => {
    if ((used += amount) > most) throw fail();
  };
}
