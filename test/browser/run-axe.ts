import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// WCAG 2.2 at A and AA, with `target-size`, which axe leaves out unless it is asked for; best practices; rules that axe still tries out.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];
// On trial in axe, and wrong here: it wants whatever scrolls and takes the focus to be a landmark, so that a card of five tables would be
// five landmarks of the page. They are groups with names.
const rules = { "focus-order-semantics": { enabled: false } };

/** What axe has to say of a page: a line for each element, to be compared with an empty list. */
export interface AxeFindings {
  /** Rules that are broken. */
  readonly violations: readonly string[];
  /** Texts whose contrast axe could not measure (letters over a picture, say): nothing that a test may pass over. */
  readonly unmeasured: readonly string[];
}

/**
 * Asks axe about what a page shows now, by all its rules for WCAG 2.2 AA and for good practice.
 *
 * Playwright puts axe in past the page's policy, so pages keep their strict one. Colours that are on their way would be measured in
 * between: ask for reduced motion (`page.emulateMedia({ reducedMotion: "reduce" })`, as `openDocumentBrowser` does).
 *
 * @param within Selector of the parts to look at; absent, the whole page. Rules about the page as a whole (landmarks, one `h1`,
 *   language) run only for a whole page.
 *
 * @example
 * const { violations, unmeasured } = await runAxe(open.page);
 * expect(violations).toEqual([]);
 * expect(unmeasured).toEqual([]);
 */
export async function runAxe(page: Page, within?: string): Promise<AxeFindings> {
  await page.evaluate(source);
  const options: RunOptions = { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations", "incomplete"], iframes: false };
  const results = await page.evaluate(
    ([context, how]) => {
      const { axe } = globalThis as unknown as { readonly axe: { run(context: unknown, how: unknown): Promise<AxeResults> } };
      return axe.run(context ?? { exclude: [] }, how);
    },
    [within, options] as const,
  );
  return {
    violations: results.violations.flatMap(toLines),
    unmeasured: results.incomplete.filter(({ id }) => id === "color-contrast").flatMap(toLines),
  };
}

function toLines({ id, help, nodes }: AxeResults["violations"][number]): string[] {
  return nodes.map(({ target, any, all, none }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
    return `${id} at ${target.join(" ")}: ${why || help}`;
  });
}
