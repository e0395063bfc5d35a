import { deleteBackward, focusAtEnd, insert, isField, isInput, moveCaret, moves, write } from "./field.ts";
import { nextTurn, send } from "./turn.ts";

/** The keyboard of a reader, played by events as browsers send them. */
export class Keyboard {
  /** What a field held when it got focus: leaving it with another value is a `change`. */
  readonly #before = new WeakMap<Element, string>();

  async focus(element: HTMLElement): Promise<void> {
    if (element === document.activeElement) return this.#remember(element);
    await this.leave();
    focusAtEnd(element);
    await nextTurn();
    this.#remember(element);
  }

  async blur(): Promise<void> {
    await this.leave();
    (document.activeElement as HTMLElement | null)?.blur();
  }

  /** To be called before focus moves by other means. */
  async leave(): Promise<void> {
    const element = document.activeElement;
    if (element === null || !isField(element)) return;
    const before = this.#before.get(element);
    this.#before.delete(element);
    if (before !== undefined && before !== element.value) await send(element, new Event("change", { bubbles: true }));
  }

  async type(element: HTMLElement, text: string): Promise<void> {
    await this.focus(element);
    for (const key of text) await this.#press(key, {}, (at) => this.#typeLetter(at, key));
  }

  /** Puts a whole value in place of what was there, as a picker does. */
  async fill(element: HTMLElement, text: string): Promise<void> {
    await this.focus(element);
    if (isField(element)) await write(element, text, "insertReplacementText", text);
  }

  async paste(element: HTMLElement, text: string): Promise<void> {
    await this.focus(element);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
    // Not every page's object model takes it from the constructor.
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    if ((await send(element, event)) && isField(element)) await insert(element, text, "insertFromPaste");
  }

  /** Presses a key, with what a browser does then: forms are sent, buttons clicked, letters deleted. */
  async press(element: HTMLElement, chord: string): Promise<void> {
    await this.focus(element);
    const names = chord.split("+");
    const key = toKey(names.pop() as string);
    const modifiers = Object.fromEntries(names.map((name) => [modifierFlags[name] ?? "", true]));
    await this.#press(key, modifiers, (at) => (names.length === 0 || chord === "Shift+Enter" ? this.#act(at, key) : undefined));
  }

  /** What a key does, it does where the focus is by then: a handler of `keydown` may have moved it. */
  async #press(key: string, modifiers: KeyboardEventInit, act: (at: HTMLElement) => unknown): Promise<void> {
    if (await sendKey("keydown", key, modifiers)) await act(focused());
    await sendKey("keyup", key, modifiers);
  }

  async #typeLetter(at: HTMLElement, key: string): Promise<void> {
    this.#remember(at);
    if (!(await sendKey("keypress", key)) || !isField(at)) return;
    await insert(at, key, "insertText");
  }

  async #act(at: HTMLElement, key: string): Promise<void> {
    this.#remember(at);
    if (isField(at) && key in moves) return moveCaret(at, moves[key] as number);
    if (isField(at) && key === "Backspace") return deleteBackward(at);
    if (isField(at) && key.length === 1) return this.#typeLetter(at, key);
    if (key !== "Enter" && key !== " ") return;
    if (key === "Enter" && !(await sendKey("keypress", key))) return;
    if (isField(at) && at.localName === "textarea") return insert(at, "\n", "insertLineBreak");
    if (at.localName === "button" || at.localName === "summary" || (at.localName === "a" && key === "Enter")) return at.click();
    if (!isInput(at)) return;
    if (at.type === "checkbox" || at.type === "radio") return key === " " ? at.click() : undefined;
    await this.leave();
    this.#remember(at);
    if (at.form !== null) sendImplicitly(at.form);
  }

  #remember(element: Element): void {
    if (isField(element) && !this.#before.has(element)) this.#before.set(element, element.value);
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
const focused = () => (document.activeElement ?? document.body) as HTMLElement;

function sendKey(type: string, key: string, modifiers: KeyboardEventInit = {}): Promise<boolean> {
  const code = key === " " ? "Space" : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const keyCode = keyCodes[key] ?? key.toUpperCase().charCodeAt(0);
  const init = { key, code, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true, ...modifiers };
  return send(focused(), new KeyboardEvent(type, init as KeyboardEventInit));
}

/** Enter in a field clicks the form's first button that sends it; without one, a form of one field is sent. */
function sendImplicitly(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button:not([type]), button[type="submit"], input[type="submit"]');
  if (button !== null) {
    if (!button.disabled) button.click();
    return;
  }
  if (form.querySelectorAll("input").length === 1) form.requestSubmit();
}
