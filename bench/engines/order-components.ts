import type { OrderData } from "../order-data.ts";
import { type Create, createComponents } from "./components.ts";

/**
 * The order card as a component of Preact or React, written by hand.
 *
 * @param Note Shows the note at the end, in place of a field.
 */
export function createOrderCard(h: Create, Note?: (props: { readonly text: string }) => unknown): (order: OrderData) => unknown {
  const { Container, BasicField, Pill } = createComponents(h);
  return ({ customer, kobject }) => {
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
      Note === undefined ? h(BasicField, { label: "Note", value: order.noteStr }) : null,
      h(
        "ul",
        { className: "items" },
        kobject.data.items.map((item) => h("li", { key: item.sku }, item.quantity, " × ", item.name)),
      ),
      h(Pill, { label: order.statusStr, color: "success" }),
      h("a", { href: order.adminUrl }, "Open in the shop"),
      Note === undefined ? null : h(Note, { text: order.noteStr }),
    );
  };
}
