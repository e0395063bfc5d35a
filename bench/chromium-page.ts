import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { rolldown } from "rolldown";
import { chromiumFlags, chromiumPath } from "../scripts/chromium.ts";

/** Bundles what runs in a page, as an app's build would for production. */
export async function bundlePage(input: string): Promise<string> {
  const define = { "process.env.NODE_ENV": JSON.stringify("production") };
  const bundle = await rolldown({ input, platform: "browser", logLevel: "silent", transform: { define } });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

/** Opens a page of a Chromium of its own, with a script in it; the browser ends when `run` does. */
export async function withPage<Result>(
  script: string,
  run: (page: Page, client: CDPSession, version: string) => Promise<Result>,
  html = "<!doctype html><title>Host</title>",
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "kview-bench-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    args: chromiumFlags,
    viewport: { width: 800, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: script });
    const client = await context.newCDPSession(page);
    await client.send("Performance.enable");
    return await run(page, client, context.browser()?.version() ?? "");
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers of the page after garbage was collected, by the browser's names. */
export async function readHeld(client: CDPSession): Promise<(name: string) => number> {
  for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}
