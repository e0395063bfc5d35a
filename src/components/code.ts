import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, node } from "./prop-kinds.ts";

/** Text for machines, letter by letter. */
export const code = defineComponent({
  name: "Code",
  purpose: "Text for machines, letter by letter: within a line, or as a `block`. Records are shown as JSON.",
  props: z.looseObject({ value: node, block: flag, children: node, ...common }),
  examples: ["<p>Tracking number <Code>SE-4417-0093</Code></p>", '<Code block value={{ event: "order.paid", attempt: 2, ok: true }}/>'],
  template: `
    <code className={"kv-code" + (block ? " kv-code-block" : "") + (className ? " " + className : "")} style={style}>
      {children ?? kview.code(value, block)}
    </code>`,
});
