import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** Buttons that belong together, in a row that wraps. */
export const buttonGroup = defineComponent({
  name: "ButtonGroup",
  purpose: "Buttons that belong together, in a row that wraps.",
  examples: ['<ButtonGroup><Button variant="primary">Confirm</Button><Button>Reschedule</Button></ButtonGroup>'],
  props: z.looseObject({ children: node, ...common }),
  template: `<div className={"kv-button-group" + (className ? " " + className : "")} style={style} role="group">{children}</div>`,
});
