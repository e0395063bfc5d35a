import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, icon, node, tone } from "./prop-kinds.ts";

/** Something that the agent should not miss. */
export const callout = defineComponent({
  name: "Callout",
  purpose: "Something that the agent should not miss, with a title, a text, or both.",
  props: z.looseObject({ tone, title: node, icon, children: node, ...common }),
  examples: [
    '<Callout tone="info" title="Vacation hold">No deliveries until October 20.</Callout>',
    '<Callout tone="success" title="Refund is on its way"/>',
    '<Callout tone="alert">The card ends this month.</Callout>',
    '<Callout tone="danger" title="Payment failed">The bank declined it twice. Ask for another card.</Callout>',
    '<Callout icon="gift" title="Birthday in three days"/>',
  ],
  template: `
    <div className={"kv-callout" + (tone ? " kv-callout-" + tone : "") + (className ? " " + className : "")} style={style} role="note">
      {icon
        ? <Icon name={icon} className="kv-callout-icon" />
        : <Icon
            className="kv-callout-icon"
            name={tone === "success" ? "check-circle" : tone === "alert" ? "alert" : tone === "danger" ? "alert-octagon" : "information"}
          />}
      <div className="kv-callout-body">
        {title && <div className="kv-callout-title">{title}</div>}
        {children && <div className="kv-callout-text">{children}</div>}
      </div>
    </div>`,
});
