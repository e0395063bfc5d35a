import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed, node } from "./prop-kinds.ts";

/** How a customer feels: a face, a word and a colour, so that none of them stands alone. */
export const sentiment = defineComponent({
  name: "Sentiment",
  purpose: "How a customer feels: `{ polarity }` as records hold it, a number from -1 to 1, or a word.",
  props: z.looseObject({ value: needed, label: node, ...common }),
  examples: ['<p><Sentiment value={{ polarity: 0.8, confidence: 0.9 }}/> <Sentiment value={0}/> <Sentiment value="negative"/></p>'],
  template: `
    <span
      className={"kv-sentiment" + (kview.polarity(value) ? " kv-sentiment-" + kview.polarity(value) : "")
        + (className ? " " + className : "")}
      style={style}
    >
      {kview.polarity(value) && <Icon
        name={kview.polarity(value) === "positive" ? "emoticon-happy-outline"
          : kview.polarity(value) === "negative" ? "emoticon-sad-outline" : "emoticon-neutral-outline"}
      />}
      <span>{label ?? kview.mood(value)}</span>
    </span>`,
});
