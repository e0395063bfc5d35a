import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data, length, needed, text } from "./prop-kinds.ts";

/**
 * The older embedded page, of a size that the template gives until the page asks for another. Otherwise as `DynamicCard`.
 */
export const card = defineComponent({
  name: "Card",
  purpose: "The older embedded page, of a size that the template gives.",
  examples: ['<Card src="https://example.com/card" height={60}/>'],
  props: z.looseObject({ src: needed, context: data, height: length, width: length, title: text, ...common }),
  template: `
    <div className={"kv-frame" + (className ? " " + className : "")} style={style}>
      {src && (
        <kview.Frame context={context}>
          <iframe
            className="kv-frame-page"
            src={src}
            title={kview.word(title) || "Embedded card"}
            loading="lazy"
            style={{ height: height, width: width }}
          />
        </kview.Frame>
      )}
    </div>`,
});
