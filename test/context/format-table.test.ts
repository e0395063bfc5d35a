// @vitest-environment happy-dom
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { compileCard, runDom, runString } from "../support/card.ts";

interface Group {
  readonly title: string;
  /** An attribute, formatted as that of a klass, `customer` where none is named. */
  readonly field?: string;
  readonly klass?: string;
  /** Markup of another component, where `value` is the value. */
  readonly markup?: string;
  readonly values: readonly (readonly [value: unknown, note: string])[];
}

const folder = `${import.meta.dirname}/../../fixtures/format/`;
const groups = JSON.parse(readFileSync(`${folder}values.json`, "utf8")) as readonly Group[];
const locales = ["en-US", "de-DE", "fr-FR", "ja-JP", "ar-EG", "pt-BR"];
const zones = ["UTC", "America/New_York", "Asia/Kathmandu", "Europe/Stockholm", "Pacific/Auckland"];

/** Just after midnight in Auckland, in the morning of the day before elsewhere. */
const now = "2026-10-05T11:30:00Z";

// A field of a constant name for each value: the string target has a shorter road for these.
const shown = groups.flatMap(({ field, klass = "customer", markup, values }, group) =>
  values.map((_, index) => {
    const value = `values[${group}][${index}]`;
    const component = markup?.replace("{value}", `{${value}}`) ?? `<Field field="${field}" type="${klass}" label="" value={${value}}/>`;
    return `<section>${component}</section>`;
  }),
);
const { template } = compileCard(`<div>${shown.join("")}</div>`);
const bag = createContext({ resource: "customer", custom: { values: groups.map(({ values }) => values.map(([value]) => value)) } });

/** What the components show, in their order. */
function render(locale: string, timeZone: string): readonly string[] {
  const [html, other] = [runString, runDom].map((run) => {
    const outcome = run(template, bag, { locale, timeZone, now });
    expect(outcome.diagnostics).toEqual([]);
    return [...outcome.html.matchAll(/<section>(.*?)<\/section>/g)].map(([, text = ""]) => toText(text));
  });
  expect(html).toHaveLength(shown.length);
  expect(other).toEqual(html);
  return html as readonly string[];
}

/** The text of some markup, what a pointer would bring up behind it; no-break blanks are made visible. */
function toText(html: string): string {
  const title = /title="([^"]*)"/.exec(html)?.[1];
  const text = html.replace(/<[^>]*>/g, "") + (title === undefined ? "" : ` (${title})`);
  return text.replaceAll("&nbsp;", "\u00a0").replaceAll("\u00a0", "␣");
}

function formatTables(locale: string): string {
  const columns = zones.map((zone) => render(locale, zone));
  let at = 0;
  const tables = groups.map(({ title, values }) => {
    const rows = values.map(([value, note]) => {
      const shown = columns.map((column) => column[at] ?? "");
      at++;
      return { value: `\`${typeof value === "string" ? value : JSON.stringify(value)}\``, note, shown };
    });
    const everywhere = rows.every(({ shown }) => new Set(shown).size === 1);
    const head = ["value", "", ...(everywhere ? ["every zone"] : zones)];
    const body = rows.map(({ value, note, shown }) => [value, note, ...(everywhere ? shown.slice(0, 1) : shown)]);
    const lines = [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  return `# ${locale}\n\n${tables.join("\n")}`;
}

describe("formats, by locale and zone", () => {
  it.each(locales)("%s", (locale) => {
    const tables = formatTables(locale);
    const path = `${folder}${locale}.md`;
    if (process.env.UPDATE) writeFileSync(path, tables);
    expect(tables).toBe(readFileSync(path, "utf8"));
  });
});
