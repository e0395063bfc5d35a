import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

export const paymentCard = defineCard({
  name: "payment",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        amountNum: 20 + (n % 300) / 4,
        currencyStr: "SEK",
        brandStr: n % 2 === 0 ? "visa" : "mastercard",
        lastFourStr: String(1_000 + (n % 9_000)),
      },
      data: { attempts: Array.from({ length: 1 + (n % 4) }, (_, i) => ({ id: `at-${n}-${i}`, ok: i === n % 4, code: "do_not_honor" })) },
    },
  }),
  byHand: ({ kobject }) => {
    const { amountNum, currencyStr, brandStr, lastFourStr } = kobject.custom;
    const { attempts } = kobject.data;
    let failed = 0;
    let rows = "";
    for (const { id, ok, code } of attempts) {
      if (ok) continue;
      failed++;
      rows += `<div class="failed">${escapeText(id)}: <code>${escapeText(code)}</code></div>`;
    }
    const last = attempts[attempts.length - 1];
    return `<div class="kv-container"><div class="kv-field"><div class="kv-field-label">Amount</div><div class="kv-field-value">${amountNum.toFixed(2)} ${escapeText(currencyStr)}</div></div><div class="kv-field"><div class="kv-field-label">Card</div><div class="kv-field-value">${escapeText(brandStr.charAt(0).toUpperCase() + brandStr.slice(1))} ending in ${escapeText(lastFourStr)}</div></div><div class="kv-field"><div class="kv-field-label">Attempts</div><div class="kv-field-value">${attempts.length}</div></div>${failed > 0 ? `<details><summary>${failed} failed</summary>${rows}</details>` : ""}${last?.ok ? '<span class="kv-pill kv-pill-success">Paid</span>' : '<span class="kv-pill kv-pill-danger">Open</span>'}</div>`;
  },
});
