import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** The teams that a conversation is assigned to: names, or records of teams. Agents edit them where the host takes changes. */
export const rowAssignmentTeam = defineComponent({
  name: "RowAssignmentTeam",
  purpose: "The teams that a conversation is assigned to: names, or records of teams.",
  examples: ['<RowAssignmentTeam value={[{ name: "Returns" }]}/>'],
  props: z.looseObject({ value: node, label: node, ...common }),
  contexts: ["smartbar-details"],
  template: `
    <div className={"kv-row" + (className ? " " + className : "")} style={style}>
      <div className="kv-row-label">{label ?? "Assigned teams"}</div>
      <div className="kv-row-value">
        <kview.Editor field="assignedTeams" object="conversation" value={value} label={label}>{kview.titles(value)}</kview.Editor>
      </div>
    </div>`,
});
