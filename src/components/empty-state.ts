import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, icon, node } from "./prop-kinds.ts";

/** What stands where there is nothing yet, and what to do about it. */
export const emptyState = defineComponent({
  name: "EmptyState",
  purpose: "What stands where there is nothing yet: an icon, a title, a text, and buttons as children.",
  props: z.looseObject({ icon, title: node, text: node, children: node, ...common }),
  examples: [
    '<EmptyState icon="package-variant" title="No orders yet" text="Orders appear here within a ' +
      'minute."><Button size="small">Create order</Button></EmptyState>',
  ],
  template: `
    <div className={"kv-empty" + (className ? " " + className : "")} style={style}>
      {icon && <Icon name={icon} size="large" className="kv-empty-icon" />}
      {title && <div className="kv-empty-title">{title}</div>}
      {text && <div className="kv-empty-text">{text}</div>}
      {children && <div className="kv-empty-actions">{children}</div>}
    </div>`,
});
