import type { Create } from "../engines/components.ts";
import { createOrderCard } from "../engines/order-components.ts";
import type { OrderData } from "../order-data.ts";
import type { Kind } from "./engine.ts";

type UseState = (first: boolean) => readonly [boolean, (next: boolean) => void];

/** The order card as a component of Preact or React, with a button where it is live. */
export function createCard(h: Create, useState: UseState, kind: Kind): (props: { readonly order: OrderData }) => unknown {
  const Note = ({ text }: { readonly text: string }) => {
    const [open, setOpen] = useState(false);
    return h("button", { type: "button", onClick: () => setOpen(!open) }, open ? text : "Show the note");
  };
  const card = createOrderCard(h, kind === "live" ? Note : undefined);
  return ({ order }) => card(order);
}
