import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

export const returnRequestCard = defineCard({
  name: "return-request",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        returnNumberStr: `RT-${n}`,
        itemCountNum: 1 + (n % 4),
        unopenedBool: n % 2 === 0,
        commentTxt: `The left one "squeaks" (${n})`,
        daysNum: n % 45,
        labelUrl: `https://returns.example/${n}.pdf`,
      },
      data: {},
    },
  }),
  byHand: ({ kobject }) => {
    const request = kobject.custom;
    const days = request.daysNum;
    const advice = days <= 14 ? "Refund in full" : days <= 30 ? "Refund as a voucher" : "Refer to the warranty";
    return `<div class="kv-container"><div class="kv-field"><div class="kv-field-label">Return Number</div><div class="kv-field-value kv-formatted">${escapeText(request.returnNumberStr)}</div></div><div class="kv-field"><div class="kv-field-label">Item Count</div><div class="kv-field-value kv-formatted">${request.itemCountNum}</div></div><div class="kv-field"><div class="kv-field-label">Unopened</div><div class="kv-field-value kv-formatted">${request.unopenedBool ? "Yes" : "No"}</div></div><div class="kv-field"><div class="kv-field-label">Comment</div><div class="kv-field-value kv-formatted">${escapeText(request.commentTxt)}</div></div><p style="color:${days > 30 ? "#9e181e" : "#00732e"}">${advice}, bought ${days} days ago</p><a href="${escapeText(request.labelUrl)}">Print the label</a></div>`;
  },
});
