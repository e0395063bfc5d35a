import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatDocument } from "../src/cli/document.ts";
import { formatCatalogue } from "./catalogue-page.ts";
import { takePictures } from "./catalogue-pictures.ts";
import { readTheme } from "./theme.js";

// Writes `.out/catalogue.html`: every component with its props, and its examples in both themes. With `--pictures`, a PNG of each too.
const file = ".out/catalogue.html";
const css = `${readTheme()}\n${readFileSync("scripts/catalogue.css", "utf8")}`;
mkdirSync(".out", { recursive: true });
writeFileSync(file, formatDocument({ title: "Components of kview", theme: "light", locale: "en-US", css, body: formatCatalogue() }));
console.log(resolve(file));
if (process.argv.includes("--pictures")) {
  await takePictures(resolve(file), ".out/catalogue");
  console.log(resolve(".out/catalogue"));
}
