import { readFileSync } from "node:fs";
import { renderToString } from "../src/html.ts";
import { compile } from "../src/index.ts";
import { createOrder, toBag } from "./order-data.ts";

const result = compile(readFileSync("bench/order-card.kview.jsx", "utf8"));
if (!result.ok) throw new Error("the benchmark's card does not compile");
const { template } = result;

/** Orders that cards are rendered of. */
export const orders = Array.from({ length: 200 }, (_, n) => createOrder(n));
const bags = orders.map(toBag);

/** Renders one order card. Bundled twice: with the guards of the engine, and without. */
export function renderCard(n: number): string {
  return renderToString(template, bags[n % bags.length] as (typeof bags)[number]);
}
