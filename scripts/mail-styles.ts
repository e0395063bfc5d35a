import { writeFileSync } from "node:fs";
import { formatMailStyles, readMailSheets } from "./mail-theme.ts";

// Writes `src/render/print/style/theme-rules.ts`: what the style sheet says of cards, as data, for e-mail and text.
const text = formatMailStyles(readMailSheets());
writeFileSync("src/render/print/style/theme-rules.ts", text);
console.log(`src/render/print/style/theme-rules.ts: ${(text.length / 1_024).toFixed(1)} KB`);
