import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** The agents that a conversation is assigned to: names, or records of users. Agents edit them where the host takes changes. */
export const rowAssignmentUser = defineComponent({
  name: "RowAssignmentUser",
  purpose: "The agents that a conversation is assigned to: names, or records of users.",
  examples: ['<RowAssignmentUser value={[{ name: "Kim Berg" }, { displayName: "Lee Park" }]}/>'],
  props: z.looseObject({ value: node, label: node, ...common }),
  contexts: ["smartbar-details"],
  template: `
    <div className={"kv-row" + (className ? " " + className : "")} style={style}>
      <div className="kv-row-label">{label ?? "Assigned users"}</div>
      <div className="kv-row-value">
        <kview.Editor field="assignedUsers" object="conversation" value={value} label={label}>{kview.titles(value)}</kview.Editor>
      </div>
    </div>`,
});
