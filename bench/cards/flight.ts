import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

const towns = ["ARN", "OSL", "LIS", "HAM"] as const;

export const flightCard = defineCard({
  name: "flight",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { bookingStr: `sky${n}`, seatStr: `${1 + (n % 30)}C`, bagsNum: n % 3 },
      data: {
        legs: Array.from({ length: 1 + (n % 3) }, (_, i) => ({
          from: towns[(n + i) % 4] as string,
          to: towns[(n + i + 1) % 4] as string,
          number: `SK ${100 + n + i}`,
          delay: ((n + i) % 3) * 10,
        })),
      },
    },
  }),
  byHand: ({ customer, kobject }) => {
    const flight = kobject.custom;
    let legs = "";
    for (const { from, to, number, delay } of kobject.data.legs) {
      legs += `<div class="leg"><b>${escapeText(from)}</b> - <b>${escapeText(to)}</b> ${escapeText(number)}${delay > 0 ? `<span class="kv-pill kv-pill-alert">${delay} min late</span>` : '<span class="kv-pill kv-pill-success">On time</span>'}</div>`;
    }
    return `<div class="kv-container"><div class="kv-field"><div class="kv-field-label">Booking</div><div class="kv-field-value">${escapeText(flight.bookingStr.toUpperCase())}</div></div><div class="kv-field"><div class="kv-field-label">Passenger</div><div class="kv-field-value">${escapeText(customer.name)}</div></div>${legs}<div class="kv-field"><div class="kv-field-label">Seat</div><div class="kv-field-value">${escapeText(flight.seatStr)}</div></div><div class="kv-field"><div class="kv-field-label">Bags</div><div class="kv-field-value">${flight.bagsNum}</div></div></div>`;
  },
});
