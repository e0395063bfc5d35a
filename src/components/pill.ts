import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

const colors = ["neutral", "info", "success", "alert", "danger"] as const;

/** A small status label. */
export const pill = defineComponent({
  name: "Pill",
  props: z.looseObject({ label: node, color: z.optional(z.enum(colors)), children: node, ...common }),
  template: `
    <span className={"kv-pill" + (color ? " kv-pill-" + color : "") + (className ? " " + className : "")} style={style}>
      {label ?? children}
    </span>`,
});
