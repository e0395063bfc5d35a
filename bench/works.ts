import { readFileSync } from "node:fs";
import { cards } from "./cards/cards.ts";
import { shuffle } from "./interleave.ts";
import { createLive } from "./live-data.ts";
import { createOrder } from "./order-data.ts";

/** What is rendered. */
export interface BenchWork {
  readonly name: WorkName;
  readonly title: string;
  /** Cards in one turn of an engine, where they are joined: what fits into a turn otherwise. */
  readonly times?: number;
  /** The cards of a turn are joined to one page. */
  readonly joined: boolean;
  /** Milliseconds of warming up, and of measuring, in each process. */
  readonly warmup: number;
  readonly span: number;
}

export type WorkName = "order" | "timeline" | "stateful" | "largest";

export const works: readonly BenchWork[] = [
  { name: "order", title: "Order card", joined: false, warmup: 1_200, span: 2_500 },
  {
    name: "timeline",
    title: "Timeline of 20 templates, shuffled, 10,000 cards joined",
    times: 10_000,
    joined: true,
    warmup: 2_000,
    span: 5_000,
  },
  { name: "stateful", title: "Stateful card", joined: false, warmup: 800, span: 1_500 },
  { name: "largest", title: "Largest fixture template", joined: false, warmup: 1_000, span: 2_000 },
];

/** A card to be rendered: where its template is, and its records. */
export interface BenchInput {
  readonly template: string;
  readonly records: Readonly<Record<string, unknown>>;
}

const largest = "fixtures/wild/a-order-dashboard";
const recordsOfTimeline = 2_000;

/** What each work renders, the `n`th card being the `n`th of these, over and over. */
export const inputs: Readonly<Record<WorkName, () => readonly BenchInput[]>> = {
  order: () => createOrders().map((records) => ({ template: "bench/order-card.kview.jsx", records: { ...records } })),
  timeline: () =>
    createTimeline().map(({ card, records }) => ({ template: `bench/cards/${card.name}.kview.jsx`, records: { ...records } })),
  stateful: () => createLives().map((records) => ({ template: "bench/live-card.kview.jsx", records: { ...records } })),
  largest: () => [
    {
      template: `${largest}/template.kview.jsx`,
      records: JSON.parse(readFileSync(`${largest}/data.json`, "utf8")) as BenchInput["records"],
    },
  ],
};

export const createOrders = () => Array.from({ length: 200 }, (_, n) => createOrder(n));
export const createLives = () => Array.from({ length: 200 }, (_, n) => createLive(n));

/** Records of 20 templates in an order that is chance, but always the same. */
export function createTimeline() {
  const items = Array.from({ length: recordsOfTimeline }, (_, n) => {
    const card = cards[n % cards.length] as (typeof cards)[number];
    return { card, records: card.create(n) };
  });
  return shuffle(items, createRandom());
}

/** Numbers from 0 to 1 (a linear congruence), the same in every process. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
