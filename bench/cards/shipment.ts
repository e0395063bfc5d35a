import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";
import { toSentence } from "./words.ts";

const steps = ["packed", "handed_over", "in_transit", "out_for_delivery", "delivered"] as const;
const titles = ["Packed", "Handed Over", "In Transit", "Out For Delivery", "Delivered"] as const;
const places = ["Hamburg", "", "Malmö"] as const;

export const shipmentCard = defineCard({
  name: "shipment",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        carrierStr: n % 2 === 0 ? "FjordPost" : "Nordic & Sons",
        weightNum: 1 + (n % 12),
        trackingNumberStr: `FP${9_000_000 + n}`,
        trackingUrl: `https://track.example/${n}?a=1&b=2`,
        statusStr: steps[n % 5] as string,
        expectedStr: `${1 + (n % 28)} November`,
        signedByStr: n % 5 === 4 ? `M. Lindqvist ${n}` : "",
      },
      data: {
        events: Array.from({ length: n % 5 }, (_, i) => ({
          dayStr: `${1 + i} November`,
          text: `Scanned <${i}>`,
          place: places[(n + i) % 3] as string,
        })),
      },
    },
  }),
  byHand: ({ kobject }) => {
    const shipment = kobject.custom;
    const { events } = kobject.data;
    const reached = (steps as readonly string[]).indexOf(shipment.statusStr);
    let bars = "";
    for (let i = 0; i < steps.length; i++) {
      bars += `<div title="${titles[i]}" style="flex:1;height:6px;border-radius:3px;background:${i <= reached ? "#00732e" : "var(--background-tertiary-color)"}"></div>`;
    }
    let scans = "";
    for (const { dayStr, text, place } of events) {
      scans += `<div style="display:flex;gap:10px;padding:4px 0"><span style="width:110px;flex-shrink:0;color:var(--font-secondary-color)">${escapeText(dayStr)}</span><span>${escapeText(text)}${place ? `, ${escapeText(place)}` : ""}</span></div>`;
    }
    return `<div class="kv-container"><div class="kv-grid"><div class="kv-column kv-column-eight"><div class="kv-field"><div class="kv-field-label">Carrier</div><div class="kv-field-value">${escapeText(shipment.carrierStr)}</div></div><div class="kv-field"><div class="kv-field-label">Weight</div><div class="kv-field-value">${shipment.weightNum} kg</div></div></div><div class="kv-column kv-column-eight"><div class="kv-field"><div class="kv-field-label">Tracking number</div><div class="kv-field-value"><a href="${escapeText(shipment.trackingUrl)}">${escapeText(shipment.trackingNumberStr)}</a></div></div></div></div><div style="display:flex;gap:4px;margin:10px 0 5px">${bars}</div><div style="display:flex;justify-content:space-between"><strong>${escapeText(toSentence(shipment.statusStr))}</strong>${shipment.statusStr !== "delivered" ? `<span>expected ${escapeText(shipment.expectedStr)}</span>` : ""}</div>${events.length === 0 ? "<p>No scans yet.</p>" : `<section>${scans}</section>`}${shipment.signedByStr ? `<div class="kv-field"><div class="kv-field-label">Signed by</div><div class="kv-field-value">${escapeText(shipment.signedByStr)}</div></div>` : ""}</div>`;
  },
});
