import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

const toLength = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export const callLogCard = defineCard({
  name: "call-log",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {},
      data: {
        calls: Array.from({ length: 1 + (n % 5) }, (_, i) => ({
          id: `call-${n}-${i}`,
          agent: `Agent ${(n + i) % 30}`,
          inbound: (n + i) % 2 === 0,
          missed: (n + i) % 4 === 0,
          seconds: (n * 17 + i * 61) % 900,
        })),
      },
    },
  }),
  byHand: ({ kobject }) => {
    let rows = "";
    let sum = 0;
    for (const { agent, inbound, missed, seconds } of kobject.data.calls) {
      sum += seconds;
      rows += `${missed ? '<tr class="missed">' : "<tr>"}<td>${escapeText(agent)}</td><td>${inbound ? "in" : "out"}</td><td>${missed ? "missed" : toLength(seconds)}</td></tr>`;
    }
    return `<div class="kv-segment"><table class="calls"><thead><tr><th>Who</th><th>Way</th><th>Length</th></tr></thead><tbody>${rows}</tbody></table><div class="kv-row"><div class="kv-row-label">In all</div><div class="kv-row-value">${toLength(sum)}</div></div></div>`;
  },
});
