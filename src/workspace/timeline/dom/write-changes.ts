// What is written into the page is read out, redrawn or told to observers, even where it says what stood there: only changes are written.

/** Has an element hold a text. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Has an element bear an attribute. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Shows or hides an element. */
export function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hasAttribute("hidden") !== hidden) element.hidden = hidden;
}
