import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed, node } from "./prop-kinds.ts";

/** An address for mail. */
export const email = defineComponent({
  name: "Email",
  purpose: "An address for mail: text, `{ email }`, or the first of a list of those.",
  props: z.looseObject({ value: needed, label: node, ...common }),
  examples: [
    '<Email value="marta@example.com"/>',
    '<Email value={[{ type: "home", email: "ada.park@example.com" }]} label="Write to Ada"/>',
  ],
  template: `
    <a className={"kv-link kv-contact" + (className ? " " + className : "")} style={style} href={kview.reach(value, "email")}>
      <Icon name="email-outline" className="kv-icon-before" />{label ?? kview.contact(value, "email")}
    </a>`,
});
