import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, node, tones } from "./prop-kinds.ts";

/** A run of text in one of the theme's sizes, weights and colours. */
export const text = defineComponent({
  name: "Text",
  purpose: "A run of text in one of the theme's sizes, weights and colours; truncated, it keeps to one line.",
  props: z.looseObject({
    size: z.optional(z.enum(["small", "medium", "large", "huge"])),
    weight: z.optional(z.enum(["regular", "medium", "bold"])),
    tone: z.optional(z.enum(["primary", "secondary", "hint", ...tones])),
    truncate: flag,
    value: node,
    children: node,
    ...common,
  }),
  examples: [
    '<p><Text size="huge" weight="bold">Huge</Text> <Text size="large">large</Text> <Text>medium</Text> <Text ' +
      'size="small">small</Text></p>',
    '<p><Text tone="secondary">secondary</Text> <Text tone="hint">hint</Text> <Text tone="info">info</Text> ' +
      '<Text tone="success">success</Text> <Text tone="alert">alert</Text> <Text tone="danger">danger</Text></p>',
    '<Text truncate value="A line that is far too long for the insights panel, so that it ends where the panel does"/>',
  ],
  template: `
    <span
      className={"kv-text" + (size ? " kv-text-" + size : "") + (weight ? " kv-weight-" + weight : "") + (tone ? " kv-tone-" + tone : "")
        + (truncate ? " kv-truncate" : "") + (className ? " " + className : "")}
      style={style}
      title={truncate ? kview.word(value ?? children) : undefined}
    >
      {value ?? children}
    </span>`,
});
