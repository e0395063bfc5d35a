import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, handler, node, text } from "./prop-kinds.ts";

const variants = ["primary", "secondary", "text", "danger"] as const;
const sizes = ["small", "medium", "large"] as const;

/** An action. `icon` takes its place before or after the text; a loading button can't be pressed. */
export const button = defineComponent({
  name: "Button",
  props: z.looseObject({
    variant: z.optional(z.enum(variants)),
    size: z.optional(z.enum(sizes)),
    icon: text,
    iconPosition: z.optional(z.enum(["left", "right"])),
    loading: flag,
    disabled: flag,
    onClick: handler,
    title: text,
    children: node,
    ...common,
  }),
  template: `
    <button
      type="button"
      className={"kv-button kv-button-" + (variant || "secondary") + (size ? " kv-button-" + size : "")
        + (iconPosition === "right" ? " kv-button-reverse" : "") + (className ? " " + className : "")}
      style={style}
      title={title}
      disabled={loading || disabled}
      aria-busy={loading ? "true" : undefined}
      onClick={onClick}
    >
      {loading
        ? <span className="kv-spinner" aria-hidden="true" />
        : icon && <span className={"kv-icon kv-icon-" + icon} aria-hidden="true" />}
      {children}
    </button>`,
});
