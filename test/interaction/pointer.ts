import { focusAtEnd } from "./field.ts";
import { nextTurn, send } from "./turn.ts";

/** The mouse of a reader, played by events as browsers send them. */
export class Pointer {
  #over: Element | null = null;

  /** Moves onto an element, or off the card. */
  async move(to: Element | null): Promise<void> {
    const from = this.#over?.isConnected ? this.#over : null;
    this.#over = to;
    if (from === to) return;
    const left = pathOf(from).filter((one) => !pathOf(to).includes(one));
    const entered = pathOf(to).filter((one) => !pathOf(from).includes(one));
    if (from !== null) {
      await sendMouse(from, "pointerout", { relatedTarget: to });
      await sendMouse(from, "mouseout", { relatedTarget: to });
    }
    for (const one of left) await sendMouse(one, "mouseleave", { relatedTarget: to });
    if (to === null) return;
    await sendMouse(to, "pointerover", { relatedTarget: from });
    await sendMouse(to, "mouseover", { relatedTarget: from });
    for (const one of entered.reverse()) await sendMouse(one, "mouseenter", { relatedTarget: from });
    await sendMouse(to, "mousemove");
  }

  /** Presses and releases a button. A disabled control hears nothing. */
  async click(element: HTMLElement, button: 0 | 2 = 0, detail = 1): Promise<void> {
    await this.move(element);
    if (element.matches(":disabled") || element.closest("button:disabled") !== null) return;
    await sendMouse(element, "pointerdown", { button, buttons: 1 });
    if (await sendMouse(element, "mousedown", { button, buttons: 1, detail })) await moveFocus(element);
    if (!element.isConnected) return;
    await sendMouse(element, "pointerup", { button });
    await sendMouse(element, "mouseup", { button, detail });
    if (!element.isConnected) return;
    await sendMouse(element, button === 0 ? "click" : "contextmenu", { button, detail });
  }

  async doubleClick(element: HTMLElement): Promise<void> {
    await this.click(element);
    // No hand is so quick that a page has not done by then what the first click asked for.
    for (let round = 0; round < roundsBetweenClicks; round++) {
      await nextTurn();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (!element.isConnected) return;
    await this.click(element, 0, 2);
    if (element.isConnected) await sendMouse(element, "dblclick", { detail: 2 });
  }

  /** Drags one element onto another; it is dropped only where `dragover` was prevented. */
  async drag(from: Element, to: Element): Promise<void> {
    await this.move(from);
    await sendMouse(from, "mousedown", { buttons: 1 });
    const dataTransfer = new DataTransfer();
    const sendDrag = (target: Element, type: string, cancelable: boolean) =>
      send(target, withTransfer(new DragEvent(type, { bubbles: true, cancelable, composed: true }), dataTransfer));
    if (!(await sendDrag(from, "dragstart", true))) return;
    await sendDrag(to, "dragenter", true);
    const taken = !(await sendDrag(to, "dragover", true));
    if (taken) await sendDrag(to, "drop", true);
    else await sendDrag(to, "dragleave", false);
    await sendDrag(from, "dragend", false);
    this.#over = null;
    await this.move(to);
  }
}

const roundsBetweenClicks = 4;

function sendMouse(target: Element, type: string, more: MouseEventInit = {}): Promise<boolean> {
  const bubbles = type !== "mouseenter" && type !== "mouseleave";
  const kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
  return send(target, new kind(type, { clientX: 10, clientY: 10, composed: true, cancelable: bubbles, bubbles, ...more }));
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
async function moveFocus(element: Element): Promise<void> {
  const target = element.closest<HTMLElement>(focusable);
  const active = element.ownerDocument.activeElement as HTMLElement | null;
  if (target === active) return;
  if (target === null) active?.blur();
  else focusAtEnd(target);
  await nextTurn();
}
