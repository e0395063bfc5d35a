import { escapeText } from "../../src/runtime/escape.ts";
import type { Render } from "../consume.ts";
import type { LiveData } from "../live-data.ts";
import { createLives, createOrders, createTimeline } from "../works.ts";
import { renderByHand } from "./order-by-hand.ts";

/** Concatenation by hand, for every work but the largest template. */
export const byHand: Readonly<Record<"order" | "timeline" | "stateful", () => Render>> = {
  order: () => {
    const orders = createOrders();
    return (n) => renderByHand(orders[n % orders.length] as (typeof orders)[number]);
  },
  timeline: () => {
    const items = createTimeline();
    return (n) => {
      const { card, records } = items[n % items.length] as (typeof items)[number];
      return card.byHand(records);
    };
  },
  stateful: () => {
    const lives = createLives();
    return (n) => renderLiveByHand(lives[n % lives.length] as LiveData);
  },
};

/** The stateful card in its first state. */
function renderLiveByHand({ kobject }: LiveData): string {
  return `<div class="kv-segment"><div class="kv-field"><div class="kv-field-label">Order</div><div class="kv-field-value">${escapeText(kobject.data.number)}</div></div><button type="button">Open</button><input value=""><small>0</small></div>`;
}
