import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed, node } from "./prop-kinds.ts";

/** A phone number to call. */
export const phone = defineComponent({
  name: "Phone",
  purpose: "A phone number to call: text, `{ phone }`, or the first of a list of those.",
  props: z.looseObject({ value: needed, label: node, ...common }),
  examples: ['<Phone value="+46 8 123 456 78"/>', '<Phone value={[{ type: "work", phone: "+1 (555) 010-9988", verified: true }]}/>'],
  template: `
    <a className={"kv-link kv-contact" + (className ? " " + className : "")} style={style} href={kview.reach(value, "phone")}>
      <Icon name="phone" className="kv-icon-before" />{label ?? kview.contact(value, "phone")}
    </a>`,
});
