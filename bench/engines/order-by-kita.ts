import type { OrderData } from "../order-data.ts";
import { loadPeer } from "../peer-packages.ts";

type Props = Readonly<Record<string, unknown>>;
type Jsx = (type: string | ((props: never) => string), props: Props) => string;

/** The order card as its JSX compiles for @kitajs/html; `safe` is its word for escaping. */
export function createKitaCard(): (order: OrderData) => string {
  const { jsx, jsxs } = loadPeer<{ readonly jsx: Jsx; readonly jsxs: Jsx }>("@kitajs/html/jsx-runtime");
  const Container = ({ padded, children }: { readonly padded: boolean; readonly children: unknown }) =>
    jsx("div", { class: `kv-container${padded ? " kv-padded" : ""}`, children });
  const BasicField = ({ label, value }: { readonly label: string; readonly value: string | number }) =>
    jsxs("div", {
      class: "kv-field",
      children: [
        jsx("div", { class: "kv-field-label", safe: true, children: label }),
        jsx("div", { class: "kv-field-value", safe: true, children: value }),
      ],
    });
  const Pill = ({ label, color }: { readonly label: string; readonly color: string }) =>
    jsx("span", { class: `kv-pill kv-pill-${color}`, safe: true, children: label });
  return ({ customer, kobject }) => {
    const order = kobject.custom;
    const items = kobject.data.items.map((item) => jsxs("li", { safe: true, children: [item.quantity, " × ", item.name] }));
    return jsxs(Container, {
      padded: true,
      children: [
        jsx(BasicField, { label: "Order", value: order.orderNumberStr }),
        jsx(BasicField, { label: "Customer", value: customer.name }),
        jsx(BasicField, { label: "Email", value: order.emailStr }),
        jsx(BasicField, { label: "Payment", value: order.paymentStr }),
        jsx(BasicField, { label: "Carrier", value: order.carrierStr }),
        jsx(BasicField, { label: "Address", value: order.addressStr }),
        jsx(BasicField, { label: "Items", value: order.itemCountNum }),
        jsx(BasicField, { label: "Total", value: order.totalNum }),
        jsx(BasicField, { label: "Coupon", value: order.couponStr }),
        jsx(BasicField, { label: "Note", value: order.noteStr }),
        jsx("ul", { class: "items", children: items }),
        jsx(Pill, { label: order.statusStr, color: "success" }),
        jsx("a", { href: order.adminUrl, children: "Open in the shop" }),
      ],
    });
  };
}
