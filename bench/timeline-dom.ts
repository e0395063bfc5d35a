import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { rolldown } from "rolldown";
import { chromiumFlags, chromiumPath } from "../scripts/chromium.ts";
import { readTheme } from "../scripts/theme.js";
import type { BenchData, Seen, TimelineBench } from "./timeline-dom-page.ts";
import { createBenchItem, createBenchViews } from "./timeline-items.ts";

// Mounts a timeline of 100,000 items of 20 templates in Chromium, every third of them opened, and scrolls through it in every way. Fails
// where more than a hundred items are in the page, or a task of the scrolling takes more than 50 ms.

const count = Number(process.argv[2] ?? 100_000);
/** Items with records of their own; the others share them. */
const samples = 1_000;
const mostItems = 100;

async function bundlePage(): Promise<string> {
  const bundle = await rolldown({ input: "bench/timeline-dom-page.ts", platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

function createData(): BenchData {
  const views = createBenchViews()
    .all()
    .map(({ template, ...view }) => {
      const result = template();
      if (!result.ok) throw new Error(`${view.name} has errors`);
      return { ...view, program: result.template.program };
    });
  const items = Array.from({ length: samples }, (_, n) => createBenchItem(n));
  return { views, items, count, newest: Date.parse("2026-10-14T09:00:00Z") };
}

async function call<Name extends keyof TimelineBench>(
  page: Page,
  name: Name,
  ...args: Parameters<TimelineBench[Name]>
): Promise<Awaited<ReturnType<TimelineBench[Name]>>> {
  const run = ([method, given]: [string, readonly unknown[]]) =>
    (globalThis as unknown as { timelineBench: Record<string, (...all: readonly unknown[]) => unknown> }).timelineBench[method]?.(...given);
  return (await page.evaluate(run, [name, args] as [string, readonly unknown[]])) as Awaited<ReturnType<TimelineBench[Name]>>;
}

async function readHeap(client: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 2 ** 20;
}

async function wheel(page: Page, times: number, by: number): Promise<Seen> {
  for (let turn = 0; turn < times; turn++) await page.mouse.wheel(0, by);
  await page.waitForTimeout(500);
  return call(page, "take");
}

async function press(page: Page, key: string, times: number): Promise<Seen> {
  for (let turn = 0; turn < times; turn++) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  return call(page, "take");
}

const folder = mkdtempSync(join(tmpdir(), "kview-bench-"));
const context = await chromium.launchPersistentContext(folder, {
  executablePath: chromiumPath,
  args: chromiumFlags,
  viewport: { width: 800, height: 900 },
});
try {
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.route("**/*", (route) =>
    route.fulfill({ status: 200, contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.setContent(`<!doctype html><html lang="en"><title>Host</title><style>${readTheme()}
    html, body { height: 100%; margin: 0; } #place { height: 100%; }</style><div id="place"></div>`);
  await page.addScriptTag({ content: await bundlePage() });
  const client = await context.newCDPSession(page);
  await client.send("Performance.enable");
  await call(page, "prepare", JSON.stringify(createData()));
  const before = await readHeap(client);
  const mounted = await call(page, "mount");
  const after = await readHeap(client);
  await call(page, "take");
  await page.mouse.move(400, 500);

  const rows: [string, Seen][] = [];
  const time = async (name: string, run: () => Promise<Seen>) => rows.push([name, await run()]);
  await time("wheel down, 200 turns of 400 px", () => wheel(page, 200, 400));
  await time("wheel up, 100 turns of 400 px", () => wheel(page, 100, -400));
  await time("120 px in each of 600 frames", () => call(page, "glide", 600, 120));
  await time("2,000 px in each of 300 frames", () => call(page, "glide", 300, 2_000));
  await time("the same upwards", () => call(page, "glide", 300, -2_000));
  await time("from end to end in 400 leaps", () => call(page, "leap", 400));
  await page.locator(".kv-item-head[tabindex='0']").focus();
  await time("Arrow Down, 200 times", () => press(page, "ArrowDown", 200));
  await time("Page Up, 100 times", () => press(page, "PageUp", 100));
  await time("Home and End, 10 times", async () => {
    for (let turn = 0; turn < 10; turn++) {
      await page.keyboard.press("Home");
      await page.keyboard.press("End");
    }
    return press(page, "Home", 1);
  });
  const searches = [
    await call(page, "search", "777"),
    await call(page, "search", "flight 12"),
    await call(page, "search", "no such thing"),
  ];
  const scrolled = await readHeap(client);
  await call(page, "unmount");
  const left = await readHeap(client);

  console.log(`${count.toLocaleString("en-US")} items of 20 templates, every third opened.\n`);
  console.log(`Mounted in ${mounted.script.toFixed(0)} ms of script; all in sight is shown after ${mounted.shown.toFixed(0)} ms.\n`);
  console.log(
    "| what | frames | longest frame, ms | tasks above 50 ms | most items | most cards |\n| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const [name, seen] of rows)
    console.log(
      `| ${[name, seen.frames, seen.longestFrame.toFixed(0), describeTasks(seen), seen.mostItems, seen.mostCards].join(" | ")} |`,
    );
  console.log("\n| search | first, ms | all, ms | says | tasks above 50 ms |\n| --- | ---: | ---: | --- | ---: |");
  for (const [index, name] of ["first, texts are made", "second", "third"].entries()) {
    const { first, all, said, ...seen } = searches[index] as (typeof searches)[number];
    console.log(`| ${[name, first.toFixed(0), all.toFixed(0), said, describeTasks(seen)].join(" | ")} |`);
  }
  const heap = { "with the items": before, mounted: after, "scrolled and searched": scrolled, unmounted: left };
  console.log(`\n| heap | MB |\n| --- | ---: |`);
  for (const [name, size] of Object.entries(heap)) console.log(`| ${name} | ${size.toFixed(1)} |`);
  const wrong = rows.filter(([, { longTasks, mostItems: items }]) => longTasks.length > 0 || items > mostItems);
  if (wrong.length > 0) {
    console.error(`\nbeyond what may be: ${wrong.map(([name]) => name).join("; ")}`);
    process.exitCode = 1;
  }
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}

function describeTasks({ longTasks }: Pick<Seen, "longTasks">): string {
  return longTasks.length === 0 ? "0" : `${longTasks.length} (longest ${Math.max(...longTasks).toFixed(0)})`;
}
