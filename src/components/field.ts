import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { formattedValue } from "./formatted-value.ts";
import { common, node, text } from "./prop-kinds.ts";

/** A klass attribute: its label over its value, both as the klass and the attribute's suffix say. */
export const field = defineComponent({
  name: "Field",
  purpose: "An attribute of a klass: its label over its value, both as the klass and the attribute's suffix say.",
  examples: [
    '<Field field="orderTotalNum" type="kobject.order" value={129.5}/>',
    '<Field field="placedAt" type="kobject.order" value="2026-10-02T15:04:05Z"/>',
    '<Field field="shopUrl" type="kobject.order" value="https://shop.example.com"/>',
  ],
  props: z.looseObject({ field: text, type: text, value: node, label: node, ...common }),
  contexts: ["expanded-timeline"],
  template: `
    <div className={"kv-field" + (className ? " " + className : "")} style={style}>
      <div className="kv-field-label">{label ?? kview.label(field, type)}</div>
      <div className="kv-field-value kv-formatted">${formattedValue("type")}</div>
    </div>`,
});
