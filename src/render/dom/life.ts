import type { Component } from "../../runtime/component.ts";
import { isCallable } from "../../runtime/kinds.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import { type Control, toControl } from "./controls.ts";
import { toListeners } from "./handlers.ts";
import type { LiveCard } from "./live-card.ts";
import type { ElementRef } from "./namespaces.ts";

/** Gives an element its handlers, its ref, and what it has to show as a control of a form: what a string does not have. */
export function addLife(card: LiveCard, tag: string, given: Rec, props: Rec, parent: Component | undefined): void {
  for (const listener of toListeners(tag, given)) props[listener.prop] = (event: Event) => card.dispatch(event, listener);
  const ref = toRef(card, given.ref, parent);
  const control = toControl(tag, given);
  const focus = Boolean(given.autoFocus);
  if (ref === undefined && control === undefined && !focus && !isControl(tag)) return;
  props.ref = toHostRef(card, { ref, control, focus }, props.ref as ElementRef | undefined);
}

/** Elements that may be controlled in one render and not in the next. */
function isControl(tag: string): boolean {
  return tag === "input" || tag === "textarea" || tag === "select";
}

interface Life {
  readonly ref: unknown;
  readonly control: Control | undefined;
  readonly focus: boolean;
}

function toHostRef(card: LiveCard, { ref, control, focus }: Life, before: ElementRef | undefined): unknown {
  return (element: Element) => {
    before?.(element);
    if (isControl(element.localName)) card.controls.begin(element);
    card.controls.set(element, control);
    if (focus) card.refs.focusOnce(element);
    card.refs.set(element, ref, () => card.page.toElement(element));
    return () => card.refs.set(element, undefined, () => null);
  };
}

/** Gives a ref that can be set: a function or an object; the old form, a text, names a place in `refs` of the class around. */
function toRef(card: LiveCard, ref: unknown, parent: Component | undefined): unknown {
  if (isCallable(ref) || isRecord(ref)) return ref;
  if (typeof ref !== "string" || parent === undefined) return undefined;
  return card.failures.adapters.get(parent)?.namedRef(ref);
}
