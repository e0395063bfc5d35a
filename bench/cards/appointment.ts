import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toClock, toDay } from "./dates.ts";
import { toCustomer } from "./records.ts";

export const appointmentCard = defineCard({
  name: "appointment",
  create: (n) => ({
    customer: { ...toCustomer(n), custom: n % 4 === 0 ? {} : ({ advisorStr: `Advisor ${n % 12}` } as { readonly advisorStr?: string }) },
    kobject: {
      custom: {
        titleStr: n % 2 === 0 ? "Boot fitting" : "Ski service",
        startsAt: new Date(1_790_000_000_000 + n * 5_400_000).toISOString(),
        placeStr: `Room ${n % 9}`,
        confirmedBool: n % 3 !== 0,
      },
      data: {},
    },
  }),
  byHand: ({ customer, kobject }) => {
    const visit = kobject.custom;
    const starts = new Date(visit.startsAt);
    return `<div class="kv-segment"><h3>${escapeText(visit.titleStr)}</h3><div class="kv-field"><div class="kv-field-label">Day</div><div class="kv-field-value">${toDay(starts)}</div></div><div class="kv-field"><div class="kv-field-label">Time</div><div class="kv-field-value">${toClock(starts)}</div></div><div class="kv-field"><div class="kv-field-label">Where</div><div class="kv-field-value">${escapeText(visit.placeStr)}</div></div><div class="kv-field"><div class="kv-field-label">With</div><div class="kv-field-value">${escapeText(customer.custom.advisorStr ?? "nobody yet")}</div></div>${visit.confirmedBool ? '<span class="kv-pill kv-pill-success">Confirmed</span>' : '<span class="kv-pill kv-pill-alert">Not confirmed</span>'}</div>`;
  },
});
