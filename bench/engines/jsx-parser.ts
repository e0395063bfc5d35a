import type { OrderData } from "../order-data.ts";
import { loadPeer } from "../peer-packages.ts";
import { createComponents } from "./components.ts";
import { loadReact } from "./frameworks.ts";

/** The order card's JSX alone, without the blanks around its lines: react-jsx-parser has no statements, and keeps those. */
export function createJsxParserCard(source: string): (order: OrderData) => string {
  const { h, renderToStaticMarkup } = loadReact();
  const parser = loadPeer<{ readonly default: unknown }>("react-jsx-parser").default;
  const jsx = source
    .slice(source.indexOf("<"))
    .replace(/;\s*$/, "")
    .replace(/\s*\n\s*/g, "")
    .replaceAll("{order.", "{kobject.custom.");
  const components = createComponents(h);
  return ({ customer, kobject }) =>
    renderToStaticMarkup(h(parser, { jsx, components, bindings: { customer, kobject }, renderInWrapper: false, showWarnings: false }));
}
