import { parse } from "@babel/parser";
import { parserOptions } from "../../src/compile/1-parse/parser-options.ts";
import { renderToString } from "../../src/html.ts";
import { compile, createContext } from "../../src/index.ts";
import { consumeCards, joinCards, type Render } from "../consume.ts";
import { engines } from "../engines/engines.ts";
import { runSeveral } from "../fresh.ts";
import { interleave, shuffle, type Work } from "../interleave.ts";
import type { Report } from "../report.ts";
import { type Measurement, median, summarise, summariseNumber, summariseRatio } from "../statistics.ts";

const processes = 3;
const counts = [1_000, 10_000, 100_000];
const grown = engines.filter(({ name }) => ["hand", "closures", "module"].includes(name));
const elements = [1, 10, 100, 1_000];

const keyOf = (engine: string, count: number) => `${engine} ${count}`;

/** Times a timeline of more and more cards, joined to one page; microseconds a card. A small page is rendered as often as it takes to render many cards. */
export function measureCards(): Measurement {
  const works = grown.map(({ name, renders }) => [name, joinCards(renders.timeline?.() as Render)] as const);
  for (const [, work] of works) work(20_000);
  const samples = new Map(counts.flatMap((count) => grown.map(({ name }) => [keyOf(name, count), [] as number[]] as const)));
  const turns = counts.flatMap((count) => works.map(([name, work]) => ({ name, work, count })));
  for (let round = 0; round < 5; round++) {
    for (const { name, work, count } of shuffle([...turns])) {
      for (let again = 0; again < Math.min(10, 100_000 / count); again++) {
        const begin = performance.now();
        work(count);
        samples.get(keyOf(name, count))?.push(((performance.now() - begin) * 1_000) / count);
      }
    }
  }
  return Object.fromEntries([...samples].map(([key, values]) => [key, median(values)]));
}

/** Holds a page of so many cards, and measures what it holds: bytes a card. */
export function measureHeld(name: string, count: string): Measurement {
  const render = grown.find((engine) => engine.name === name)?.renders.timeline?.() as Render;
  const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});
  const warm = joinCards(render);
  warm(4_000);
  // What is weakly held goes the second time.
  collect();
  collect();
  const before = process.memoryUsage().heapUsed;
  const cards: string[] = [];
  for (let n = 0; n < Number(count); n++) {
    const card = render(n);
    // Flat: a rope would hold all its pieces.
    card.charCodeAt(card.length >> 1);
    cards.push(card);
  }
  collect();
  return { held: (process.memoryUsage().heapUsed - before) / cards.length };
}

/** Times templates of more and more elements; microseconds of rendering and of compiling, for an element. */
export function measureElements(): Measurement {
  const works = new Map<string, Work>();
  for (const count of elements) {
    const rows = Array.from({ length: count }, (_, i) => `<p title={kobject.custom.aStr}>${i}: {kobject.custom.bStr}</p>`);
    const source = `<div>${rows.join("\n")}</div>`;
    const result = compile(source);
    if (!result.ok) throw new Error("a template of the benchmark does not compile");
    const { template } = result;
    const bag = createContext({ resource: "kobject.card", kobject: { custom: { aStr: "a title", bStr: "Wax & brush" } } });
    works.set(
      keyOf("render", count),
      consumeCards(() => renderToString(template, bag)),
    );
    works.set(
      keyOf("compile", count),
      consumeCards((n) => String(compile(`${source}// ${n}`).ok)),
    );
    works.set(
      keyOf("parse", count),
      consumeCards((n) => String(parse(`${source}// ${n}`, parserOptions).end)),
    );
  }
  const { micros } = interleave(works, { warmup: 2_500, span: 4_000 });
  return Object.fromEntries([...micros].map(([key, value]) => [key, value / Number(key.split(" ")[1])]));
}

/** How time and memory of a card grow with the number of cards, and those of an element with the number of elements. */
export function growth(): Report {
  const runs = runSeveral<Measurement>(processes, "measure-cards", [], ["--max-old-space-size=4096"]);
  const held = (engine: string, count: number) =>
    summariseNumber(runSeveral<Measurement>(1, "measure-held", [engine, String(count)], ["--expose-gc"]), "held")?.median;
  const cardRows = grown.flatMap(({ name, title }) =>
    counts.map((count) => [
      title,
      count.toLocaleString("en-US"),
      summariseRatio(runs, keyOf(name, 1_000), keyOf(name, count)),
      summariseNumber(runs, keyOf(name, count))?.median,
      held(name, count),
    ]),
  );
  const templates = runSeveral<Measurement>(processes, "measure-elements");
  const ofTen = (what: string, count: number) => summariseRatio(templates, keyOf(what, count), keyOf(what, 10));
  const elementRows = elements.map((count) => [String(count), ...["render", "compile", "parse"].map((what) => ofTen(what, count))]);
  const rates = runs.map((run) => (run[keyOf("closures", 1_000)] ?? Number.NaN) / (run[keyOf("closures", 100_000)] ?? Number.NaN));
  return {
    tables: [
      {
        title: "Growth with the number of cards",
        head: ["engine", "cards of the timeline, joined", "cards a second ÷ at 1,000", "µs a card", "bytes held a card"],
        rows: cardRows,
      },
      {
        title: "Growth with the size of a template",
        head: ["elements", "rendering an element ÷ of 10", "compiling it", "parsing it with `@babel/parser` alone"],
        rows: elementRows,
      },
    ],
    found: {
      "growth: 100,000 ÷ 1,000": summarise(rates),
      "growth: 1,000 elements ÷ 10": ofTen("render", 1_000),
    },
  };
}
