import { type IntrinsicOwner, intrinsics } from "../src/policy/intrinsics.ts";
import { lodashFunctions, lodashWrapperMethods } from "../src/policy/lodash.ts";
import {
  momentConstants,
  momentDurationMethods,
  momentFormatCount,
  momentFunctions,
  momentLocaleMethods,
  momentMethods,
  momentReadUnits,
  momentTextLength,
  momentUnits,
  momentWriteUnits,
} from "../src/policy/moment.ts";
import { readProperties, refusedIntrinsics } from "../src/policy/refused-intrinsics.ts";
import { type RefusedTable, refusedByLibraries } from "../src/policy/refused-names.ts";
import { bagNames, browserScopeNames, facadeNames } from "../src/policy/scope-names.ts";
import { formatTable } from "./readme-tables.ts";
import { formatRegexSection } from "./regex-section.ts";
import { readCostWords } from "./scope-words.ts";

const head = `# What a card can name

This page is made from the tables that the sandbox itself goes by (\`npm run docs\`). A name that is not on it does not exist for a card:
reading it gives \`undefined\`, or a warning where it is a free name. Everything is a facade of ours; no object of the host is behind it.

Each call pays one unit of fuel. The columns named *cost* say what it pays beside that, before it does its work.`;

/** Gives the page \`docs/scope.md\`. */
export function formatScopePage(): string {
  return [
    head,
    "## Names in scope",
    formatTable(
      ["what", "names"],
      [
        ["data of the card", toCode(bagNames)],
        ["facades of libraries and services", toCode(facadeNames)],
        ["the language", toCode(Object.keys(intrinsics.globals))],
        ["the browser", toCode(browserScopeNames)],
      ],
    ),
    "## The language",
    formatTable(["cost", "what it means"], readCostWords("src/policy/intrinsics.ts")),
    formatTable(
      ["owner", "cost", "members"],
      Object.keys(intrinsics).flatMap((owner) => formatOwner(owner as IntrinsicOwner)),
    ),
    "Methods that are called on a value are listed under its prototype. Read off a value, and free:",
    formatTable(
      ["owner", "properties"],
      Object.entries(readProperties).map(([owner, names]) => [`\`${owner}\``, toCode(names.split(" "))]),
    ),
    "### Left out, and why",
    formatRefused(refusedIntrinsics),
    formatRegexSection(),
    "## lodash (`_`)",
    formatTable(["cost", "what it means"], readCostWords("src/policy/lodash.ts")),
    formatTable(["cost", "functions"], groupByCost([...lodashFunctions].map(([name, { cost }]) => [name, cost]))),
    `A wrapper \`_(value)\` has them too, and: ${toCode(lodashWrapperMethods.keys())}.`,
    `These write to their first argument, which then is a copy that is the card's own: ${toCode(
      [...lodashFunctions].filter(([, { writes }]) => writes).map(([name]) => name),
    )}.`,
    "## moment",
    formatTable(
      ["cost", "units"],
      Object.entries(momentUnits).map(([cost, units]) => [cost, cost === "list" ? `${units} for each argument` : String(units)]),
    ),
    `Reading a text by a format costs ${momentReadUnits} units more, writing one part of a format ${momentWriteUnits}. Texts and formats have at most` +
      ` ${momentTextLength} characters, and a text is tried with at most ${momentFormatCount} formats.`,
    formatTable(
      ["owner", "cost", "members"],
      [
        ["moment", momentFunctions] as const,
        ["moment()", momentMethods] as const,
        ["moment.duration()", momentDurationMethods] as const,
        ["moment.localeData()", momentLocaleMethods] as const,
      ].flatMap(([owner, table]) => groupByCost([...table]).map((row) => [`\`${owner}\``, ...row])),
    ),
    `Constants: ${toCode(momentConstants)}.`,
    "## Left out of lodash and moment, and why",
    formatRefused(refusedByLibraries),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function formatOwner(owner: IntrinsicOwner): readonly (readonly string[])[] {
  if (owner === "globals") return [];
  const rows = Object.entries<readonly [number, string]>(intrinsics[owner]).map(([name, [, cost]]): [string, string] => [name, cost]);
  const shown = owner === "Intl.service" ? "each service of `Intl`" : `\`${owner}\``;
  return groupByCost(rows.filter(([name]) => name !== "prototype")).map((row) => [shown, ...row]);
}

/** Rows of cost and names, in the order in which the costs turn up. */
function groupByCost(rows: readonly (readonly [name: string, cost: string])[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const [name, cost] of rows) groups.set(cost, [...(groups.get(cost) ?? []), name]);
  return [...groups].map(([cost, names]) => [cost, toCode(names.sort())]);
}

function formatRefused(table: RefusedTable): string {
  const rows = Object.entries(table).flatMap(([owner, entries]) =>
    entries.map(({ names, why }) => [owner === "globals" ? "" : `\`${owner}\``, toCode(names.split(" ")), why]),
  );
  return formatTable(["owner", "names", "why"], rows);
}

function toCode(names: Iterable<string>): string {
  return [...names].map((name) => (name.includes("`") ? `\`\` ${name} \`\`` : `\`${name}\``)).join(", ");
}
