import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { bundleLivePage, formatLivePage, formatPrintedPage } from "./demo/pages.ts";
import { readWorkspace } from "./demo/workspace.ts";
import { readTheme } from "./theme.js";

const folder = ".out/demo";
const workspace = readWorkspace();
const css = `${readTheme()}\n${readFileSync("scripts/demo/demo.css", "utf8")}`;

mkdirSync(folder, { recursive: true });
const write = (name: string, html: string, words: string) => {
  const file = `${folder}/${name}.html`;
  writeFileSync(file, `${html}\n`);
  console.log(`  ${resolve(file)}  ${words}`);
};
console.log(
  `${workspace.title}: a timeline of ${workspace.items.length} records and the insights panel, from ${workspace.definitions.length} views`,
);
writeFileSync(`${folder}/workspace.js`, await bundleLivePage());
write("workspace", formatLivePage(workspace, css, "workspace.js"), "live: rows can be edited, cards act");
for (const theme of ["light", "dark"] as const)
  write(`workspace-${theme}`, await formatPrintedPage(workspace, { theme, css }), `as a server prints it, ${theme}`);
