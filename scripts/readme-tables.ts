import { readFileSync } from "node:fs";
import { ownComponents, standardComponents } from "../src/components/standard.ts";
import { catalogue } from "../src/diagnostics/catalogue.ts";
import type { CatalogueEntry } from "../src/diagnostics/diagnostic.ts";
import { defaultLimits } from "../src/policy/limits.ts";
import { poolNumbers } from "../src/pool/options.ts";
import { leastPolicy, policyNeeds } from "./page-policy.ts";

/** The tables of the README that are made from the source, by the name in their markers. */
const tables: ReadonlyMap<string, () => string> = new Map([
  ["components", formatComponentsTable],
  ["diagnostics", formatDiagnosticsTable],
  ["host", formatHostTable],
  ["limits", formatLimitsTable],
  ["page-policy", formatPolicyTable],
  ["pool", formatPoolTable],
]);

/** Gives a text with the tables between its markers (`<!-- name -->` … `<!-- /name -->`) made anew. */
export function fillTables(text: string, made: ReadonlyMap<string, () => string> = tables): string {
  let filled = text;
  for (const [name, format] of made) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = filled.indexOf(begin);
    const to = filled.indexOf(end);
    if (from < 0 || to < from) throw new Error(`the markers of the table "${name}" are missing`);
    filled = `${filled.slice(0, from + begin.length)}\n${format()}\n${filled.slice(to)}`;
  }
  return filled;
}

function formatComponentsTable(): string {
  const rows = standardComponents.map((component) => [
    `\`${component.name}\``,
    ownComponents.includes(component) ? "ours" : "",
    component.propNames
      .filter((name) => name !== "className" && name !== "style" && name !== "children")
      .map((name) => `\`${name}\``)
      .join(", "),
    component.purpose ?? "",
  ]);
  return formatTable(["component", "", "props", "what it is for"], rows);
}

function formatDiagnosticsTable(): string {
  const entries = Object.entries<CatalogueEntry>(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = entries.map(([code, { severity, message, help }]) => [`\`${code}\``, severity, message, help]);
  return formatTable(["code", "severity", "what it says", "what to do"], rows);
}

/** What is said of a limit, in its docstring: one place to say what it bounds. */
interface LimitWords {
  readonly what: string;
  readonly unit: string;
  readonly counts: string;
  readonly passed: string;
  readonly set: string;
}

/** Reads the docstrings of limits, by name. */
export function readLimitWords(): ReadonlyMap<string, LimitWords> {
  const source = readFileSync("src/policy/limits.ts", "utf8");
  const pattern =
    /\/\*\*\s+\* (.+)\s+\*\s+\* - unit: (.+)\s+\* - counts: (.+)\s+\* - passed: (.+)\s+\* - set: (.+)\s+\*\/\s+readonly (\w+): number;/g;
  return new Map(
    [...source.matchAll(pattern)].map(([, what = "", unit = "", counts = "", passed = "", set = "", name = ""]) => [
      name,
      { what: what.replace(/\.$/, ""), unit, counts, passed, set },
    ]),
  );
}

function formatLimitsTable(): string {
  const words = readLimitWords();
  const rows = Object.entries(defaultLimits).map(([name, value]: [string, number]) => {
    const said = words.get(name);
    if (said === undefined) throw new Error(`the docstring of the limit \`${name}\` has not the form of the others`);
    return [`\`${name}\``, said.what, value.toLocaleString("en-US"), said.unit, said.counts, said.passed, said.set];
  });
  return formatTable(["limit", "what it bounds", "default", "unit", "counts", "when it is passed", "set by options of"], rows);
}

/** The words for a service are its docstring, as for a limit. */
function formatHostTable(): string {
  const source = readFileSync("src/runtime/host.ts", "utf8");
  const services = source.slice(source.indexOf("export interface Host {"));
  const rows = [...services.matchAll(/\/\*\* ([^*]+) \*\/\s+readonly (\w+)\?:/g)].map(([, text = "", name = ""]) => [
    `\`${name}\``,
    text.replace(/\.$/, ""),
  ]);
  return formatTable(["service", "what it is for"], rows);
}

/** The words for an option are its docstring too. */
function formatPoolTable(): string {
  const source = readFileSync("src/pool/options.ts", "utf8");
  const options = source.slice(source.indexOf("export interface PoolOptions {"), source.indexOf("/** Checked options"));
  const numbers: Readonly<Record<string, readonly [number, number, number]>> = poolNumbers;
  const rows = [...options.matchAll(/\/\*\* ([^*]+) \*\/\s+readonly (\w+)\?:/g)].map(([, text = "", name = ""]) => [
    `\`${name}\``,
    numbers[name]?.[1].toLocaleString("en-US") ?? "–",
    text.replace(/\.$/, ""),
  ]);
  return formatTable(["option", "default", "what it says"], rows);
}

function formatPolicyTable(): string {
  const least = leastPolicy.map((directive) => `\`${directive}\``).join(", ");
  const rows = policyNeeds.map(({ feature, directive }) => [feature, `\`${directive}\``]);
  return formatTable(["what a page shows", "what its policy has to allow"], [["Any card, live", least], ...rows]);
}

/** Gives a table of Markdown. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const format = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [format(head), format(head.map(() => "---")), ...rows.map(format)].join("\n");
}
