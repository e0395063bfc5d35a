import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** A conversation's priority. Agents edit it where the host takes changes. */
export const rowPriority = defineComponent({
  name: "RowPriority",
  purpose: "A conversation's priority.",
  examples: ["<RowPriority value={3}/>"],
  props: z.looseObject({ value: node, label: node, ...common }),
  contexts: ["smartbar-details"],
  template: `
    <div className={"kv-row" + (className ? " " + className : "")} style={style}>
      <div className="kv-row-label">{label ?? "Priority"}</div>
      <div className="kv-row-value">
        <kview.Editor field="priority" object="conversation" value={value} label={label}>{value}</kview.Editor>
      </div>
    </div>`,
});
