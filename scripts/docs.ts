import { readFileSync, writeFileSync } from "node:fs";
import { fillTables } from "./readme-tables.ts";
import { formatScopePage } from "./scope-page.ts";

// Makes the README's generated tables anew, and the page of what a card can name.
writeFileSync("README.md", fillTables(readFileSync("README.md", "utf8")));
writeFileSync("docs/scope.md", formatScopePage());
