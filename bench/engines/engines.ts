import { readFileSync } from "node:fs";
import { createComponents as createAllComponents } from "../../test/support/oracle/components.ts";
import type { Render } from "../consume.ts";
import type { OrderData } from "../order-data.ts";
import { createOrders, inputs, type WorkName } from "../works.ts";
import { byHand } from "./by-hand.ts";
import { loadPreact, loadReact } from "./frameworks.ts";
import { createJsxParserCard } from "./jsx-parser.ts";
import { compileNaively } from "./naive.ts";
import { createKitaCard } from "./order-by-kita.ts";
import { createEtaCard, createHandlebarsCard, createLiquidCard } from "./order-by-text.ts";
import { createOrderCard } from "./order-components.ts";
import { createOwn, loaders } from "./own.ts";

/** A way to get from records to HTML. */
export interface Engine {
  readonly name: string;
  readonly title: string;
  /** Few engines share a process, or they spoil what V8 has learned of each other: those of one number do, beside the ones of 0. */
  readonly group: 0 | 1 | 2 | 3;
  readonly renders: Readonly<Partial<Record<WorkName, () => Render>>>;
}

const order = (create: () => (order: OrderData) => string): Engine["renders"] => ({
  order: () => {
    const render = create();
    const orders = createOrders();
    return (n) => render(orders[n % orders.length] as OrderData);
  },
});

const naive = (work: WorkName) => () => {
  const loaded = new Map<string, ReturnType<typeof compileNaively>>();
  const cards = inputs[work]().map(({ template, records }) => {
    // A template from elsewhere may use any component; ours take the leanest.
    const components = work === "largest" ? createAllComponents : undefined;
    const render = loaded.get(template) ?? compileNaively(readFileSync(template, "utf8"), components);
    loaded.set(template, render);
    return { render, records };
  });
  return (n: number) => {
    const { render, records } = cards[n % cards.length] as (typeof cards)[number];
    return render(records);
  };
};

export const engines: readonly Engine[] = [
  { name: "hand", title: "concatenation by hand", group: 0, renders: byHand },
  { name: "closures", title: "kview, closures", group: 0, renders: createOwn(loaders.closures) },
  { name: "module", title: "kview, module", group: 1, renders: createOwn(loaders.module) },
  { name: "kita", title: "@kitajs/html", group: 1, renders: order(createKitaCard) },
  { name: "eta", title: "eta", group: 1, renders: order(createEtaCard) },
  {
    name: "preact",
    title: "preact-render-to-string, components by hand",
    group: 2,
    renders: order(() => {
      const { h, renderToString } = loadPreact();
      const card = createOrderCard(h);
      return (data) => renderToString(h(card, { ...data }));
    }),
  },
  {
    name: "react",
    title: "react-dom/server renderToString, components by hand",
    group: 2,
    renders: order(() => {
      const { h, renderToString } = loadReact();
      const card = createOrderCard(h);
      return (data) => renderToString(h(card, { ...data }));
    }),
  },
  {
    name: "react-static",
    title: "react-dom/server renderToStaticMarkup, components by hand",
    group: 2,
    renders: order(() => {
      const { h, renderToStaticMarkup } = loadReact();
      const card = createOrderCard(h);
      return (data) => renderToStaticMarkup(h(card, { ...data }));
    }),
  },
  { name: "handlebars", title: "handlebars", group: 3, renders: order(createHandlebarsCard) },
  { name: "liquid", title: "liquidjs", group: 3, renders: order(createLiquidCard) },
  {
    name: "jsx-parser",
    title: "react-jsx-parser + react-dom/server",
    group: 3,
    renders: order(() => createJsxParserCard(readFileSync("bench/order-card.kview.jsx", "utf8"))),
  },
  {
    name: "naive",
    title: "sucrase + new Function + preact-render-to-string",
    group: 3,
    renders: { order: naive("order"), timeline: naive("timeline"), stateful: naive("stateful"), largest: naive("largest") },
  },
];
