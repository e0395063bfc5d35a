import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

export const chatCard = defineCard({
  name: "chat",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { summaryTxt: n % 2 === 0 ? "Asked for a size" : "Asked where the parcel is, and whether it can be sent to the neighbour" },
      data: {
        messages: Array.from({ length: 2 + (n % 5) }, (_, i) => ({
          id: `m-${n}-${i}`,
          direction: i % 2 === 0 ? "in" : "out",
          agent: `Agent ${n % 30}`,
          text: i % 3 === 0 ? `Is it < 5 days? (${n})` : "Let me see.",
        })),
      },
    },
  }),
  byHand: ({ customer, kobject }) => {
    const { messages } = kobject.data;
    const from = Math.max(0, messages.length - 4);
    let bubbles = "";
    for (let i = from; i < messages.length; i++) {
      const { direction, agent, text } = messages[i] as (typeof messages)[number];
      bubbles += `<p class="bubble bubble-${escapeText(direction)}"><b>${escapeText(direction === "in" ? customer.name : agent)}</b> ${escapeText(text)}</p>`;
    }
    const summary = kobject.custom.summaryTxt;
    return `<div class="chat">${from > 0 ? `<small>${from} earlier</small>` : ""}${bubbles}<footer>${escapeText(summary.length > 40 ? `${summary.slice(0, 37)}...` : summary)}</footer></div>`;
  },
});
