import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";

export const contactCard = defineCard({
  name: "contact",
  create: (n) => ({
    customer: {
      name: n % 3 === 0 ? `Ada Byron ${n}` : `Marta Lindqvist ${n}`,
      emails: Array.from({ length: 1 + (n % 3) }, (_, i) => ({ type: i === 0 ? "home" : "work", email: `marta.${n}.${i}@example.com` })),
      phones: Array.from({ length: n % 3 }, (_, i) => ({ type: "mobile", phone: `+46 70 ${100_000 + n + i}` })),
    },
    kobject: { custom: { languageStr: n % 2 === 0 ? "Swedish" : "English" }, data: {} },
  }),
  byHand: ({ customer, kobject }) => {
    const { name, emails, phones } = customer;
    let initials = "";
    for (const part of name.split(" ")) initials += part.charAt(0);
    let rows = "";
    for (const { email, type } of emails)
      rows += `<div class="kv-row"><div class="kv-row-label">${escapeText(type)}</div><div class="kv-row-value"><a href="mailto:${escapeText(email)}">${escapeText(email)}</a></div></div>`;
    for (const { phone, type } of phones)
      rows += `<div class="kv-row"><div class="kv-row-label">${escapeText(type)}</div><div class="kv-row-value">${escapeText(phone)}</div></div>`;
    const ways = phones.length + emails.length;
    return `<div class="kv-segment"><div class="head"><span class="initials" aria-hidden="true">${escapeText(initials)}</span> <strong>${escapeText(name)}</strong></div>${rows}${ways > 3 ? `<small>${ways} ways to reach them</small>` : ""}<div class="kv-row"><div class="kv-row-label">Language</div><div class="kv-row-value">${escapeText(kobject.custom.languageStr)}</div></div></div>`;
  },
});
