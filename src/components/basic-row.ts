import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** A label beside a value, both given. The style sheet shows a dash for no value. */
export const basicRow = defineComponent({
  name: "BasicRow",
  purpose: "A label beside a value, both given. No value is a dash.",
  examples: [
    '<div><BasicRow label="Points" value={1840}/><BasicRow label="Tier" value={<Pill label="Gold" ' +
      'color="success"/>}/><BasicRow label="Referred by" value={null}/></div>',
  ],
  props: z.looseObject({ label: node, value: node, children: node, ...common }),
  contexts: ["smartbar-card"],
  template: `
    <div className={"kv-row" + (className ? " " + className : "")} style={style}>
      {label !== undefined && <div className="kv-row-label">{label}</div>}
      <div className="kv-row-value">{value ?? children}</div>
    </div>`,
});
