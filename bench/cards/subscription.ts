import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

export const subscriptionCard = defineCard({
  name: "subscription",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        planStr: n % 2 === 0 ? "Touring" : "Touring & Alpine",
        priceNum: 9 + (n % 20),
        activeBool: n % 5 !== 0,
        usedNum: n % 31,
        quotaNum: 30,
        addonsObj: Array.from({ length: n % 3 }, (_, i) => `Add-on ${i}`),
      },
      data: {},
    },
  }),
  byHand: ({ kobject }) => {
    const plan = kobject.custom;
    const percent = Math.round((plan.usedNum / plan.quotaNum) * 100);
    let addons = "";
    for (const addon of plan.addonsObj) addons += `<span class="kv-pill kv-pill-info">${escapeText(addon)}</span>`;
    return `<div class="kv-segment"><div><strong>${escapeText(plan.planStr)}</strong> at $${plan.priceNum} a month${plan.activeBool ? '<span class="kv-pill kv-pill-success">Active</span>' : '<span class="kv-pill kv-pill-neutral">Paused</span>'}</div><div style="height:8px;border-radius:4px" role="progressbar" aria-valuenow="${percent}"><div style="width:${percent}%;height:8px;background:${percent > 90 ? "#9e181e" : "#006cec"}"></div></div><p>${plan.usedNum} of ${plan.quotaNum} used${percent > 90 ? ", almost all" : ""}</p>${addons === "" ? "" : `<div>${addons}</div>`}</div>`;
  },
});
