// Builds `dist/node/`: the same modules in few files, for Node itself. To find and read 700 files takes Node several times as long as to
// run what stands in them. Bundlers get the modules one by one (the condition `module`), so that they can leave out what isn't used.
import { readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";

/**
 * What is required rather than imported, by package: how our modules see it. `import` has Node look through the text of a CommonJS
 * package for names first, which takes several times as long as to load it; css-tree, which most cards never need, waits for the first
 * that does.
 */
const required = new Map([
  ["@babel/parser", (load) => `const library = ${load};\nexport const parse = library.parse;`],
  ["moment", (load) => `export default ${load};`],
  ["lodash", (load) => `export default ${load};`],
  ["css-tree/selector-parser", (load) => `let library;\nexport default (text) => (library ??= ${load})(text);`],
  [
    "css-tree/utils",
    (load) => `let library;
const ident = () => (library ??= ${load}).ident;
const lazy = { decode: (text) => ident().decode(text), encode: (text) => ident().encode(text) };
export { lazy as ident };`,
  ],
]);

const prefix = "\0require:";

const requirePackages = {
  name: "require-packages",
  resolveId: (id) => (findRequired(id) === undefined ? undefined : `${prefix}${id}`),
  load(id) {
    if (!id.startsWith(prefix)) return undefined;
    const path = id.slice(prefix.length);
    const load = `createRequire(import.meta.url)(${JSON.stringify(path)})`;
    return `import { createRequire } from "node:module";\n${findRequired(path)(load)}\n`;
  },
};

/** `lodash/camelCase.js` goes by its package. */
function findRequired(id) {
  return required.get(id) ?? required.get(id.split("/")[0]);
}

/** Builds the entries of the package, the command and what a pool's processes run, from what the TypeScript compiler has made. */
export async function buildForNode(root) {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const modules = Object.values(exports).flatMap((target) => (target.node === undefined ? [] : [target.module]));
  const entries = modules.map((path) => [path.replace(/^.*\/(.*)\.js$/, "$1"), `${root}${path}`]);
  const bundle = await rolldown({
    input: { ...Object.fromEntries(entries), command: `${root}dist/cli/main.js`, child: `${root}dist/pool/child.js` },
    platform: "node",
    external: (id) => !/^(\.|\/|\0)/.test(id) && findRequired(id) === undefined,
    plugins: [requirePackages],
    logLevel: "warn",
  });
  // All in one folder: `import.meta.url` means the same wherever a module comes to stand, for what lies beside it or above.
  await bundle.write({ dir: `${root}dist/node`, format: "esm", chunkFileNames: "[name]-[hash].js" });
  await bundle.close();
  // The command is a program for Node alone.
  writeFileSync(`${root}dist/cli/main.js`, '#!/usr/bin/env node\nimport "../node/command.js";\n');
}
