import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, iconName, node, size, tone } from "./prop-kinds.ts";

/** A drawing by its name; an unknown name is an empty circle. Without a label it is decoration, and readers of the screen pass it by. */
export const icon = defineComponent({
  name: "Icon",
  purpose: "A drawing by its Material Design Icons name, in the colour of the text around it. Give a label where it says something alone.",
  props: z.looseObject({ name: iconName, label: node, size, tone, ...common }),
  examples: [
    '<Text><Icon name="cart"/> <Icon name="truck-fast"/> <Icon name="package-variant-closed"/> <Icon ' +
      'name="cash-refund"/> <Icon name="star"/></Text>',
    '<Text><Icon name="check-circle" tone="success" size="small"/> <Icon name="alert" tone="alert" ' +
      'label="Warning"/> <Icon name="alert-octagon" tone="danger" size="large"/></Text>',
  ],
  template: `
    <span
      className={"kv-icon" + (size ? " kv-icon-" + size : "") + (tone ? " kv-tone-" + tone : "") + (className ? " " + className : "")}
      style={style}
      role={kview.word(label) ? "img" : undefined}
      aria-label={kview.word(label)}
      aria-hidden={kview.word(label) ? undefined : "true"}
    >
      <svg className="kv-icon-drawing" viewBox="0 0 24 24" focusable="false"><path d={kview.icon(name)} /></svg>
    </span>`,
});
