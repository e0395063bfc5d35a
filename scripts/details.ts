import { writeFileSync } from "node:fs";
import { writePrograms } from "./stored-programs.ts";

/*
 * Writes `src/workspace/insights/stored-programs.ts`: the panel's own views, compiled. A page that only renders ships no compiler, so
 * what the panel shows by itself has to come as programs.
 */
const text = writePrograms();
writeFileSync("src/workspace/insights/stored-programs.ts", text);
console.log(`src/workspace/insights/stored-programs.ts: ${(text.length / 1_024).toFixed(1)} KB`);
