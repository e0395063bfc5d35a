import { readFileSync, writeFileSync } from "node:fs";
import { fillTables } from "./readme-tables.ts";
import { formatScopePage } from "./scope-page.ts";
import { securityTables } from "./security-tables.ts";

// Makes the generated tables of README and SECURITY.md anew, and the page of what a card can name.
writeFileSync("README.md", fillTables(readFileSync("README.md", "utf8")));
writeFileSync("SECURITY.md", fillTables(readFileSync("SECURITY.md", "utf8"), securityTables));
writeFileSync("docs/scope.md", formatScopePage());
