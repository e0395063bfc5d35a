// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished } from "vitest";
import { mountInsights, type WorkspaceSubject } from "../../src/dom.ts";
import { renderInsights, type WorkspaceOptions } from "../../src/html.ts";
import type { Diagnostic } from "../../src/index.ts";
import { toComparable } from "../support/card.ts";
import { toDomHtml } from "../support/dom-html.ts";
import { type InsightsCase, readInsightsCases, writeInsightsGolden } from "./insights-case.ts";

const cases = readInsightsCases();
const update = process.env.UPDATE === "1";

function listen() {
  const found: string[] = [];
  const onDiagnostic = ({ severity, code, message }: Diagnostic, { view = "the panel" }: WorkspaceSubject) => {
    found.push(`${view}: ${severity} ${code}: ${message}\n`);
  };
  return { found, onDiagnostic };
}

/** One element of the panel a line, so that a golden page can be read. */
function toLines(html: string): string {
  return `${html.replace(/(?=<(section|details|summary|h2|h3|div|tr|li)\b)/g, "\n").trim()}\n`;
}

function render({ subject, options }: InsightsCase, others: Partial<WorkspaceOptions> = {}) {
  const { found, onDiagnostic } = listen();
  return { html: renderInsights(subject, { ...options, ...others, onDiagnostic }), found };
}

function mountCase({ subject, options }: InsightsCase) {
  const { found, onDiagnostic } = listen();
  const element = document.body.appendChild(document.createElement("div"));
  const panel = mountInsights(element, subject, { ...options, onDiagnostic });
  onTestFinished(() => {
    panel.unmount();
    element.remove();
  });
  return { element, found, panel };
}

/** The tree that a reader meets: without frames that are left out, without what is behind closed ones. */
function toTree(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const one of template.content.querySelectorAll(".kv-insights-card[hidden]")) one.remove();
  for (const one of template.content.querySelectorAll(".kv-insights-card:not([open]) > .kv-insights-body > *"))
    if (one.matches(".kv-insights-view")) one.replaceChildren();
    else one.remove();
  return toComparable({ html: template.innerHTML, diagnostics: [] });
}

describe.each(cases)("$name", (one) => {
  it("gives the golden page and diagnostics", () => {
    const { html, found } = render(one);
    if (update) writeInsightsGolden(one.name, toLines(html), found.join(""));
    else expect([toLines(html), found.join("")]).toEqual([one.html, one.diagnostics]);
  });

  it("gives the same again", () => {
    expect(render(one)).toEqual(render(one));
  });

  it("gives the same tree in the page, closed cards when they are opened", () => {
    const { html, found } = render(one);
    const mounted = mountCase(one);
    expect(toTree(toDomHtml(mounted.element))).toBe(toTree(html));
    for (const head of mounted.element.querySelectorAll<HTMLElement>(".kv-insights-card:not([open]) > .kv-insights-head")) head.click();
    const opened = html.replaceAll('<details class="kv-insights-card">', '<details class="kv-insights-card" open="">');
    expect(toTree(toDomHtml(mounted.element))).toBe(toTree(opened));
    expect(new Set(mounted.found)).toEqual(new Set(found));
    mounted.panel.unmount();
    expect(mounted.element.innerHTML).toBe("");
  });

  it("gives no id twice", () => {
    const ids = [...render(one).html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

it("writes a theme on the panel, not on its cards", () => {
  const one = cases.find(({ name }) => name === "insights-customer") as InsightsCase;
  const { html } = render(one, { theme: "device" });
  expect(html.match(/data-theme="[^"]*"/g)).toEqual(['data-theme="device"']);
  expect(html.startsWith('<section class="kv-insights" aria-labelledby="kv-insights" data-theme="device">')).toBe(true);
});
