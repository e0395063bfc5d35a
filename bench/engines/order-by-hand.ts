import { escapeText } from "../../src/runtime/escape.ts";
import type { OrderData } from "../order-data.ts";

/** The order card as one would write it by hand for speed: one concatenation, with the escaping that the library uses. */
export function renderByHand({ customer, kobject }: OrderData): string {
  const order = kobject.custom;
  const { items } = kobject.data;
  let list = "";
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as (typeof items)[number];
    list += `<li>${item.quantity} × ${escapeText(item.name)}</li>`;
  }
  return `<div class="kv-container kv-padded"><div class="kv-field"><div class="kv-field-label">Order</div><div class="kv-field-value">${escapeText(order.orderNumberStr)}</div></div><div class="kv-field"><div class="kv-field-label">Customer</div><div class="kv-field-value">${escapeText(customer.name)}</div></div><div class="kv-field"><div class="kv-field-label">Email</div><div class="kv-field-value">${escapeText(order.emailStr)}</div></div><div class="kv-field"><div class="kv-field-label">Payment</div><div class="kv-field-value">${escapeText(order.paymentStr)}</div></div><div class="kv-field"><div class="kv-field-label">Carrier</div><div class="kv-field-value">${escapeText(order.carrierStr)}</div></div><div class="kv-field"><div class="kv-field-label">Address</div><div class="kv-field-value">${escapeText(order.addressStr)}</div></div><div class="kv-field"><div class="kv-field-label">Items</div><div class="kv-field-value">${order.itemCountNum}</div></div><div class="kv-field"><div class="kv-field-label">Total</div><div class="kv-field-value">${order.totalNum}</div></div><div class="kv-field"><div class="kv-field-label">Coupon</div><div class="kv-field-value">${escapeText(order.couponStr)}</div></div><div class="kv-field"><div class="kv-field-label">Note</div><div class="kv-field-value">${escapeText(order.noteStr)}</div></div><ul class="items">${list}</ul><span class="kv-pill kv-pill-success">${escapeText(order.statusStr)}</span><a href="${escapeText(order.adminUrl)}">Open in the shop</a></div>`;
}
