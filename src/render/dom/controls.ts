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
      if (inputType(props) === "file") return undefined;
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

/** The type of an `<input>`, in lower case; empty where it is no text, and so not written. */
export function inputType({ type }: Rec): string {
  return typeof type === "string" ? type.toLowerCase() : "";
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
  /** Values that the template knows: what it said itself, or was told of. */
  readonly #known = new WeakMap<Element, string>();
  /** Events that were looked at, and whether they told anything new. */
  readonly #news = new WeakMap<Event, boolean>();

  /**
   * Makes what a control begins with its own, as React does: a default that changes later is none of what the reader sees, and the caret
   * stands at the end of a text.
   */
  begin(element: Element): void {
    if (this.#known.has(element)) return;
    const { value } = element as HTMLInputElement;
    this.#known.set(element, value);
    // A reader who types already is not disturbed.
    if (element !== element.ownerDocument.activeElement) takeOver(element);
  }

  /** Tells whether an event of typing tells of another value than the template knows. */
  isNews(event: Event): boolean {
    const told = this.#news.get(event);
    if (told !== undefined) return told;
    const element = event.target as HTMLInputElement;
    const isNew = this.#known.get(element) !== element.value;
    this.#known.set(element, element.value);
    this.#news.set(event, isNew);
    return isNew;
  }

  /** Says what a control has to show from now on, and has it show that. */
  set(element: Element, control: Control | undefined): void {
    if (control === undefined) {
      this.#controls.delete(element);
      return;
    }
    this.#controls.set(element, control);
    apply(element, control);
    if (control.kind === "value") this.#known.set(element, (element as HTMLInputElement).value);
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
    if (control.kind === "value") this.#known.set(element, (element as HTMLInputElement).value);
  }
}

function takeOver(element: Element): void {
  switch (element.localName) {
    case "textarea":
      write(element as HTMLTextAreaElement);
      return;
    case "input": {
      const input = element as HTMLInputElement;
      if (isCheckable(input.type)) input.checked = Boolean(input.checked);
      else if (input.hasAttribute("value") && !withoutText.has(input.type)) write(input);
      return;
    }
    case "select":
      for (const option of (element as HTMLSelectElement).options) option.selected = Boolean(option.selected);
  }
}

/** Inputs whose value is their attribute, or not to be written. */
const withoutText: ReadonlySet<string> = new Set(["button", "file", "hidden", "image", "reset", "submit"]);

/** Writes a value over another: the same one would leave the caret where it is. */
function write(input: HTMLInputElement | HTMLTextAreaElement): void {
  const { value } = input;
  if (value === "") return;
  input.value = "";
  input.value = value;
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
