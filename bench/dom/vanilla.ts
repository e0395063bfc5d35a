import type { OrderData } from "../order-data.ts";
import type { Kind, MountList } from "./engine.ts";

const field = (label: string) =>
  `<div class="kv-field"><div class="kv-field-label">${label}</div><div class="kv-field-value"> </div></div>`;

const labels = ["Order", "Customer", "Email", "Payment", "Carrier", "Address", "Items", "Total", "Coupon"];
const rest = '<ul class="items"></ul><span class="kv-pill kv-pill-success"> </span><a>Open in the shop</a>';
const shownAlways: Readonly<Record<Kind, string>> = {
  inert: `${labels.map(field).join("")}${field("Note")}${rest}`,
  live: `${labels.map(field).join("")}${rest}<button type="button">Show the note</button>`,
};

/** A card of the page, with the places of what varies. */
interface Card {
  readonly root: HTMLElement;
  readonly texts: readonly Text[];
  readonly list: HTMLElement;
  readonly link: HTMLAnchorElement;
  order: OrderData;
}

/** Clones one `<template>` for each card and patches it by hand: what is fastest without a library. One listener hears all buttons. */
export function createVanilla(kind: Kind): MountList {
  const template = document.createElement("template");
  template.innerHTML = `<div><div class="kv-container kv-padded">${shownAlways[kind]}</div></div>`;
  const item = document.createElement("template");
  item.innerHTML = "<li> × </li>";
  const count = labels.length + (kind === "inert" ? 1 : 0);

  const create = (order: OrderData): Card => {
    const root = (template.content.firstChild as HTMLElement).cloneNode(true) as HTMLElement;
    const box = root.firstChild as HTMLElement;
    const texts: Text[] = [];
    let child = box.firstChild as HTMLElement;
    for (let i = 0; i < count; i++) {
      texts.push((child.lastChild as HTMLElement).firstChild as Text);
      child = child.nextSibling as HTMLElement;
    }
    const list = child;
    const pill = list.nextSibling as HTMLElement;
    texts.push(pill.firstChild as Text);
    const card = { root, texts, list, link: pill.nextSibling as HTMLAnchorElement, order };
    patch(card, order);
    return card;
  };

  const patch = (card: Card, order: OrderData) => {
    const { custom, data } = order.kobject;
    const values = [
      custom.orderNumberStr,
      order.customer.name,
      custom.emailStr,
      custom.paymentStr,
      custom.carrierStr,
      custom.addressStr,
      String(custom.itemCountNum),
      String(custom.totalNum),
      custom.couponStr,
      ...(kind === "inert" ? [custom.noteStr] : []),
      custom.statusStr,
    ];
    for (let i = 0; i < values.length; i++) {
      const [text, value] = [card.texts[i] as Text, values[i] as string];
      if (text.data !== value) text.data = value;
    }
    const { list } = card;
    for (let i = 0; i < data.items.length; i++) {
      const { quantity, name } = data.items[i] as (typeof data.items)[number];
      const row = (list.childNodes[i] ?? list.appendChild((item.content.firstChild as HTMLElement).cloneNode(true))) as HTMLElement;
      const [text, value] = [row.firstChild as Text, `${quantity} × ${name}`];
      if (text.data !== value) text.data = value;
    }
    while (list.childNodes.length > data.items.length) list.lastChild?.remove();
    if (card.link.getAttribute("href") !== custom.adminUrl) card.link.setAttribute("href", custom.adminUrl);
    card.order = order;
  };

  return (place, orders) => {
    const cards: Card[] = [];
    const byRoot = new WeakMap<Element, Card>();
    const append = (from: readonly OrderData[]) => {
      const added = document.createDocumentFragment();
      for (const order of from) {
        const card = create(order);
        cards.push(card);
        if (kind === "live") byRoot.set(card.root, card);
        added.append(card.root);
      }
      place.append(added);
    };
    const toggle = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest("button") : null;
      const card = byRoot.get(button?.parentElement?.parentElement as Element);
      if (button === null || card === undefined) return;
      const { noteStr } = card.order.kobject.custom;
      button.textContent = button.textContent === noteStr ? "Show the note" : noteStr;
    };
    if (kind === "live") place.addEventListener("click", toggle);
    append(orders);
    return {
      update: (next) => {
        for (let i = 0; i < cards.length; i++) {
          const card = cards[i] as Card;
          if (card.order !== next[i]) patch(card, next[i] as OrderData);
        }
        if (next.length > cards.length) append(next.slice(cards.length));
      },
      remove: () => {
        place.removeEventListener("click", toggle);
        place.textContent = "";
      },
    };
  };
}
