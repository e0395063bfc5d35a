import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { defaultLimits } from "../../src/policy/limits.ts";
import { renderCard } from "../../src/render/html.ts";
import { toSettings } from "../../src/render/options.ts";
import { compileCard } from "../support/card.ts";
import { fixtureNow } from "../support/fixture-now.ts";
import { createLargeTemplate } from "../support/large-template.ts";

type Data = Parameters<typeof createContext>[0];

/** What of the default limits a card uses, in parts of one. */
function measure(source: string, data: Data) {
  const codes: string[] = [];
  const settings = toSettings({ now: fixtureNow, onDiagnostic: ({ code }) => codes.push(code) }, new Set());
  let fuel = 0;
  const html = renderCard(compileCard(source).template, createContext(data), settings, (used) => {
    fuel = used;
    return 0;
  });
  const { fuel: mostFuel, nodes, outputLength, sourceLength } = defaultLimits;
  return {
    stopped: codes.filter((code) => code.startsWith("limit/")),
    fuel: fuel / mostFuel,
    nodes: (html.match(/<[a-z]/g)?.length ?? 0) / nodes,
    outputLength: html.length / outputLength,
    sourceLength: source.length / sourceLength,
  };
}

/** Half of each limit is left. */
function expectRoom({ stopped, ...parts }: ReturnType<typeof measure>): void {
  expect(stopped).toEqual([]);
  for (const [name, part] of Object.entries(parts)) expect(part, name).toBeLessThan(0.5);
}

const customer = { id: "1", name: "Ada Lovelace" };
const rows = Array.from({ length: 1_000 }, (_, i) => ({
  id: `r${i}`,
  name: `Row ${i}`,
  price: (i * 7.31) % 100,
  tags: ["a", "b"],
  at: "2026-02-03",
}));
const list = `
const rows = kobject.custom.rowsList;
const total = _.sumBy(rows, "price");
const byName = _.groupBy(_.orderBy(rows, ["price"], ["desc"]), (row) => row.name.slice(0, 5));
<table>{Object.entries(byName).map(([name, group]) => <tbody key={name}>{group.map((row) => (
  <tr key={row.id} className={row.price > 50 ? "dear" : "cheap"} style={{ color: "red" }}>
    <td>{row.name.toUpperCase()}</td><td>{row.price.toFixed(2)} of {total.toLocaleString("en", { maximumFractionDigits: 2 })}</td>
    <td>{moment(row.at).format("D MMM YYYY")}</td><td>{row.tags.join(", ").replace(/a/g, "b")}</td><td>{new Date(row.at).toISOString()}</td>
  </tr>))}</tbody>)}</table>`;

describe("the default limits leave half of themselves", { timeout: 30_000 }, () => {
  it("to a template of 170,000 characters", () => {
    expectRoom(measure(createLargeTemplate(170_000), { resource: "customer", customer }));
  });

  it("to a list of 1,000 rows that is sorted, grouped and formatted", () => {
    expectRoom(measure(list, { resource: "kobject.order", kobject: { title: "x", custom: { rowsList: rows } } }));
  });

  it.each(readdirSync("fixtures/wild").filter((name) => existsSync(`fixtures/wild/${name}/template.kview.jsx`)))("to %s", (name) => {
    const source = readFileSync(`fixtures/wild/${name}/template.kview.jsx`, "utf8");
    const data = `fixtures/wild/${name}/data.json`;
    expectRoom(measure(source, existsSync(data) ? (JSON.parse(readFileSync(data, "utf8")) as Data) : { resource: "customer", customer }));
  });
});
