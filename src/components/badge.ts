import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, node, tone } from "./prop-kinds.ts";

/** A count, or a dot where there is none. The label is what readers of the screen hear besides. */
export const badge = defineComponent({
  name: "Badge",
  purpose: "A count, or a dot that says that there is something. `label` says what, to those who don't see where it stands.",
  props: z.looseObject({ count: node, max: z.optional(z.number()), dot: flag, tone, label: node, children: node, ...common }),
  examples: [
    '<p>Open <Badge count={3}/> Overdue <Badge count={128} tone="danger" label="overdue"/> New <Badge ' +
      'count={1240} max={999} tone="info"/></p>',
    '<p><Badge dot tone="success" label="online"/> Online <Badge dot tone="alert"/> Away <Badge dot/> Offline</p>',
  ],
  template: `
    <span
      className={"kv-badge" + (dot ? " kv-badge-dot" : "") + (tone ? " kv-badge-" + tone : "") + (className ? " " + className : "")}
      style={style}
    >
      {!dot && (kview.count(count, max) || children)}
      {label && <span className="kv-unseen"> {label}</span>}
    </span>`,
});
