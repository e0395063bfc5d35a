import { h, render } from "preact";
import { useState } from "preact/hooks";
import { createContext } from "../src/context.ts";
import { loadTemplate, type MountedCard, mount } from "../src/dom.ts";
import { createOrder, type OrderData } from "./order-data.ts";

// Runs in the page: the same cards mounted, updated and taken down by kview, by code written by hand, and by Preact.

/** Milliseconds of script for each step. */
export interface Round {
  readonly mount: number;
  readonly update: number;
  readonly remove: number;
}

/** One way to show a list of orders. */
interface Way {
  mount(place: Element, orders: readonly OrderData[]): void;
  /** Shows other data for every tenth order. */
  update(orders: readonly OrderData[]): void;
  remove(): void;
}

const fields: readonly (readonly [string, (order: OrderData) => string | number])[] = [
  ["Order", ({ kobject }) => kobject.custom.orderNumberStr],
  ["Customer", ({ customer }) => customer.name],
  ["Email", ({ kobject }) => kobject.custom.emailStr],
  ["Payment", ({ kobject }) => kobject.custom.paymentStr],
  ["Carrier", ({ kobject }) => kobject.custom.carrierStr],
  ["Address", ({ kobject }) => kobject.custom.addressStr],
  ["Items", ({ kobject }) => kobject.custom.itemCountNum],
  ["Total", ({ kobject }) => kobject.custom.totalNum],
  ["Coupon", ({ kobject }) => kobject.custom.couponStr],
  ["Note", ({ kobject }) => kobject.custom.noteStr],
];

function createTemplate(html: string): Element {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild as Element;
}

/** `cloneNode` and patches, as one would write them by hand for speed. A button's clicks are heard by one listener. */
function createVanilla(live: boolean): Way {
  const row = createTemplate("<li> × </li>");
  const field = (label: string) =>
    `<div class="kv-field"><div class="kv-field-label">${label}</div><div class="kv-field-value"> </div></div>`;
  const card = createTemplate(
    `<div class="kv-container kv-padded">${fields.map(([label]) => field(label)).join("")}<ul class="items"></ul><span class="kv-pill kv-pill-success"> </span><a>Open in the shop</a>${live ? "<button>Open</button>" : ""}</div>`,
  );
  type Shown = { element: Element; texts: Text[]; list: Element; pill: Text; link: Element; rows: Text[]; order: OrderData };
  let shown: Shown[] = [];
  let place: Element | undefined;
  const toggle = ({ target }: Event) => {
    const button = (target as Element).closest("button");
    if (button !== null) button.textContent = button.textContent === "Open" ? "Close" : "Open";
  };
  const addRows = (one: Shown) => {
    for (const { quantity, name } of one.order.kobject.data.items) {
      const element = row.cloneNode(true) as Element;
      const text = element.firstChild as Text;
      text.data = `${quantity} × ${name}`;
      one.rows.push(text);
      one.list.append(element);
    }
  };
  const set = (text: Text, value: string) => {
    if (text.data !== value) text.data = value;
  };
  return {
    mount: (into, orders) => {
      place = into;
      if (live) into.addEventListener("click", toggle);
      const all = document.createDocumentFragment();
      shown = orders.map((order) => {
        const element = card.cloneNode(true) as Element;
        const texts: Text[] = [];
        let at = element.firstElementChild as Element;
        for (const [, read] of fields) {
          const text = (at.lastChild as Element).firstChild as Text;
          text.data = String(read(order));
          texts.push(text);
          at = at.nextElementSibling as Element;
        }
        const list = at;
        const pill = (list.nextElementSibling as Element).firstChild as Text;
        pill.data = order.kobject.custom.statusStr;
        const link = list.nextElementSibling?.nextElementSibling as Element;
        link.setAttribute("href", order.kobject.custom.adminUrl);
        const one: Shown = { element, texts, list, pill, link, rows: [], order };
        addRows(one);
        all.append(element);
        return one;
      });
      into.append(all);
    },
    update: (orders) => {
      for (let i = 0; i < shown.length; i++) {
        const one = shown[i] as Shown;
        const order = orders[i] as OrderData;
        if (order === one.order) continue;
        fields.forEach(([, read], index) => {
          set(one.texts[index] as Text, String(read(order)));
        });
        order.kobject.data.items.forEach(({ quantity, name }, index) => {
          set(one.rows[index] as Text, `${quantity} × ${name}`);
        });
        set(one.pill, order.kobject.custom.statusStr);
        one.link.setAttribute("href", order.kobject.custom.adminUrl);
        one.order = order;
      }
    },
    remove: () => {
      if (live) place?.removeEventListener("click", toggle);
      place?.replaceChildren();
      shown = [];
    },
  };
}

function PreactField({ label, value }: { readonly label: string; readonly value: string | number }) {
  return h("div", { class: "kv-field" }, h("div", { class: "kv-field-label" }, label), h("div", { class: "kv-field-value" }, value));
}

function PreactButton() {
  const [open, setOpen] = useState(false);
  return h("button", { onClick: () => setOpen(!open) }, open ? "Close" : "Open");
}

function PreactCard({ order, live }: { readonly order: OrderData; readonly live: boolean }) {
  return h(
    "div",
    { class: "kv-container kv-padded" },
    fields.map(([label, read]) => h(PreactField, { key: label, label, value: read(order) })),
    h(
      "ul",
      { class: "items" },
      order.kobject.data.items.map(({ sku, quantity, name }) => h("li", { key: sku }, quantity, " × ", name)),
    ),
    h("span", { class: "kv-pill kv-pill-success" }, order.kobject.custom.statusStr),
    h("a", { href: order.kobject.custom.adminUrl }, "Open in the shop"),
    live ? h(PreactButton, {}) : null,
  );
}

function createPreact(live: boolean): Way {
  let place: Element | undefined;
  const toTree = (orders: readonly OrderData[]) => orders.map((order, index) => h(PreactCard, { key: index, order, live }));
  return {
    mount: (into, orders) => {
      place = into;
      render(toTree(orders), into);
    },
    update: (orders) => render(toTree(orders), place as Element),
    remove: () => render(null, place as Element),
  };
}

function createKview(program: string): Way {
  const template = loadTemplate(JSON.parse(program));
  const toBag = (order: OrderData) => createContext({ resource: "kobject.order", ...order });
  const bags = new WeakMap<OrderData, ReturnType<typeof toBag>>();
  const bagOf = (order: OrderData) => {
    let bag = bags.get(order);
    if (bag === undefined) bags.set(order, (bag = toBag(order)));
    return bag;
  };
  let cards: MountedCard[] = [];
  let place: Element | undefined;
  return {
    prepare: (orders: readonly OrderData[]) => orders.forEach(bagOf),
    mount: (into, orders) => {
      place = into;
      const all = document.createDocumentFragment();
      cards = orders.map((order) => mount(template, bagOf(order), all.appendChild(document.createElement("div"))));
      into.append(all);
    },
    update: (orders) => {
      for (let i = 0; i < cards.length; i++) cards[i]?.update(bagOf(orders[i] as OrderData));
    },
    remove: () => {
      for (const card of cards) card.unmount();
      place?.replaceChildren();
      cards = [];
    },
  } as Way;
}

/** The same order as another day has it: its lines are what they were, with other numbers and names. */
function changeOrder(order: OrderData, other: OrderData): OrderData {
  const items = other.kobject.data.items.map((item, index) => ({ ...item, sku: order.kobject.data.items[index]?.sku ?? item.sku }));
  return { ...other, kobject: { ...other.kobject, data: { items } } };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

export interface BlocksBench {
  /** Plays each way once, in the given order; `inert` and `live` are stored programs. */
  play(count: number, inert: string, live: string, order: readonly string[]): Promise<Record<string, Round>>;
}

const ways = new Map<string, Way>();
let made = 0;

const bench: BlocksBench = {
  play: async (count, inert, live, order) => {
    if (ways.size === 0) {
      ways.set("vanilla", createVanilla(false)).set("preact", createPreact(false)).set("kview", createKview(inert));
      ways.set("vanilla live", createVanilla(true)).set("preact live", createPreact(true)).set("kview live", createKview(live));
    }
    const results: Record<string, Round> = {};
    for (const name of order) {
      const way = ways.get(name) as Way;
      const first = Array.from({ length: count }, () => createOrder(made++));
      const second = first.map((one, index) => (index % 10 === 0 ? changeOrder(one, createOrder(made++)) : one));
      (way as unknown as { prepare?: (orders: readonly OrderData[]) => void }).prepare?.([...first, ...second]);
      const place = document.body.appendChild(document.createElement("main"));
      place.style.display = "none";
      const time = async (run: () => void) => {
        await settle();
        const begin = performance.now();
        run();
        return performance.now() - begin;
      };
      const mounting = await time(() => way.mount(place, first));
      const updating = await time(() => way.update(second));
      const last = second[0] as OrderData;
      if (!place.textContent?.includes(last.kobject.custom.orderNumberStr)) throw new Error(`${name} did not update`);
      if (place.querySelectorAll("li").length !== 5 * count) throw new Error(`${name} is not what it should be`);
      const removing = await time(() => way.remove());
      place.remove();
      results[name] = { mount: mounting, update: updating, remove: removing };
    }
    return results;
  },
};

(globalThis as unknown as { blocksBench: BlocksBench }).blocksBench = bench;
