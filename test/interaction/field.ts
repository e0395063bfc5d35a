import { send } from "./turn.ts";

export type Field = HTMLInputElement | HTMLTextAreaElement;

export const isInput = (element: Element): element is HTMLInputElement => element.localName === "input";
export const isField = (element: Element): element is Field =>
  element.localName === "textarea" || (isInput(element) && element.type !== "checkbox" && element.type !== "radio");

/** Focuses an element as a press of Tab does, but with the caret behind what is there. */
export function focusAtEnd(element: HTMLElement): void {
  element.focus();
  if (isField(element) && element.selectionStart !== null) element.setSelectionRange(element.value.length, element.value.length);
}

/** By how many letters keys move the caret. */
export const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Moves the caret, as the keys for that do. */
export function moveCaret(element: Field, by: number): void {
  if (element.selectionStart === null) return;
  const at = Math.min(Math.max(element.selectionStart + by, 0), element.value.length);
  element.setSelectionRange(at, at);
}

/** Puts a text where the caret is, in place of what is selected. */
export async function insert(element: Field, text: string, inputType: string): Promise<void> {
  const { selectionStart, selectionEnd, value } = element;
  const [start, end] = selectionStart === null ? [value.length, value.length] : [selectionStart, selectionEnd ?? selectionStart];
  await write(element, value.slice(0, start) + text + value.slice(end), inputType, text, start + text.length);
}

/** Takes away what is selected, or the letter before the caret. */
export async function deleteBackward(element: Field): Promise<void> {
  const { selectionStart, selectionEnd, value } = element;
  const end = selectionStart === null ? value.length : (selectionEnd ?? selectionStart);
  const start = selectionStart === null || selectionStart === end ? Math.max(end - 1, 0) : selectionStart;
  if (start < end) await write(element, value.slice(0, start) + value.slice(end), "deleteContentBackward", null, start);
}

/** Writes as a browser does, past what a framework puts on the element itself to see writes of scripts. */
export async function write(element: Field, value: string, inputType: string, data: string | null, caret = value.length): Promise<void> {
  if (element.readOnly || element.disabled) return;
  const { prototype } = element.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
  if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
  await send(element, new InputEvent("input", { bubbles: true, composed: true, inputType, data }));
}
