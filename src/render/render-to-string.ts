import type { Bag } from "../context/bag.ts";
import { report } from "../diagnostics/report.ts";
import type { Template } from "../ir/template.ts";
import { defaultLimits } from "../policy/limits.ts";
import { LimitError } from "../runtime/failure.ts";
import { writeErrorCard } from "./error-card.ts";
import { expectTemplate } from "./expect-template.ts";
import { renderCard } from "./html.ts";
import { type RenderOptions, renderOptionNames, type Settings, toSettings } from "./options.ts";
import { type PrintTarget, printCard } from "./print/print.ts";
import { indexTheme } from "./print/style/rule-index.ts";
import { toBag } from "./to-bag.ts";

/** What a string is rendered for. */
export interface StringOptions extends RenderOptions {
  /**
   * `html`, the default: for a page with `kview/theme.css`. `email`: a fragment for the body of an HTML message, at most 600 px wide, with
   * all of its styles on its elements. `text`: the same card as plain text, for the other half of the message.
   */
  readonly target?: "html" | PrintTarget;
}

const stringOptionNames: readonly string[] = [...renderOptionNames, "target"];
const targets: readonly unknown[] = ["html", "email", "text"];

/**
 * Renders a template with a bag to a string: HTML, or what `target` says.
 *
 * Nothing that the template does can throw: a failure is reported to `onDiagnostic` and an error card takes the card's place.
 * Throws a `TypeError` for a wrong argument or option, naming it.
 *
 * @param template What `compile` or `loadTemplate` gave.
 * @param bag What `createContext` gave. A template never changes it.
 * @returns One line of HTML; for `email` lines of it, for `text` lines without blanks at their ends. Empty for a view that shows nothing.
 *
 * @example
 * const { template } = compile("<p>{customer.name}</p>");
 * const bag = createContext({ resource: "customer", customer: { name: "Ada" } });
 * renderToString(template, bag); // "<p>Ada</p>"
 * renderToString(template, bag, { target: "text" }); // "Ada"
 */
export function renderToString(template: Template, bag: Bag, options: StringOptions = {}): string {
  const settings = toSettings(options, expectTemplate(template).knownLocales, stringOptionNames);
  const { target } = options;
  if (target !== undefined && !targets.includes(target)) {
    const given = typeof target === "string" ? `\`${String(target).slice(0, 40)}\`` : typeof target;
    throw new TypeError(`option \`target\` is \`html\`, \`email\` or \`text\`, not ${given}`);
  }
  const html = renderCard(template, toBag(bag), settings);
  return target === undefined || target === "html" ? html : print(html, target, template, settings);
}

/** Prints a finished card. What is too large for a message is a failed card too. */
function print(html: string, target: PrintTarget, template: Template, settings: Settings): string {
  const { locale, policy, limits, onDiagnostic } = settings;
  const theme = settings.theme === "dark" ? "dark" : "light";
  const rules = template.linked(indexTheme);
  try {
    return printCard(html, target, { theme, locale, policy, limits, rules });
  } catch (error) {
    // What nests too deep for the stack is a limit as well.
    const limit = error instanceof LimitError ? error.limit : error instanceof RangeError ? "outputDepth" : undefined;
    if (limit === undefined) throw error;
    const message = error instanceof LimitError ? error.message : "the message nests too deep";
    const failed = report("limit/run", undefined, { message, limit });
    onDiagnostic?.(failed);
    return printCard(writeErrorCard(failed), target, { theme, locale, policy, limits: defaultLimits, rules });
  }
}
