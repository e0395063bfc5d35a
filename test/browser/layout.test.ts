import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderExample } from "../../scripts/render-example.ts";
import { readTheme } from "../../scripts/theme.js";
import { standardComponents } from "../../src/components/standard.ts";
import { pictureFonts } from "../pictures/scene.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";

/** Letters of twice their size, in places of the same width. */
const doubled = `:root { --kv-text-tiny: 22px; --kv-text-small: 24px; --kv-text-medium: 26px; --kv-text-large: 30px; --kv-text-huge: 36px; }`;

/** A place for each example, named after it. */
function formatPlaces(width: number, dir: string, css: string): string {
  const places = standardComponents.flatMap(({ name, examples }) =>
    examples.map(
      (source, index) =>
        `<div class="place" data-name="${name} ${index}" style="width:${width}px">${renderExample(`${name}-${index}`, source, "light")}</div>`,
    ),
  );
  return `<!doctype html><html lang="en" dir="${dir}"><title>Places</title><style>${readTheme()}${pictureFonts}${css}</style>${places.join("")}</html>`;
}

/** Runs in the page: names the examples that are wider than their place, and the elements in them whose text is cut off. */
function findFaults(): string[] {
  const scrolls = ".kv-table";
  // What ends in an ellipsis says so, and is whole for those who hear it.
  const cuts = ".kv-truncate, .kv-unseen, .kv-chart-value, .kv-chart-name, .kv-avatar, .kv-frame, .kv-image";
  const faults: string[] = [];
  for (const place of document.querySelectorAll<HTMLElement>(".place")) {
    const edge = place.getBoundingClientRect();
    for (const element of place.querySelectorAll<HTMLElement>("*")) {
      if (element.closest("svg") !== null || element.closest(cuts) !== null) continue;
      const box = element.getBoundingClientRect();
      const where = `${place.dataset.name}: ${element.tagName.toLowerCase()}.${element.className}`;
      // The root reaches 3 px over its place, for focus rings.
      const isOut = box.width > 0 && (box.right > edge.right + 3.5 || box.left < edge.left - 3.5);
      if (isOut && element.closest(scrolls) === null) faults.push(`${where} reaches out of its place`);
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX !== "visible" && !element.matches(scrolls) && element.scrollWidth > element.clientWidth) faults.push(`${where} is cut`);
      if (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) faults.push(`${where} is cut below`);
    }
  }
  return faults;
}

describe.skipIf(!hasChromium)("every component", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each([
    ["has its place in a panel of 280 px", 280, "ltr", ""],
    ["has it from the right to the left", 280, "rtl", ""],
    ["keeps its text whole where letters are twice as large", 480, "ltr", doubled],
    ["keeps it in a panel of 280 px", 280, "ltr", doubled],
  ])("%s", async (_, width, dir, css) => {
    const page = await browser.show(formatPlaces(width, dir, css));
    expect(await page.evaluate(findFaults)).toEqual([]);
  });
});
