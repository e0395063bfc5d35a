import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** Lays out Columns side by side; they wrap where the panel is narrow. Nests inside a Column. */
export const grid = defineComponent({
  name: "Grid",
  props: z.looseObject({ children: node, ...common }),
  template: `<div className={"kv-grid" + (className ? " " + className : "")} style={style}>{children}</div>`,
});
