import { readFileSync, writeFileSync } from "node:fs";
import { fillTables } from "./readme-tables.ts";

// Makes the README's generated tables anew.
writeFileSync("README.md", fillTables(readFileSync("README.md", "utf8")));
