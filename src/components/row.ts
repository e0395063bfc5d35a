import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { formattedValue } from "./formatted-value.ts";
import { common, node, text } from "./prop-kinds.ts";

/** An attribute of a record in the details panel: its label beside its value, which agents edit where the host takes changes. */
export const row = defineComponent({
  name: "Row",
  purpose: "An attribute of a record in the details panel: its label beside its value, to be edited where the host takes changes.",
  examples: [
    '<div><Row field="loyaltyTierStr" object="customer" value="Gold"/><Row field="newsletterBool" ' +
      'object="customer" value={true}/><Row field="cardStr" object="customer" value={{ isMasked: true, ' +
      'maskedPresentation: "•••• 4417" }}/></div>',
  ],
  props: z.looseObject({ field: text, object: text, value: node, label: node, ...common }),
  contexts: ["smartbar-details"],
  template: `
    <div className={"kv-row" + (className ? " " + className : "")} style={style}>
      <div className="kv-row-label">{label ?? kview.label(field, object)}</div>
      <div className="kv-row-value kv-formatted">
        <kview.Editor field={field} object={object} value={value} label={label}>${formattedValue("object")}</kview.Editor>
      </div>
    </div>`,
});
