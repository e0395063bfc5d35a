import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer, toGoods } from "./records.ts";
import { toTitle } from "./words.ts";

export const refundCard = defineCard({
  name: "refund",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        refundNumberStr: `RF-${n}`,
        orderNumberStr: `FV-${10_000 + n}`,
        reasonStr: n % 2 === 0 ? "wrong_size" : "damaged_in_transit",
        methodStr: n % 3 === 0 ? null : "voucher",
        amountNum: 10 + (n % 70) * 1.25,
        currencyStr: "EUR",
        approvedBool: n % 4 !== 0,
      },
      data: { lines: Array.from({ length: 4 }, (_, i) => ({ ...toGoods(n + i), quantity: 3, refunded: (n + i) % 3 })) },
    },
  }),
  byHand: ({ kobject }) => {
    const refund = kobject.custom;
    let list = "";
    for (const { name, quantity, refunded } of kobject.data.lines) {
      if (refunded > 0) list += `<li>${escapeText(name)}: ${refunded} of ${quantity}</li>`;
    }
    return `<div class="kv-container kv-padded"><div class="kv-row"><div class="kv-row-label">Refund</div><div class="kv-row-value">${escapeText(refund.refundNumberStr)}</div></div><div class="kv-row"><div class="kv-row-label">Order</div><div class="kv-row-value">${escapeText(refund.orderNumberStr)}</div></div><div class="kv-row"><div class="kv-row-label">Reason</div><div class="kv-row-value">${escapeText(toTitle(refund.reasonStr))}</div></div><div class="kv-row"><div class="kv-row-label">Method</div><div class="kv-row-value">${escapeText(refund.methodStr ?? "as paid")}</div></div><ul>${list}</ul><strong>${refund.amountNum.toFixed(2)} ${escapeText(refund.currencyStr)}</strong>${refund.approvedBool ? '<span class="kv-pill kv-pill-success">Approved</span>' : ""}</div>`;
  },
});
