import { createContext } from "../../src/context.ts";
import { loadTemplate, type MountedCard, mount } from "../../src/dom.ts";
import type { OrderData } from "../order-data.ts";
import type { MountList } from "./engine.ts";

type Bag = ReturnType<typeof createContext>;

/** Mounts each card by itself. Bags are made of records once, as a host does that holds them. */
export function createOwn(program: string): MountList & { readonly prepare: (orders: readonly OrderData[]) => void } {
  const template = loadTemplate(JSON.parse(program));
  const bags = new Map<OrderData, Bag>();
  const toBag = (order: OrderData) => {
    const known = bags.get(order);
    if (known !== undefined) return known;
    const bag = createContext({ resource: "kobject.order", ...order });
    bags.set(order, bag);
    return bag;
  };
  const mountList: MountList = (place, orders) => {
    const cards: MountedCard[] = [];
    const shown: OrderData[] = [];
    const append = (from: readonly OrderData[]) => {
      const added = document.createDocumentFragment();
      for (const order of from) {
        const element = document.createElement("div");
        cards.push(mount(template, toBag(order), element, { idPrefix: `kv-${cards.length}` }));
        shown.push(order);
        added.append(element);
      }
      place.append(added);
    };
    append(orders);
    return {
      update: (next) => {
        for (let i = 0; i < cards.length; i++) {
          const order = next[i] as OrderData;
          if (shown[i] === order) continue;
          shown[i] = order;
          cards[i]?.update(toBag(order));
        }
        if (next.length > cards.length) append(next.slice(cards.length));
      },
      remove: () => {
        for (const card of cards) card.unmount();
        place.textContent = "";
      },
    };
  };
  return Object.assign(mountList, { prepare: (orders: readonly OrderData[]) => orders.forEach(toBag) });
}
