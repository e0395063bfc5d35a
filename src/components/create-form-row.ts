import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data, flag, handler, node, text } from "./prop-kinds.ts";

/** One attribute of a create form. Read-only: it shows the value that the form would begin with. */
export const createFormRow = defineComponent({
  name: "CreateFormRow",
  purpose: "One attribute of a create form, with the value that the form begins with.",
  examples: [
    '<div><CreateFormRow field="orderNumberStr" object="kobject.order" value="10-4418" ' +
      'required/><CreateFormRow field="noteTxt" object="kobject.order" value=""/></div>',
  ],
  props: z.looseObject({ field: text, object: text, label: node, value: data, required: flag, onChange: handler, ...common }),
  contexts: ["create-form"],
  template: `
    <label className={"kv-form-row" + (className ? " " + className : "")} style={style}>
      <span className="kv-form-label">
        {label ?? kview.label(field, object)}{required && <span className="kv-required" aria-hidden="true">*</span>}
      </span>
      <input className="kv-input" type="text" readOnly={true} value={kview.input(value, field, object)} />
    </label>`,
});
