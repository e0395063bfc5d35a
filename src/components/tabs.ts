import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed, node, text } from "./prop-kinds.ts";

/**
 * Parts of which one is shown at a time. Radio buttons do the choosing, so that it works in printed HTML, where nothing listens, and
 * with the arrow keys; the style sheet shows the part of the chosen one, and all of them on paper.
 */
export const tabs = defineComponent({
  name: "Tabs",
  purpose: "Parts of which one is shown at a time: `tabs` of `{ label, content }`. Two of the same labels in a card need a `name` each.",
  props: z.looseObject({ tabs: needed, name: text, label: node, ...common }),
  examples: [
    '<Tabs tabs={[{ label: "Details", content: <BasicRow label="Size" value="XL"/> }, { label: "History", ' +
      'content: <Text>Ordered twice before.</Text> }, { label: "Notes", content: "None yet" }]}/>',
  ],
  template: `
    <div className={"kv-tabs" + (className ? " " + className : "")} style={style} role="group" aria-label={kview.word(label)}>
      {((tabs) => tabs.map((tab, index) => (
        <div className="kv-tab" key={index}>
          <label className="kv-tab-label">
            <input
              className="kv-tab-choice"
              type="radio"
              name={"tabs-" + (kview.word(name) ?? tabs.map((one) => one.label).join("-"))}
              defaultChecked={index === 0}
            />
            <span className="kv-tab-text">{tab.label}</span>
          </label>
          <div className="kv-tab-panel">{tab.content}</div>
        </div>
      )))(kview.tabs(tabs))}
    </div>`,
});
