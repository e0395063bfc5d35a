import { type Create, createComponents } from "../engines/components.ts";
import type { OrderData } from "../order-data.ts";
import type { Kind } from "./engine.ts";

type UseState = (first: boolean) => readonly [boolean, (next: boolean) => void];

/** The order card as a component of Preact or React, with a button where it is live. */
export function createCard(h: Create, useState: UseState, kind: Kind): (props: { readonly order: OrderData }) => unknown {
  const { Container, BasicField, Pill } = createComponents(h);
  const Note = ({ text }: { readonly text: string }) => {
    const [open, setOpen] = useState(false);
    return h("button", { type: "button", onClick: () => setOpen(!open) }, open ? text : "Show the note");
  };
  return ({ order: { customer, kobject } }) => {
    const order = kobject.custom;
    return h(
      Container,
      { padded: true },
      h(BasicField, { label: "Order", value: order.orderNumberStr }),
      h(BasicField, { label: "Customer", value: customer.name }),
      h(BasicField, { label: "Email", value: order.emailStr }),
      h(BasicField, { label: "Payment", value: order.paymentStr }),
      h(BasicField, { label: "Carrier", value: order.carrierStr }),
      h(BasicField, { label: "Address", value: order.addressStr }),
      h(BasicField, { label: "Items", value: order.itemCountNum }),
      h(BasicField, { label: "Total", value: order.totalNum }),
      h(BasicField, { label: "Coupon", value: order.couponStr }),
      kind === "inert" ? h(BasicField, { label: "Note", value: order.noteStr }) : null,
      h(
        "ul",
        { className: "items" },
        kobject.data.items.map((item) => h("li", { key: item.sku }, item.quantity, " × ", item.name)),
      ),
      h(Pill, { label: order.statusStr, color: "success" }),
      h("a", { href: order.adminUrl }, "Open in the shop"),
      kind === "live" ? h(Note, { text: order.noteStr }) : null,
    );
  };
}
