import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** A label over a value, both given. The style sheet shows a dash for no value. */
export const basicField = defineComponent({
  name: "BasicField",
  purpose: "A label over a value, both given. No value is a dash.",
  examples: ['<BasicField label="Carrier" value="PostNord"/>', '<BasicField label="Delivered" value={null}/>'],
  props: z.looseObject({ label: node, value: node, children: node, ...common }),
  contexts: ["expanded-timeline"],
  template: `
    <div className={"kv-field" + (className ? " " + className : "")} style={style}>
      {label !== undefined && <div className="kv-field-label">{label}</div>}
      <div className="kv-field-value">{value ?? children}</div>
    </div>`,
});
