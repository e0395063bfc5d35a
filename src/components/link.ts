import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, icon, needed, node } from "./prop-kinds.ts";

/** An address to follow. A masked one is shown and leads nowhere. */
export const link = defineComponent({
  name: "Link",
  purpose: "An address to follow, in a tab of its own unless `sameTab` is set. Without a text it shows the address.",
  props: z.looseObject({ href: needed, label: node, icon, sameTab: flag, children: node, ...common }),
  examples: [
    '<Link href="https://shop.example.com/orders/10-4417">Order 10-4417</Link>',
    '<Link href="https://shop.example.com/help" icon="open-in-new" label="Help centre"/>',
  ],
  template: `
    <a
      className={"kv-link" + (className ? " " + className : "")}
      style={style}
      href={kview.href(href)}
      target={sameTab ? undefined : "_blank"}
      rel={sameTab ? undefined : "noopener noreferrer"}
    >
      {icon && <Icon name={icon} className="kv-icon-before" />}
      {label ?? children ?? kview.format(href)}
    </a>`,
});
