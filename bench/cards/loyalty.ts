import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";
import { capitalize } from "./words.ts";

const tiers = { bronze: 0, silver: 1_000, gold: 5_000 } as const;

export const loyaltyCard = defineCard({
  name: "loyalty",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { tierStr: n % 2 === 0 ? "silver" : "bronze", pointsNum: (n * 37) % 6_000 },
      data: { gains: Array.from({ length: 3 }, (_, i) => ({ day: `${1 + i} May`, points: 10 + ((n + i) % 50), reason: "order" })) },
    },
  }),
  byHand: ({ customer, kobject }) => {
    const { tierStr, pointsNum } = kobject.custom;
    const next = pointsNum < tiers.silver ? "silver" : pointsNum < tiers.gold ? "gold" : undefined;
    let gains = "";
    for (const { day, points, reason } of kobject.data.gains) gains += `<li>${escapeText(day)}: +${points} (${escapeText(reason)})</li>`;
    return `<div class="kv-container kv-padded"><div class="kv-grid"><div class="kv-column kv-column-four"><div class="kv-field"><div class="kv-field-label">Tier</div><div class="kv-field-value">${escapeText(capitalize(tierStr))}</div></div></div><div class="kv-column kv-column-six"><div class="kv-field"><div class="kv-field-label">Points</div><div class="kv-field-value">${pointsNum}</div></div></div><div class="kv-column kv-column-six"><div class="kv-field"><div class="kv-field-label">Member</div><div class="kv-field-value">${escapeText(customer.name)}</div></div></div></div>${next === undefined ? "<p>The highest tier</p>" : `<p>${tiers[next] - pointsNum} points to ${next}</p>`}<ol>${gains}</ol></div>`;
  },
});
