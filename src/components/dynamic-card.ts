import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data, flag, needed, text } from "./prop-kinds.ts";

/**
 * An embedded page, in the sandbox that the policy sets. In a live card it is shown once it says that it is there, and is then told the
 * `context`; in a string it is inert.
 */
export const dynamicCard = defineComponent({
  name: "DynamicCard",
  purpose: "An embedded page that speaks with the host.",
  examples: ['<DynamicCard src="https://example.com/card" title="Rewards" fillToWidth/>'],
  props: z.looseObject({ src: needed, context: data, fillToWidth: flag, noPadding: flag, title: text, ...common }),
  template: `
    <div
      className={"kv-frame" + (fillToWidth ? " kv-frame-wide" : "") + (noPadding ? " kv-frame-flush" : "")
        + (className ? " " + className : "")}
      style={style}
    >
      {src && (
        <kview.Frame context={context}>
          <iframe className="kv-frame-page" src={src} title={kview.word(title) || "Embedded card"} loading="lazy" />
        </kview.Frame>
      )}
    </div>`,
});
