import { createContext } from "../src/context.ts";

/** The records of one order, as a hand-written renderer reads them. */
export interface OrderData {
  readonly customer: { readonly name: string };
  readonly kobject: {
    readonly custom: {
      readonly orderNumberStr: string;
      readonly emailStr: string;
      readonly paymentStr: string;
      readonly carrierStr: string;
      readonly addressStr: string;
      readonly itemCountNum: number;
      readonly totalNum: number;
      readonly couponStr: string;
      readonly noteStr: string;
      readonly statusStr: string;
      readonly adminUrl: string;
    };
    readonly data: { readonly items: readonly { readonly sku: string; readonly name: string; readonly quantity: number }[] };
  };
}

const goods = ["Ridge hiking boots", "Merino socks", "Wax & brush", 'Stove "Ember"', "Rain jacket", "Trail map", "Tent pegs <12>"];

/** Creates the data of the `n`th order: no two are alike, so that nothing can be remembered from one to the next. */
export function createOrder(n: number): OrderData {
  const items = Array.from({ length: 5 }, (_, i) => ({
    sku: `SK-${n}-${i}`,
    name: goods[(n + i) % goods.length] ?? "",
    quantity: 1 + ((n * 7 + i) % 4),
  }));
  return {
    customer: { name: n % 3 === 0 ? `Ada & Sons ${n}` : `Marta Lindqvist ${n}` },
    kobject: {
      custom: {
        orderNumberStr: `FV-${10_000 + n}`,
        emailStr: `marta.${n}@example.com`,
        paymentStr: "Visa ending in 4021",
        carrierStr: n % 2 === 0 ? "FjordPost" : "Nordic Parcel",
        addressStr: `Götgatan ${n % 90}, Stockholm`,
        itemCountNum: items.reduce((sum, { quantity }) => sum + quantity, 0),
        totalNum: 100 + (n % 50) * 3.5,
        couponStr: n % 4 === 0 ? "AUTUMN <15>" : "none",
        noteStr: "Leave it with the neighbour, please.",
        statusStr: n % 5 === 0 ? "Paid" : "Shipped",
        adminUrl: `https://shop.example/orders/${n}?from=card&tab=1`,
      },
      data: { items },
    },
  };
}

/** The bag for an order. */
export function toBag(order: OrderData): ReturnType<typeof createContext> {
  return createContext({ resource: "kobject.order", ...order });
}
