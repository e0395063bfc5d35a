import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, data, flag, handler, node, text } from "./prop-kinds.ts";

/**
 * One attribute of a create form. In a live card the agent enters a value by the attribute's type; a string shows what the form would begin
 * with.
 */
export const createFormRow = defineComponent({
  name: "CreateFormRow",
  purpose: "One attribute of a create form: an input by its type, with the value that the form begins with.",
  examples: [
    '<div><CreateFormRow field="orderNumberStr" object="kobject.order" value="10-4418" ' +
      'required/><CreateFormRow field="noteTxt" object="kobject.order" value=""/></div>',
  ],
  props: z.looseObject({ field: text, object: text, label: node, value: data, required: flag, onChange: handler, ...common }),
  contexts: ["create-form"],
  template: `
    <div className={"kv-form-row" + (className ? " " + className : "")} style={style}>
      <kview.FormRow field={field} object={object} label={label} value={value} required={required} onChange={onChange}>
        <label className="kv-form-field">
          <span className="kv-form-label">
            {label ?? kview.label(field, object)}{required && <span className="kv-required" aria-hidden="true">*</span>}
          </span>
          {kview.isLong(field, object)
            ? <textarea className="kv-input" rows={4} readOnly={true} value={kview.input(value, field, object)} />
            : <input className="kv-input" type="text" readOnly={true} value={kview.input(value, field, object)} />}
        </label>
      </kview.FormRow>
    </div>`,
});
