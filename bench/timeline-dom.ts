import type { CDPSession, Page } from "playwright-core";
import { readTheme } from "../scripts/theme.js";
import { bundlePage, readHeld, withPage } from "./chromium-page.ts";
import type { BenchData, Seen, TimelineBench } from "./timeline-dom-page.ts";
import { createBenchItem, createBenchViews } from "./timeline-items.ts";

// Mounts a timeline of 100,000 items of 20 templates in Chromium, every third of them opened, and scrolls through it in every way. Fails
// where more than a hundred items are in the page, or a task of the scrolling takes the processor more than 50 ms. What a clock on the
// wall says of tasks and frames stands beside it: on a machine with other things to do it is more.

const count = Number(process.argv[2] ?? 100_000);
/** Items with records of their own; the others share them. */
const samples = 1_000;
const mostItems = 100;

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

const readHeap = async (client: CDPSession) => (await readHeld(client))("JSHeapUsedSize") / 2 ** 20;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Runs something; gives what it gives and the milliseconds of the processor that each task of the page's main thread took. */
async function trace<T>(client: CDPSession, run: () => Promise<T>): Promise<{ readonly result: T; readonly tasks: readonly number[] }> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  client.on("Tracing.dataCollected", take);
  await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel"] } });
  const result = await run();
  const ended = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await ended;
  client.off("Tracing.dataCollected", take);
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = (event: TraceEvent) => event.name === "thread_name" && event.args.name === "CrRendererMain";
  const main = new Set(events.filter(isMain).map(threadOf));
  const tasks = events.filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && main.has(threadOf(event)));
  if (tasks.length === 0) throw new Error("the trace holds no tasks");
  return { result, tasks: tasks.map(({ tdur = 0 }) => tdur / 1_000) };
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

const html = `<!doctype html><html lang="en"><title>Host</title><style>${readTheme()}
  html, body { height: 100%; margin: 0; } #place { height: 100%; }</style><div id="place"></div>`;

async function play(page: Page, client: CDPSession): Promise<void> {
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.route("**/*", (route) =>
    route.fulfill({ status: 200, contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await call(page, "prepare", JSON.stringify(createData()));
  const before = await readHeap(client);
  const mounting = await trace(client, () => call(page, "mount"));
  const after = await readHeap(client);
  await call(page, "take");
  await page.mouse.move(400, 500);

  const rows: (Seen & { readonly name: string; readonly tasks: readonly number[] })[] = [];
  const time = async (name: string, run: () => Promise<Seen>) => {
    const { result, tasks } = await trace(client, run);
    rows.push({ ...result, name, tasks });
  };
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
  const searches = [];
  for (const text of ["777", "flight 12", "no such thing"]) searches.push(await trace(client, () => call(page, "search", text)));
  const scrolled = await readHeap(client);
  await call(page, "unmount");
  const left = await readHeap(client);

  const { script, shown } = mounting.result;
  console.log(`${count.toLocaleString("en-US")} items of 20 templates, every third opened.\n`);
  console.log(`Mounted in ${script.toFixed(0)} ms of script, the longest task ${longest(mounting.tasks)} ms; all in sight is shown after`);
  console.log(`${shown.toFixed(0)} ms.\n`);
  console.log("| what | frames | most items | most cards | longest task | tasks above 50 ms | by the wall | longest frame |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { name, frames, mostItems: items, mostCards, tasks, longTasks, longestFrame } of rows)
    print([name, frames, items, mostCards, longest(tasks), tooLong(tasks).length, longTasks.length, longestFrame.toFixed(0)]);
  console.log(
    "\n| search | says | first shown | all shown | longest task | tasks above 50 ms |\n| --- | --- | ---: | ---: | ---: | ---: |",
  );
  for (const [index, name] of ["first: texts are made", "second", "third"].entries()) {
    const { result, tasks } = searches[index] as (typeof searches)[number];
    print([name, result.said, result.first.toFixed(0), result.all.toFixed(0), longest(tasks), tooLong(tasks).length]);
  }
  const heap = { "with the items": before, mounted: after, "scrolled and searched": scrolled, unmounted: left };
  console.log("\n| heap | MB |\n| --- | ---: |");
  for (const [name, size] of Object.entries(heap)) print([name, size.toFixed(1)]);
  const wrong = rows.filter(({ tasks, mostItems: items }) => tooLong(tasks).length > 0 || items > mostItems);
  if (wrong.length > 0) {
    console.error(`\nbeyond what may be: ${wrong.map(({ name }) => name).join("; ")}`);
    process.exitCode = 1;
  }
}

function print(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}

function longest(tasks: readonly number[]): string {
  return tasks.reduce((most, task) => Math.max(most, task), 0).toFixed(0);
}

function tooLong(tasks: readonly number[]): readonly number[] {
  return tasks.filter((task) => task > 50);
}

await withPage(await bundlePage("bench/timeline-dom-page.ts"), play, html);
