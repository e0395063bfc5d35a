import type { Rec } from "../../runtime/record.ts";

/** What a control of a form has to show, because the template says so at every render (a controlled input). */
export type Control =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "checked"; readonly checked: boolean }
  | { readonly kind: "chosen"; readonly chosen: ReadonlySet<string>; readonly multiple: boolean };

/** Reads what an element's props say; `undefined` for what the reader of the page controls alone. */
export function toControl(tag: string, props: Rec): Control | undefined {
  const { value, checked } = props;
  switch (tag) {
    case "input":
      if (isCheckable(props.type))
        return checked === undefined || checked === null ? undefined : { kind: "checked", checked: Boolean(checked) };
      // The value of a file input is the agent's to choose.
      if (String(props.type).toLowerCase() === "file") return undefined;
      return isText(value) ? { kind: "value", value: String(value) } : undefined;
    case "textarea":
      return isText(value) ? { kind: "value", value: String(value) } : undefined;
    case "select": {
      if (value === undefined || value === null) return undefined;
      const list = Array.isArray(value) ? value : [value];
      return {
        kind: "chosen",
        chosen: new Set(list.filter((item) => typeof item !== "object").map(String)),
        multiple: Boolean(props.multiple),
      };
    }
    default:
      return undefined;
  }
}

function isCheckable(type: unknown): boolean {
  return typeof type === "string" && /^(checkbox|radio)$/i.test(type);
}

function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The controls of a card, and what each has to show. */
export class Controls {
  readonly #controls = new WeakMap<Element, Control>();

  /** Says what a control has to show from now on, and has it show that. */
  set(element: Element, control: Control | undefined): void {
    if (control === undefined) {
      this.#controls.delete(element);
      return;
    }
    this.#controls.set(element, control);
    apply(element, control);
  }

  /**
   * Has a control show what the template said last. After an event: what the reader typed stays only if the template took it. A radio
   * button that is put back has let others of its group go.
   */
  restore(target: EventTarget | null, root: Element): void {
    const element = target as Element | null;
    if (typeof element?.getAttribute !== "function") return;
    const control = this.#controls.get(element);
    if (control === undefined) return;
    if (control.kind === "checked" && (element as HTMLInputElement).type === "radio") {
      for (const other of root.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
        const own = this.#controls.get(other);
        if (own !== undefined && other.name === (element as HTMLInputElement).name) apply(other, own);
      }
    }
    apply(element, control);
  }
}

function apply(element: Element, control: Control): void {
  switch (control.kind) {
    case "value": {
      const input = element as HTMLInputElement;
      // `1.` and `1.0` are the same number; writing it anew would take the reader's dot away.
      const same =
        input.type === "number" ? input.value !== "" && Number(input.value) === Number(control.value) : input.value === control.value;
      if (!same) input.value = control.value;
      return;
    }
    case "checked":
      if ((element as HTMLInputElement).checked !== control.checked) (element as HTMLInputElement).checked = control.checked;
      return;
    case "chosen":
      choose(element as HTMLSelectElement, control);
  }
}

function choose(select: HTMLSelectElement, { chosen, multiple }: Extract<Control, { kind: "chosen" }>): void {
  const options = [...select.options];
  if (multiple) {
    for (const option of options) if (option.selected !== chosen.has(option.value)) option.selected = chosen.has(option.value);
    return;
  }
  const option = options.find(({ value }) => chosen.has(value)) ?? options.find(({ disabled }) => !disabled);
  if (option !== undefined && !option.selected) option.selected = true;
}
