import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

const priorities = ["none", "low", "normal", "high", "urgent"] as const;

export const ticketCard = defineCard({
  name: "ticket",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      title: `The zip of my jacket is stuck (${n})`,
      custom: {
        ticketNumberStr: `T-${n}`,
        priorityNum: n % 5,
        teamStr: n % 2 === 0 ? "Repairs" : "Front desk",
        replyCountNum: n % 7,
        lastReplyTxt: `Hello, it's still stuck. I tried soap & patience. ${n}`,
      },
      data: { tags: ["jacket", "zip", `batch-${n % 12}`] },
    },
  }),
  byHand: ({ customer, kobject }) => {
    const ticket = kobject.custom;
    let tags = "";
    for (const tag of kobject.data.tags) tags += `<span class="tag">${escapeText(tag)}</span>`;
    return `<div class="kv-container"><h4>${escapeText(kobject.title)}</h4><div class="kv-row"><div class="kv-row-label">Opened by</div><div class="kv-row-value">${escapeText(customer.name)}</div></div><div class="kv-row"><div class="kv-row-label">Priority</div><div class="kv-row-value"><span class="kv-pill kv-pill-${ticket.priorityNum > 2 ? "danger" : "neutral"}">${priorities[ticket.priorityNum]}</span></div></div><div class="kv-row"><div class="kv-row-label">Team</div><div class="kv-row-value">${escapeText(ticket.teamStr)}</div></div><div class="kv-row"><div class="kv-row-label">Replies</div><div class="kv-row-value">${ticket.replyCountNum}</div></div><div>${tags}</div><blockquote>${escapeText(ticket.lastReplyTxt)}</blockquote><button type="button" class="kv-button kv-button-primary kv-button-small">Take it</button></div>`;
  },
});
