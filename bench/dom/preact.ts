import { Component, h, render } from "preact";
import { useState } from "preact/hooks";
import type { Create } from "../engines/components.ts";
import type { OrderData } from "../order-data.ts";
import { createCard } from "./components.ts";
import type { Kind, MountList } from "./engine.ts";

/**
 * One tree of Preact, keyed.
 *
 * @param memoised Cards whose record is the same are left alone, as one writes it by hand for a long list.
 */
export function createPreact(kind: Kind, memoised: boolean): MountList {
  const show = createCard(h as unknown as Create, useState, kind);
  class Memoised extends Component<{ readonly order: OrderData }> {
    override shouldComponentUpdate(next: { readonly order: OrderData }): boolean {
      return next.order !== this.props.order;
    }
    override render() {
      return h(show as never, this.props) as never;
    }
  }
  const Card = (memoised ? Memoised : show) as typeof Memoised;
  const toList = (orders: readonly OrderData[]) => orders.map((order, n) => h("div", { key: String(n) }, h(Card, { order })));
  return (place, orders) => {
    render(toList(orders), place);
    return { update: (next) => render(toList(next), place), remove: () => render(null, place) };
  };
}
