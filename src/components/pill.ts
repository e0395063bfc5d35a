import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, icon, node, tone } from "./prop-kinds.ts";

/** A small status label. */
export const pill = defineComponent({
  name: "Pill",
  purpose: "A small status label.",
  examples: [
    '<p><Pill label="Neutral"/> <Pill label="Info" color="info"/> <Pill label="Success" color="success"/> ' +
      '<Pill label="Alert" color="alert"/> <Pill label="Danger" color="danger"/></p>',
    '<p><Pill icon="check" color="success">Delivered</Pill> <Pill icon="clock-outline" color="alert">Delayed</Pill></p>',
  ],
  props: z.looseObject({ label: node, color: tone, icon, children: node, ...common }),
  template: `
    <span className={"kv-pill" + (color ? " kv-pill-" + color : "") + (className ? " " + className : "")} style={style}>
      {icon && <Icon name={icon} className="kv-icon-before" />}
      {label ?? children}
    </span>`,
});
