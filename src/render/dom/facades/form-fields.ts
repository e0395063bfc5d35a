import { chargeArray, chargeString } from "../../../runtime/budget.ts";
import type { Opaque } from "../../../runtime/handles.ts";
import type { FormField } from "../../../scope/browser/form-data.ts";
import type { Page } from "../page.ts";
import { toOwnName } from "./attributes.ts";
import { toFiles } from "./files.ts";
import { ElementState } from "./states.ts";

/** Kinds of controls that are sent only where they were pressed. */
const pressed: ReadonlySet<string> = new Set(["button", "image", "reset", "submit"]);

/**
 * Reads what a form of the card would send, for `new FormData(form)` (HTML 4.10.22.4, "constructing the entry list"); `undefined` for
 * what is no form of this card.
 */
export function readFormFields(page: Page, form: Opaque): readonly FormField[] | undefined {
  const { state } = form;
  if (!(state instanceof ElementState) || state.page !== page || state.isBody || state.element.localName !== "form") return undefined;
  const { elements } = state.element as HTMLFormElement;
  // A control of the host's that is named `elements` hides the list.
  if (typeof elements !== "object" || typeof elements.length !== "number") return [];
  chargeArray(page.realm, elements.length);
  const fields: FormField[] = [];
  for (let i = 0; i < elements.length; i++) {
    const control = elements[i] as HTMLInputElement;
    const name = control.getAttribute("name") ?? "";
    // A control that the card can't see is none of its fields.
    if (name === "" || page.toElement(control) === null || control.matches(":disabled, datalist *")) continue;
    for (const value of readValues(page, control)) {
      if (typeof value === "string") chargeString(page.realm, value.length);
      fields.push([toOwnName(page, name), value]);
    }
  }
  return fields;
}

/** What one control sends: nothing, a text, or one value for each option or file that is picked. */
function readValues(page: Page, control: HTMLInputElement): readonly (string | Opaque)[] {
  const { localName, type } = control;
  if (localName === "select") {
    const { options } = control as unknown as HTMLSelectElement;
    return [...options].filter((option) => option.selected && !option.matches(":disabled")).map(({ value }) => value);
  }
  if (localName === "textarea") return [control.value];
  if (localName !== "input" || pressed.has(type)) return [];
  if (type === "checkbox" || type === "radio") return control.checked ? [control.value] : [];
  if (type !== "file") return [control.value];
  return toFiles(page.realm, page, control.files) ?? [];
}
