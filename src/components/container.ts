import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, node } from "./prop-kinds.ts";

/** The outer wrapper of a view, with the standard padding where asked for. */
export const container = defineComponent({
  name: "Container",
  purpose: "The outer wrapper of a view, with the standard padding where asked for.",
  examples: ["<Container padded>Padded content</Container>"],
  props: z.looseObject({ padded: flag, children: node, ...common }),
  template: `
    <div className={"kv-container" + (padded ? " kv-padded" : "") + (className ? " " + className : "")} style={style}>
      {children}
    </div>`,
});
