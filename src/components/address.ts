import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, needed } from "./prop-kinds.ts";

/** A postal address, a line each. */
export const address = defineComponent({
  name: "Address",
  purpose: "A postal address, line by line: a record of its parts as the platform and shops write them, or text with line breaks.",
  props: z.looseObject({ value: needed, ...common }),
  examples: [
    '<Address value={{ name: "Marta Lindqvist", address1: "Storgatan 12", zip: "114 55", city: "Stockholm", country: "Sweden" }}/>',
  ],
  template: `
    <address className={"kv-address" + (className ? " " + className : "")} style={style}>
      {kview.address(value).map((line, index) => <div key={index}>{line}</div>)}
    </address>`,
});
