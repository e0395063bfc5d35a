import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { formatDocument } from "../src/cli/document.ts";
import { formatCard } from "./card-frame.ts";
import { chromiumFlags, chromiumPath } from "./chromium.ts";
import { readTheme } from "./theme.js";
import { renderView } from "./timeline.ts";

// Writes docs/card.png, the README's picture: the order of the sample customer, light beside dark, by headless Chromium.
const css = `${readTheme()}
body { margin: 0; padding: 20px; width: 520px; background: var(--background-secondary-color); }`;

const folder = mkdtempSync(join(tmpdir(), "kview-picture-"));
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
try {
  const halves = [];
  for (const theme of ["light", "dark"] as const) {
    const body = formatCard(renderView("order", theme));
    const page = await browser.newPage({ viewport: { width: 560, height: 100 }, deviceScaleFactor: 2 });
    const file = join(folder, `${theme}.html`);
    writeFileSync(file, formatDocument({ title: "Order", theme, locale: "en-US", css, body }));
    await page.goto(`file://${file}`);
    halves.push((await page.screenshot({ fullPage: true })).toString("base64"));
  }
  const page = await browser.newPage({ viewport: { width: 1120, height: 100 }, deviceScaleFactor: 2 });
  const pictures = halves.map((half) => `<img width="560" src="data:image/png;base64,${half}">`).join("");
  await page.setContent(`<body style="margin:0;display:flex;align-items:flex-start">${pictures}</body>`);
  mkdirSync("docs", { recursive: true });
  await page.screenshot({ path: "docs/card.png", fullPage: true });
  console.log("docs/card.png");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
