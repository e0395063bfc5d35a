import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed, node, tone } from "./prop-kinds.ts";

/** How much of something is done. */
export const progress = defineComponent({
  name: "Progress",
  purpose: "How much of something is done: a bar, with its label before it and its share behind.",
  props: z.looseObject({ value: needed, max: z.optional(z.number()), label: node, tone, ...common }),
  examples: [
    '<Progress value={40} label="Onboarding"/>',
    '<Progress value={1840} max={2000} tone="success" label="Points to gold"/>',
    '<Progress value={7} max={60} tone="danger"/>',
  ],
  template: `
    <div className={"kv-progress" + (tone ? " kv-progress-" + tone : "") + (className ? " " + className : "")} style={style}>
      <div className="kv-progress-text">
        <span className="kv-progress-label">{label}</span>
        <span className="kv-progress-share">{kview.percent(value, max)}</span>
      </div>
      <div
        className="kv-progress-track"
        role="progressbar"
        aria-label={kview.word(label) || "Progress"}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow={kview.share(value, max)}
      >
        <div className="kv-progress-bar" style={{ width: (kview.share(value, max) || 0) + "%" }} />
      </div>
    </div>`,
});
