import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data, flag, text } from "./prop-kinds.ts";

/** An embedded page. Inert: it runs in the sandbox that the policy sets, and is told nothing, `context` neither. */
export const dynamicCard = defineComponent({
  name: "DynamicCard",
  props: z.looseObject({ src: text, context: data, fillToWidth: flag, noPadding: flag, title: text, ...common }),
  template: `
    <div
      className={"kv-frame" + (fillToWidth ? " kv-frame-wide" : "") + (noPadding ? " kv-frame-flush" : "")
        + (className ? " " + className : "")}
      style={style}
    >
      {src && <iframe className="kv-frame-page" src={src} title={title || "Embedded card"} loading="lazy" />}
    </div>`,
});
