import type { OrderData } from "../order-data.ts";
import { loadPeer } from "../peer-packages.ts";

// The order card for engines whose templates are text: what differs is how they say a value, and a list.

interface Syntax {
  /** Writes a value, escaped. */
  readonly show: (path: string) => string;
  readonly begin: string;
  readonly end: string;
}

const fields: readonly (readonly [label: string, path: string])[] = [
  ["Order", "kobject.custom.orderNumberStr"],
  ["Customer", "customer.name"],
  ["Email", "kobject.custom.emailStr"],
  ["Payment", "kobject.custom.paymentStr"],
  ["Carrier", "kobject.custom.carrierStr"],
  ["Address", "kobject.custom.addressStr"],
  ["Items", "kobject.custom.itemCountNum"],
  ["Total", "kobject.custom.totalNum"],
  ["Coupon", "kobject.custom.couponStr"],
  ["Note", "kobject.custom.noteStr"],
];

function writeTemplate({ show, begin, end }: Syntax): string {
  const rows = fields.map(
    ([label, path]) =>
      `<div class="kv-field"><div class="kv-field-label">${label}</div><div class="kv-field-value">${show(path)}</div></div>`,
  );
  const list = `<ul class="items">${begin}<li>${show("item.quantity")} × ${show("item.name")}</li>${end}</ul>`;
  const pill = `<span class="kv-pill kv-pill-success">${show("kobject.custom.statusStr")}</span>`;
  const link = `<a href="${show("kobject.custom.adminUrl")}">Open in the shop</a>`;
  return `<div class="kv-container kv-padded">${rows.join("")}${list}${pill}${link}</div>`;
}

export function createEtaCard(): (order: OrderData) => string {
  interface Compiler {
    compile(template: string): (this: Compiler, data: object) => string;
  }
  const { Eta } = loadPeer<{ readonly Eta: new (options: object) => Compiler }>("eta");
  const eta = new Eta({ autoTrim: false });
  const render = eta.compile(
    writeTemplate({
      show: (path) => `<%= ${path.startsWith("item.") ? path : `it.${path}`} %>`,
      begin: "<% for (const item of it.kobject.data.items) { %>",
      end: "<% } %>",
    }),
  );
  return (order) => render.call(eta, order);
}

export function createHandlebarsCard(): (order: OrderData) => string {
  const { compile } = loadPeer<{ compile(template: string): (order: OrderData) => string }>("handlebars");
  return compile(
    writeTemplate({
      show: (path) => `{{${path.replace("item.", "")}}}`,
      begin: "{{#each kobject.data.items}}",
      end: "{{/each}}",
    }),
  );
}

export function createLiquidCard(): (order: OrderData) => string {
  interface Engine {
    parse(template: string): unknown;
    renderSync(template: unknown, data: object): string;
  }
  const { Liquid } = loadPeer<{ readonly Liquid: new (options: object) => Engine }>("liquidjs");
  const liquid = new Liquid({ outputEscape: "escape" });
  const template = liquid.parse(
    writeTemplate({ show: (path) => `{{ ${path} }}`, begin: "{% for item in kobject.data.items %}", end: "{% endfor %}" }),
  );
  return (order) => liquid.renderSync(template, order);
}
