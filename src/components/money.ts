import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, needed, node } from "./prop-kinds.ts";

/** An amount of a currency, written as the agent's locale writes it. */
export const money = defineComponent({
  name: "Money",
  purpose: "An amount of a currency (ISO 4217), as the agent's locale writes it. `minor`: the amount counts cents.",
  props: z.looseObject({ amount: needed, currency: node, minor: flag, ...common }),
  examples: [
    '<p><Money amount={1840.5} currency="USD"/> · <Money amount="129.9" currency="EUR"/> · <Money ' +
      'amount={4900} currency="JPY"/> · <Money amount={-1250} minor currency="GBP"/></p>',
  ],
  template: `<span className={"kv-money" + (className ? " " + className : "")} style={style}>{kview.money(amount, currency, minor)}</span>`,
});
