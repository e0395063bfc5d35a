import { type ComponentChildren, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { OrderData } from "./order-data.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string | number;
}

function Container({ padded, children }: { readonly padded?: boolean; readonly children?: ComponentChildren }) {
  return h("div", { class: `kv-container${padded ? " kv-padded" : ""}` }, children);
}

function BasicField({ label, value }: FieldProps) {
  return h("div", { class: "kv-field" }, h("div", { class: "kv-field-label" }, label), h("div", { class: "kv-field-value" }, value));
}

function Pill({ label, color }: { readonly label: string; readonly color: string }) {
  return h("span", { class: `kv-pill kv-pill-${color}` }, label);
}

function OrderCard({ customer, kobject }: OrderData) {
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
    h(BasicField, { label: "Note", value: order.noteStr }),
    h(
      "ul",
      { class: "items" },
      kobject.data.items.map((item) => h("li", { key: item.sku }, item.quantity, " × ", item.name)),
    ),
    h(Pill, { label: order.statusStr, color: "success" }),
    h("a", { href: order.adminUrl }, "Open in the shop"),
  );
}

/** The order card with the same components written for Preact, rendered by preact-render-to-string. */
export function renderByPreact(order: OrderData): string {
  return renderToString(h(OrderCard, order));
}
