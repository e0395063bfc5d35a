import { parseFragment, serialize } from "parse5";
import { describe, expect, it } from "vitest";
import { renderTimeline } from "../../src/html.ts";
import { readAll, readTimelineCases, toLines, writeTimelineGolden } from "./timeline-case.ts";

describe.each(readTimelineCases())("$name", (one) => {
  const render = async () => {
    const told: string[] = [];
    const onDiagnostic: typeof one.options.onDiagnostic = ({ severity, code, message }, { item, view }) =>
      told.push(`${severity} ${code} in ${[item, view].filter((part) => part !== undefined).join(", ") || "all"}: ${message}\n`);
    const html = await readAll(renderTimeline(one.items, { ...one.options, onDiagnostic }));
    return { html, told: told.join("") };
  };

  it("gives the golden HTML and diagnostics", async () => {
    const { html, told } = await render();
    if (process.env.UPDATE === "1") writeTimelineGolden(one.name, toLines(html), told);
    else expect([toLines(html), told]).toEqual([one.html, one.diagnostics]);
  });

  it("gives the same bytes twice, and from the array turned round", async () => {
    const { html } = await render();
    expect((await render()).html).toBe(html);
    const ordered = [...one.items].sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime());
    expect(await readAll(renderTimeline(ordered, { ...one.options, sorted: true }))).toBe(html);
  });

  it("is markup that a parser reads as it was meant", async () => {
    const { html } = await render();
    const parsed = serialize(parseFragment(html));
    expect(parsed).toBe(serialize(parseFragment(parsed)));
    const count = (text: string, what: string) => text.split(what).length;
    for (const what of ["<article", "<details", "<summary", "<script", "</section>"]) expect(count(parsed, what)).toBe(count(html, what));
    expect(parsed).not.toContain("<script");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
