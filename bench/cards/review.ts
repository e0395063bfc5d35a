import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer, toGoods } from "./records.ts";

export const reviewCard = defineCard({
  name: "review",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: {
        starsNum: 1 + (n % 5),
        titleStr: `Good value ${n}`,
        bodyTxt: "Worn for two weeks in the rain & still dry. Would buy again, in another colour.",
        authorStr: `Ada ${n % 40}`,
        productStr: toGoods(n).name,
        verifiedBool: n % 3 === 0,
      },
      data: {},
    },
  }),
  byHand: ({ kobject }) => {
    const review = kobject.custom;
    let stars = "";
    for (let star = 1; star <= 5; star++)
      stars += star <= review.starsNum ? '<span class="star star-on">*</span>' : '<span class="star">*</span>';
    return `<div class="review"><div class="review-stars" title="${review.starsNum} of 5">${stars}</div><strong>${escapeText(review.titleStr)}</strong><p>${escapeText(review.bodyTxt)}</p><small>${escapeText(review.authorStr)} on ${escapeText(review.productStr)}${review.verifiedBool ? ", bought here" : ""}</small></div>`;
  },
});
