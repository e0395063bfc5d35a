import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** Lays out Columns side by side; they wrap where the panel is narrow. Nests inside a Column. */
export const grid = defineComponent({
  name: "Grid",
  purpose: "Lays out Columns side by side; they wrap where the panel is narrow. Nests inside a Column.",
  examples: [
    '<Grid><Column size="eight"><BasicField label="Order" value="10-4417"/></Column><Column ' +
      'size="eight"><BasicField label="Status" value="Shipped"/></Column><Column size="sixteen"><BasicField ' +
      'label="Note" value="Leave at the door"/></Column></Grid>',
  ],
  props: z.looseObject({ children: node, ...common }),
  template: `<div className={"kv-grid" + (className ? " " + className : "")} style={style}>{children}</div>`,
});
