import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";
import { capitalize } from "./words.ts";

const statuses = ["open", "paid", "overdue"] as const;
const colors = { open: "info", paid: "success", overdue: "danger" } as const;

export const invoiceCard = defineCard({
  name: "invoice",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        invoiceNumberStr: `R-${2_000 + n}`,
        statusStr: statuses[n % 3] as (typeof statuses)[number],
        totalNum: 119 + n,
        netNum: 100 + n,
        vatRateNum: 19,
        noteTxt: n % 2 === 0 ? "" : `Payable within ${n % 30} days & no later`,
      },
      data: {},
    },
  }),
  byHand: ({ kobject }) => {
    const { invoiceNumberStr, statusStr, totalNum, netNum, vatRateNum, noteTxt } = kobject.custom;
    const [whole, cents] = totalNum.toFixed(2).split(".");
    return `<div class="kv-container"><div style="display:flex;justify-content:space-between;margin-bottom:10px"><span style="font-size:24px;font-weight:600">$${whole}<small>.${cents}</small></span><span class="kv-pill kv-pill-${colors[statusStr]}">${escapeText(capitalize(statusStr))}</span></div><div class="kv-field"><div class="kv-field-label">Invoice</div><div class="kv-field-value">${escapeText(invoiceNumberStr)}</div></div><div class="kv-field"><div class="kv-field-label">Net</div><div class="kv-field-value">$${netNum.toFixed(2)}</div></div><div class="kv-field"><div class="kv-field-label">VAT ${vatRateNum} %</div><div class="kv-field-value">$${(totalNum - netNum).toFixed(2)}</div></div>${noteTxt ? `<p class="note">${escapeText(noteTxt)}</p>` : ""}</div>`;
  },
});
