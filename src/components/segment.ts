import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** Groups content, with space below. */
export const segment = defineComponent({
  name: "Segment",
  purpose: "Groups content, with space below.",
  examples: ["<div><Segment>First group</Segment><Segment>Second group</Segment></div>"],
  props: z.looseObject({ children: node, ...common }),
  template: `<div className={"kv-segment" + (className ? " " + className : "")} style={style}>{children}</div>`,
});
