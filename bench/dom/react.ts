import { createElement, memo, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Create } from "../engines/components.ts";
import type { OrderData } from "../order-data.ts";
import { createCard } from "./components.ts";
import type { Kind, MountList } from "./engine.ts";

/** One tree of React, keyed; cards whose record is the same are left alone. */
export function createReact(kind: Kind): MountList {
  const Card = memo(createCard(createElement as unknown as Create, useState, kind) as never) as never;
  const toList = (orders: readonly OrderData[]) =>
    orders.map((order, n) => createElement("div", { key: String(n) }, createElement(Card, { order } as never)));
  return (place, orders) => {
    const root = createRoot(place);
    const show = (next: readonly OrderData[]) => flushSync(() => root.render(toList(next)));
    show(orders);
    return { update: show, remove: () => flushSync(() => root.unmount()) };
  };
}
