type Field = HTMLInputElement | HTMLTextAreaElement;

/** The keyboard of a reader, played by events as browsers send them. */
export class Keyboard {
  /** What a field held when it got focus: leaving it with another value is a `change`. */
  readonly #before = new WeakMap<Element, string>();

  focus(element: HTMLElement): void {
    const active = element.ownerDocument.activeElement as HTMLElement | null;
    if (active === element) return;
    if (active !== null) this.#commit(active);
    focusAtEnd(element);
    this.#remember(element);
  }

  blur(document: Document): void {
    const active = document.activeElement as HTMLElement | null;
    if (active === null) return;
    this.#commit(active);
    active.blur();
  }

  /** To be called before focus moves by other means. */
  leave(document: Document): void {
    if (document.activeElement !== null) this.#commit(document.activeElement);
  }

  type(element: HTMLElement, text: string, settle: () => Promise<void>): Promise<void> {
    this.focus(element);
    return this.#typeInto(element, text, settle);
  }

  async #typeInto(element: HTMLElement, text: string, settle: () => Promise<void>): Promise<void> {
    this.#remember(element);
    for (const key of text) {
      if (!element.isConnected) return;
      if (this.#key(element, "keydown", key) && this.#key(element, "keypress", key)) insert(element as Field, key, "insertText");
      this.#key(element, "keyup", key);
      await settle();
    }
  }

  /** Puts a whole value in place of what was there, as a picker does. */
  fill(element: HTMLElement, text: string): void {
    this.focus(element);
    this.#remember(element);
    write(element as Field, text, "insertReplacementText", text);
  }

  paste(element: HTMLElement, text: string): void {
    this.focus(element);
    this.#remember(element);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
    // Not every page's object model takes it from the constructor.
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    if (element.dispatchEvent(event) && isField(element)) insert(element, text, "insertFromPaste");
  }

  /** Presses a key, with what a browser does then: forms are sent, buttons clicked, letters deleted. */
  press(element: HTMLElement, chord: string): void {
    this.focus(element);
    this.#remember(element);
    const names = chord.split("+");
    const key = toKey(names.pop() as string);
    const modifiers = Object.fromEntries(names.map((name) => [modifierFlags[name] ?? "", true]));
    if (this.#key(element, "keydown", key, modifiers) && names.length === 0) this.#act(element, key);
    if (element.isConnected) this.#key(element, "keyup", key, modifiers);
  }

  #act(element: HTMLElement, key: string): void {
    if (isField(element) && key in moves) return moveCaret(element, moves[key] as number);
    if (key === "Backspace" && isField(element)) return deleteBackward(element);
    if (key.length === 1 && isField(element)) {
      if (this.#key(element, "keypress", key)) insert(element, key, "insertText");
      return;
    }
    if (key !== "Enter" && key !== " ") return;
    if (key === "Enter" && !this.#key(element, "keypress", key)) return;
    if (element.localName === "textarea") return insert(element as Field, "\n", "insertLineBreak");
    if (element.localName === "button" || (element.localName === "a" && key === "Enter") || element.localName === "summary")
      return element.click();
    if (!isInput(element)) return;
    if (element.type === "checkbox" || element.type === "radio") {
      if (key === " ") element.click();
      return;
    }
    this.#commit(element);
    if (element.form !== null) sendImplicitly(element.form);
  }

  #key(element: Element, type: string, key: string, modifiers: KeyboardEventInit = {}): boolean {
    const code = key === " " ? "Space" : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
    const keyCode = keyCodes[key] ?? key.toUpperCase().charCodeAt(0);
    const init = { key, code, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true, ...modifiers };
    return element.dispatchEvent(new KeyboardEvent(type, init as KeyboardEventInit));
  }

  #remember(element: Element): void {
    if (isField(element) && !this.#before.has(element)) this.#before.set(element, element.value);
  }

  #commit(element: Element): void {
    if (!isField(element)) return;
    const before = this.#before.get(element);
    this.#before.delete(element);
    if (before !== undefined && before !== element.value && element.isConnected)
      element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const modifierFlags: Readonly<Record<string, string>> = { Control: "ctrlKey", Shift: "shiftKey", Alt: "altKey", Meta: "metaKey" };
const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Backspace: 8,
  Tab: 9,
  " ": 32,
  ArrowUp: 38,
  ArrowDown: 40,
  ArrowLeft: 37,
  ArrowRight: 39,
};

const toKey = (name: string) => (name === "Space" ? " " : name);
const isInput = (element: Element): element is HTMLInputElement => element.localName === "input";
const isField = (element: Element): element is Field =>
  element.localName === "textarea" || (isInput(element) && element.type !== "checkbox" && element.type !== "radio");

/** Enter in a field clicks the form's first button that sends it; without one, a form of one field is sent. */
function sendImplicitly(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button:not([type]), button[type="submit"], input[type="submit"]');
  if (button !== null) {
    if (!button.disabled) button.click();
    return;
  }
  if (form.querySelectorAll("input").length === 1) form.requestSubmit();
}

/** Focuses an element as a press of Tab does, but with the caret behind what is there. */
export function focusAtEnd(element: HTMLElement): void {
  element.focus();
  if (isField(element) && element.selectionStart !== null) element.setSelectionRange(element.value.length, element.value.length);
}

/** By how many letters keys move the caret. */
const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

function moveCaret(element: Field, by: number): void {
  if (element.selectionStart === null) return;
  const at = Math.min(Math.max(element.selectionStart + by, 0), element.value.length);
  element.setSelectionRange(at, at);
}

function insert(element: Field, text: string, inputType: string): void {
  const { selectionStart, selectionEnd, value } = element;
  const [start, end] = selectionStart === null ? [value.length, value.length] : [selectionStart, selectionEnd ?? selectionStart];
  write(element, value.slice(0, start) + text + value.slice(end), inputType, text, start + text.length);
}

function deleteBackward(element: Field): void {
  const { selectionStart, selectionEnd, value } = element;
  const end = selectionStart === null ? value.length : (selectionEnd ?? selectionStart);
  const start = selectionStart === null || selectionStart === end ? Math.max(end - 1, 0) : selectionStart;
  write(element, value.slice(0, start) + value.slice(end), "deleteContentBackward", null, start);
}

/** Writes as a browser does, past what a framework puts on the element itself to see writes of scripts. */
function write(element: Field, value: string, inputType: string, data: string | null, caret = value.length): void {
  if (element.readOnly || element.disabled) return;
  const { prototype } = element.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
  if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
  element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType, data }));
}
