import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer, toGoods } from "./records.ts";
import { toTitle } from "./words.ts";

export const productCard = defineCard({
  name: "product",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        kindStr: n % 2 === 0 ? "shoes" : "tents",
        nameStr: toGoods(n).name,
        pictureUrl: `https://shop.example/pictures/${n}.jpg`,
        stockNum: n % 6,
      },
      data: {
        facts: { weight_in_grams: 400 + n, colour: "moss", waterproof: n % 2 === 0, madeIn: "Portugal & Spain" } as Readonly<
          Record<string, unknown>
        >,
      },
    },
  }),
  byHand: ({ kobject }) => {
    const { kindStr, nameStr, pictureUrl, stockNum } = kobject.custom;
    let facts = "";
    for (const [key, value] of Object.entries(kobject.data.facts))
      facts += `<dt>${escapeText(toTitle(key))}</dt><dd>${escapeText(String(value))}</dd>`;
    return `<div class="product product-${escapeText(kindStr)}"><img src="${escapeText(pictureUrl)}" alt="${escapeText(nameStr)}" width="80" height="80"><h4>${escapeText(nameStr)}</h4><dl>${facts}</dl><span style="font-weight:600;color:${stockNum > 0 ? "inherit" : "#9e181e"}">${stockNum > 0 ? `${stockNum} in stock` : "Sold out"}</span></div>`;
  },
});
