import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer, toGoods } from "./records.ts";
import { capitalize } from "./words.ts";

export const orderLinesCard = defineCard({
  name: "order-lines",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { orderNumberStr: `FV-${10_000 + n}`, statusStr: n % 3 === 0 ? "pending" : "paid" },
      data: {
        lines: Array.from({ length: 2 + (n % 4) }, (_, i) => ({
          ...toGoods(n + i),
          quantity: 1 + ((n + i) % 3),
          price: 5 + ((n * 7 + i) % 90),
        })),
      },
    },
  }),
  byHand: ({ kobject }) => {
    const { orderNumberStr, statusStr } = kobject.custom;
    const { lines } = kobject.data;
    let rows = "";
    let total = 0;
    for (const { name, quantity, price } of lines) {
      const amount = price * quantity;
      total += amount;
      rows += `<tr><td>${escapeText(name)}</td><td align="right">${quantity}</td><td align="right">$${amount.toFixed(2)}</td></tr>`;
    }
    return `<div class="kv-container kv-padded"><div class="kv-grid"><div class="kv-column kv-column-eight"><div class="kv-field"><div class="kv-field-label">Order</div><div class="kv-field-value">${escapeText(orderNumberStr)}</div></div></div><div class="kv-column kv-column-eight"><div class="kv-field"><div class="kv-field-label">Status</div><div class="kv-field-value"><span class="kv-pill kv-pill-${statusStr === "paid" ? "success" : "alert"}">${escapeText(capitalize(statusStr))}</span></div></div></div></div><table><tbody>${rows}<tr style="font-weight:600"><td colspan="2">Total</td><td align="right">$${total.toFixed(2)}</td></tr></tbody></table></div>`;
  },
});
