import { readFileSync } from "node:fs";
import { parse as parseBabel } from "@babel/parser";
import { parseFragment, serialize } from "parse5";
import { parserOptions } from "../src/compile/1-parse/parser-options.ts";
import { renderToString } from "../src/html.ts";
import { compile } from "../src/index.ts";
import { renderByHand } from "./hand-written.ts";
import { interleave, type Work } from "./interleave.ts";
import { createOrder, toBag } from "./order-data.ts";
import { renderByPreact } from "./preact-card.ts";

/** Microseconds by what was timed, of one process. */
export type Measurement = Readonly<Record<string, number>>;

const source = readFileSync("bench/order-card.kview.jsx", "utf8");

/** Times rendering: by hand, by us, by preact-render-to-string. Checks first that all three give the same card. */
export function measureRendering(): Measurement {
  const orders = Array.from({ length: 200 }, (_, n) => createOrder(n));
  const bags = orders.map(toBag);
  const coldStart = performance.now();
  const result = compile(source);
  if (!result.ok) throw new Error("the benchmark's card does not compile");
  const { template } = result;
  const bytes = renderToString(template, bags[0] as (typeof bags)[number]).length;
  const cold = (performance.now() - coldStart) * 1_000;
  orders.forEach((order, n) => {
    const byHand = canonical(renderByHand(order));
    for (const html of [renderToString(template, bags[n] as (typeof bags)[number]), renderByPreact(order)]) {
      if (canonical(html) !== byHand) throw new Error(`the cards differ:\n${byHand}\n${canonical(html)}`);
    }
  });
  const { micros } = interleave(
    new Map<string, Work>([
      ["hand", consume((n) => renderByHand(orders[n % 200] as (typeof orders)[number]))],
      ["kview", consume((n) => renderToString(template, bags[n % 200] as (typeof bags)[number]))],
      ["preact", consume((n) => renderByPreact(orders[n % 200] as (typeof orders)[number]))],
    ]),
    { warmup: 40, rounds: 60, times: 400 },
  );
  return { ...Object.fromEntries(micros), bytes, cold };
}

/** Times compiling against parsing alone, with the options that compiling parses with. No source is seen twice. */
export function measureCompiling(): Measurement {
  let count = 0;
  const next = () => `${source}\n// ${count++}`;
  const { micros } = interleave(
    new Map<string, Work>([
      ["parse", consume(() => String(parseBabel(next(), parserOptions).program.body.length))],
      ["compile", consume(() => String(compile(next()).ok))],
    ]),
    { warmup: 100, rounds: 100, times: 20 },
  );
  return Object.fromEntries(micros);
}

/** Makes a work of a function that gives text; a rope is flattened, as writing it anywhere would. */
function consume(make: (n: number) => string): Work {
  let n = 0;
  return (times) => {
    let sum = 0;
    for (let i = 0; i < times; i++) {
      const text = make(n++);
      sum += text.length + text.charCodeAt(text.length >> 1);
    }
    return sum;
  };
}

/** HTML without what no browser tells apart: spelling of attributes and entities, empty comments. */
function canonical(html: string): string {
  return serialize(parseFragment(html));
}
