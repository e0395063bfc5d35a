// Bundles what applications import, as they would, and holds the sizes to their budgets. `--write` makes the budgets what is true now;
// `--parts <name>` lists what a bundle consists of.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = `${root}scripts/bundle-budgets.json`;
/** By what is bundled: what it imports, what stays outside, and how many KB (1,024 bytes) it may have when it is minified and gzipped. */
const budgets = JSON.parse(readFileSync(file, "utf8"));
const entry = "\0entry";

/** Bundles one row of the table; `minify` as the caller needs it. */
async function bundle({ import: imported, without = [], only }, minify) {
  const isIn = (id, folders) =>
    folders.some((folder) => id.startsWith(`${root}${folder}/`) || id === folder || id.startsWith(`${folder}/`));
  const built = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    external: (id, _from, resolved) => {
      if (id === entry || id === "react" || id.startsWith("react/")) return id !== entry;
      if (isIn(id, without)) return true;
      return only !== undefined && resolved && !isIn(id, only);
    },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? [imported].flat().map(toExport).join("\n") : undefined),
      },
    ],
  });
  const { output } = await built.generate({ format: "esm", minify });
  await built.close();
  return output.filter(({ type }) => type === "chunk");
}

function toExport(imported) {
  const [names, path] = imported.split(" from ");
  return `export ${names} from ${JSON.stringify(`${root}${path}`)};`;
}

const toKilobytes = (code) => gzipSync(code, { level: 9 }).length / 1_024;

/** The size of a bundle; with `beside`, how much larger it makes one that has that already. */
async function measure(row) {
  const whole = toKilobytes((await bundle(row, true)).map(({ code }) => code).join("\n"));
  return row.beside === undefined ? whole : whole - (await measure({ ...row, import: row.beside, beside: undefined }));
}

/** Prints the folders and packages of a bundle, largest first: their shares of its size, as far as gzip can be shared out. */
async function printParts(name) {
  const chunks = await bundle(budgets[name], false);
  const parts = new Map();
  for (const [id, { code }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
    const path = id.split("/node_modules/").pop().replace(root, "").split("/");
    const part = path.slice(0, path[0] === "src" ? (path[1] === "scope" || path[1] === "render" ? 3 : 2) : path[0].startsWith("@") ? 2 : 1);
    if (code) parts.set(part.join("/"), (parts.get(part.join("/")) ?? "") + code);
  }
  const sizes = [...parts].map(([part, code]) => [part, toKilobytes(code)]).sort(([, a], [, b]) => b - a);
  const share = (await measure(budgets[name])) / sizes.reduce((sum, [, size]) => sum + size, 0);
  console.log(`| part of ${name} | KB |\n| --- | ---: |`);
  for (const [part, size] of sizes) if (size * share >= 0.5) console.log(`| ${part} | ${(size * share).toFixed(1)} |`);
}

async function printSizes(write) {
  console.log("| bundle | KB gzipped | budget |\n| --- | ---: | ---: |");
  const above = [];
  for (const [name, row] of Object.entries(budgets)) {
    const size = await measure(row);
    if (write) row.budget = Math.ceil(size);
    if (size > row.budget) above.push(name);
    console.log(`| ${name} | ${size.toFixed(1)} | ${row.budget} |`);
  }
  if (write) writeFileSync(file, `${JSON.stringify(budgets, undefined, 2)}\n`);
  for (const name of above) console.error(`${name} is larger than its budget: see \`npm run bundles -- --parts "${name}"\``);
  process.exitCode = above.length > 0 ? 1 : 0;
}

const [option, name] = process.argv.slice(2);
if (option === "--parts" && name in budgets) await printParts(name);
else await printSizes(option === "--write");
