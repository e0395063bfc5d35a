import { focusAtEnd } from "./keyboard.ts";

/** The mouse of a reader, played by events as browsers send them. */
export class Pointer {
  #over: Element | null = null;

  /** Moves onto an element, or off the card. */
  move(to: Element | null): void {
    const from = this.#over?.isConnected ? this.#over : null;
    this.#over = to;
    if (from === to) return;
    const left = pathOf(from).filter((one) => !pathOf(to).includes(one));
    const entered = pathOf(to).filter((one) => !pathOf(from).includes(one));
    if (from !== null) {
      this.#send(from, "pointerout", true, to);
      this.#send(from, "mouseout", true, to);
    }
    for (const one of left) this.#send(one, "mouseleave", false, to);
    if (to === null) return;
    this.#send(to, "pointerover", true, from);
    this.#send(to, "mouseover", true, from);
    for (const one of entered.reverse()) this.#send(one, "mouseenter", false, from);
    this.#send(to, "mousemove", true, null);
  }

  /** Presses and releases a button; gives whether the click was to be. A disabled control takes none. */
  click(element: HTMLElement, button: 0 | 2 = 0, detail = 1): void {
    this.move(element);
    if (element.matches(":disabled") || element.closest("button:disabled") !== null) return;
    this.#send(element, "pointerdown", true, null, { button, buttons: 1 });
    const down = this.#send(element, "mousedown", true, null, { button, buttons: 1, detail });
    if (down) moveFocus(element);
    this.#send(element, "pointerup", true, null, { button });
    this.#send(element, "mouseup", true, null, { button, detail });
    if (!element.isConnected) return;
    this.#send(element, button === 0 ? "click" : "contextmenu", true, null, { button, detail });
  }

  doubleClick(element: HTMLElement): void {
    this.click(element);
    this.click(element, 0, 2);
    this.#send(element, "dblclick", true, null, { detail: 2 });
  }

  /** Drags one element onto another; it is dropped only where `dragover` was prevented. */
  drag(from: Element, to: Element): void {
    this.move(from);
    this.#send(from, "mousedown", true, null, { buttons: 1 });
    const dataTransfer = new DataTransfer();
    const send = (target: Element, type: string, cancelable: boolean) =>
      target.dispatchEvent(withTransfer(new DragEvent(type, { bubbles: true, cancelable, composed: true }), dataTransfer));
    if (!send(from, "dragstart", true)) return;
    send(to, "dragenter", true);
    const taken = !send(to, "dragover", true);
    if (taken) send(to, "drop", true);
    else send(to, "dragleave", false);
    send(from, "dragend", false);
    this.#over = null;
    this.move(to);
  }

  #send(target: Element, type: string, bubbles: boolean, relatedTarget: Element | null, more: MouseEventInit = {}): boolean {
    const place = { clientX: 10, clientY: 10, composed: true, cancelable: bubbles };
    const kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
    return target.dispatchEvent(new kind(type, { ...place, bubbles, relatedTarget, ...more }));
  }
}

/** Not every page's object model takes it from the constructor. */
function withTransfer(event: DragEvent, dataTransfer: DataTransfer): DragEvent {
  if (event.dataTransfer !== dataTransfer) Object.defineProperty(event, "dataTransfer", { value: dataTransfer });
  return event;
}

/** An element and those around it, innermost first. */
function pathOf(element: Element | null): readonly Element[] {
  const path: Element[] = [];
  for (let one = element; one !== null; one = one.parentElement) path.push(one);
  return path;
}

const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";

/** A press of the mouse focuses the nearest element that takes focus, or none. */
export function moveFocus(element: Element): void {
  const target = element.closest<HTMLElement>(focusable);
  const active = element.ownerDocument.activeElement as HTMLElement | null;
  if (target === active) return;
  if (target === null) active?.blur();
  else focusAtEnd(target);
}
