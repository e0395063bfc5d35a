import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/**
 * Shows the first three of its rows and the others on demand. The style sheet does the hiding: rows are counted where
 * they stand, however the template made them, and it works in printed HTML, where nothing listens for clicks.
 */
export const collapsedRows = defineComponent({
  name: "CollapsedRows",
  purpose: "Shows the first three of its rows and the others on demand, without script.",
  examples: [
    '<CollapsedRows><BasicRow label="One" value="1"/><BasicRow label="Two" value="2"/><BasicRow label="Three" ' +
      'value="3"/><BasicRow label="Four" value="4"/><BasicRow label="Five" value="5"/></CollapsedRows>',
  ],
  props: z.looseObject({ children: node, ...common }),
  contexts: ["smartbar-details"],
  template: `
    <div className={"kv-collapsed" + (className ? " " + className : "")} style={style}>
      <details className="kv-collapsed-toggle">
        <summary><span className="kv-collapsed-more">Show more</span><span className="kv-collapsed-less">Show less</span></summary>
      </details>
      <div className="kv-collapsed-rows">{children}</div>
    </div>`,
});
