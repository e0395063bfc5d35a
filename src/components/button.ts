import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, handler, icon, node, size, text } from "./prop-kinds.ts";

const variants = ["primary", "secondary", "text", "danger"] as const;

/**
 * An action. `icon` takes its place before or after the text; a loading button can't be pressed. It keeps the focus, which a disabled one
 * would lose: whoever pressed it by key is still there when it is done.
 */
export const button = defineComponent({
  name: "Button",
  purpose: "An action. `icon` stands before the text, or behind it; a loading button can't be pressed.",
  examples: [
    '<ButtonGroup><Button variant="primary">Refund</Button><Button>Resend</Button><Button ' +
      'variant="text">Details</Button><Button variant="danger">Cancel order</Button></ButtonGroup>',
    '<ButtonGroup><Button size="small" icon="plus">Add</Button><Button icon="open-in-new" ' +
      'iconPosition="right">Open</Button><Button size="large" variant="primary" ' +
      'icon="cart">Order</Button></ButtonGroup>',
    '<ButtonGroup><Button variant="primary" loading>Saving</Button><Button disabled>Disabled</Button></ButtonGroup>',
  ],
  props: z.looseObject({
    variant: z.optional(z.enum(variants)),
    size,
    icon,
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
      title={kview.word(title)}
      disabled={disabled}
      aria-disabled={loading ? "true" : undefined}
      aria-busy={loading ? "true" : undefined}
      onClick={loading ? undefined : onClick}
    >
      {loading
        ? <span className="kv-spinner" aria-hidden="true" />
        : icon && <Icon name={icon} />}
      {children}
    </button>`,
});
