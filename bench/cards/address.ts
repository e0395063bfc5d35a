import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";
import { toTitle } from "./words.ts";

export const addressCard = defineCard({
  name: "address",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { kindStr: n % 2 === 0 ? "home_address" : "work" },
      data: {
        address: {
          line1: `Götgatan ${n % 90}`,
          line2: n % 3 === 0 ? `c/o Smith & ${n}` : "",
          zip: `11${n % 10} 20`,
          city: "Stockholm",
          country: "Sweden",
          confirmed: n % 2 === 0,
        },
      },
    },
  }),
  byHand: ({ kobject }) => {
    const { line1, line2, zip, city, country, confirmed } = kobject.data.address;
    const town = `${zip} ${city}`;
    let lines = line1 ? `<span>${escapeText(line1)}<br></span>` : "";
    if (line2) lines += `<span>${escapeText(line2)}<br></span>`;
    lines += `<span>${escapeText(town)}<br></span>`;
    if (country) lines += `<span>${escapeText(country)}<br></span>`;
    return `<div class="kv-segment" style="margin-top:15px"><address>${lines}</address><div class="kv-field"><div class="kv-field-label">Kind</div><div class="kv-field-value">${escapeText(toTitle(kobject.custom.kindStr))}</div></div><div class="kv-field"><div class="kv-field-label">Confirmed</div><div class="kv-field-value">${confirmed ? "yes" : "no"}</div></div><a href="https://maps.example/?q=${encodeURIComponent(town)}">Map</a></div>`;
  },
});
