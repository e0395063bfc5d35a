import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** A line between parts, with a word on it where it begins something. */
export const divider = defineComponent({
  name: "Divider",
  purpose: "A line between parts; with a label it names the part that begins.",
  props: z.looseObject({ label: node, children: node, ...common }),
  examples: ["<div>Above<Divider/>Below</div>", '<div>Summary<Divider label="Payments"/>Three payments</div>'],
  template: `
    <div
      className={"kv-divider" + (className ? " " + className : "")}
      style={style}
      role={label || children ? undefined : "separator"}
    >{label ?? children}</div>`,
});
