import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

const sizes = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
] as const;

/** One cell of a Grid, as many sixteenths wide as `size` says; without a size it shares what is left. */
export const column = defineComponent({
  name: "Column",
  purpose: "One cell of a Grid, as many sixteenths wide as `size` says; without a size it shares what is left.",
  examples: ['<Grid><Column size="four">four</Column><Column size="eight">eight</Column><Column>the rest</Column></Grid>'],
  props: z.looseObject({ size: z.optional(z.enum(sizes)), children: node, ...common }),
  template: `
    <div className={"kv-column" + (size ? " kv-column-" + size : "") + (className ? " " + className : "")} style={style}>
      {children}
    </div>`,
});
