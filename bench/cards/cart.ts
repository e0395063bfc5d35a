import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer, toGoods } from "./records.ts";

const shops = ["Stockholm", "Online", "Oslo & Bergen"] as const;

export const cartCard = defineCard({
  name: "cart",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { couponStr: n % 4 === 0 ? "AUTUMN <15>" : "" },
      data: {
        items: Array.from({ length: 3 + (n % 4) }, (_, i) => ({
          ...toGoods(n + i),
          quantity: 1 + (i % 2),
          shop: shops[(n * i) % 3] as string,
        })),
      },
    },
  }),
  byHand: ({ kobject }) => {
    const byShop = new Map<string, string>();
    let count = 0;
    for (const { name, quantity, shop } of kobject.data.items) {
      count += quantity;
      byShop.set(shop, `${byShop.get(shop) ?? ""}<li>${quantity} x ${escapeText(name)}</li>`);
    }
    let sections = "";
    for (const [shop, list] of byShop) sections += `<section><h5>${escapeText(shop)}</h5><ul class="goods">${list}</ul></section>`;
    return `<div class="kv-container kv-padded">${sections}<div class="kv-field"><div class="kv-field-label">In the cart</div><div class="kv-field-value">${count}</div></div><div class="kv-field"><div class="kv-field-label">Coupon</div><div class="kv-field-value">${escapeText(kobject.custom.couponStr || "none")}</div></div></div>`;
  },
});
