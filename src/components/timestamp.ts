import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed } from "./prop-kinds.ts";

/** A date, told by its distance from now and, on hover, in full. */
export const timestamp = defineComponent({
  name: "Timestamp",
  purpose: "A date by its distance from now; in full when the pointer rests on it, or with `format` always.",
  props: z.looseObject({ value: needed, format: z.optional(z.enum(["relative", "absolute"])), ...common }),
  examples: [
    '<p><Timestamp value="2026-10-05T07:58:00Z"/> · <Timestamp value="2026-10-03T15:04:05Z"/> · <Timestamp value="2026-12-24"/></p>',
    '<Timestamp value="2026-10-02T15:04:05Z" format="absolute"/>',
  ],
  template: `
    <time
      className={"kv-time" + (className ? " " + className : "")}
      style={style}
      dateTime={kview.iso(value)}
      title={format === "absolute" ? undefined : kview.absolute(value)}
    >
      {(format === "absolute" ? kview.absolute(value) : kview.relative(value)) ?? kview.format(value)}
    </time>`,
});
