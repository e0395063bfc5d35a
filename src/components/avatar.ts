import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node, size, text } from "./prop-kinds.ts";

/** A person's picture, or the initials on a colour that is always the same for the name. */
export const avatar = defineComponent({
  name: "Avatar",
  purpose: "A person's picture, or the initials of the name on a colour of its own. Takes a name, or the record of a user.",
  props: z.looseObject({ name: node, image: text, size, ...common }),
  examples: [
    '<p><Avatar name="Marta Lindqvist"/> <Avatar name="Kim"/> <Avatar name="Jean-Luc de Graaf"/> <Avatar name="Lee Park"/> <Avatar/></p>',
    '<p><Avatar name="Ada Park" size="small"/> <Avatar name="Ada Park"/> <Avatar name="Ada Park" size="large"/></p>',
  ],
  template: `
    <span
      className={"kv-avatar kv-avatar-" + kview.shade(name) + (size ? " kv-avatar-" + size : "") + (className ? " " + className : "")}
      style={style}
      role="img"
      aria-label={kview.word(name) || "Unknown person"}
    >
      {kview.href(image)
        ? <img className="kv-avatar-image" src={kview.href(image)} alt="" loading="lazy" />
        : kview.initials(name) || <Icon name="account" />}
    </span>`,
});
