import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toInstant } from "./dates.ts";
import { toCustomer } from "./records.ts";

export const warrantyCard = defineCard({
  name: "warranty",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        serialStr: `SN-${70_000 + n}`,
        boughtAt: new Date(1_700_000_000_000 + n * 3_660_000).toISOString(),
        endsAt: new Date(1_770_000_000_000 + n * 3_660_000).toISOString(),
        extendedBool: n % 2 === 0,
        dealerStr: `Fjell & Vidde ${n % 20}`,
      },
      data: { repairs: Array.from({ length: n % 3 }, (_, i) => `sole ${i + 1}`) },
    },
  }),
  byHand: ({ kobject }) => {
    const warranty = kobject.custom;
    return `<div class="kv-container"><div class="kv-field"><div class="kv-field-label">Serial</div><div class="kv-field-value kv-formatted">${escapeText(warranty.serialStr)}</div></div><div class="kv-field"><div class="kv-field-label">Bought</div><div class="kv-field-value kv-formatted">${toInstant(new Date(warranty.boughtAt))}</div></div><div class="kv-field"><div class="kv-field-label">Ends</div><div class="kv-field-value kv-formatted">${toInstant(new Date(warranty.endsAt))}</div></div><div class="kv-field"><div class="kv-field-label">Extended</div><div class="kv-field-value kv-formatted">${warranty.extendedBool ? "Yes" : "No"}</div></div><div class="kv-field"><div class="kv-field-label">Dealer</div><div class="kv-field-value">${escapeText(warranty.dealerStr)}</div></div><div class="kv-field"><div class="kv-field-label">Repairs</div><div class="kv-field-value">${escapeText(kobject.data.repairs.join(", ") || "none")}</div></div></div>`;
  },
});
