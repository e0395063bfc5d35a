import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { LeafCard } from "../leaf-card.ts";

/**
 * Hears of the reader going on to something else: by Tab, or by pointing elsewhere. Whatever else takes the focus away (a dialog, another
 * window, a template that gives it to an element of its own) leaves things as they are, for nobody has decided anything.
 */
export function useLeaving(place: RefObject<HTMLElement | null>, isOn: boolean, card: LeafCard, leave: () => void): void {
  const going = useRef(false);
  useLayoutEffect(() => {
    const element = place.current;
    if (!isOn || element === null) return undefined;
    const { ownerDocument } = element;
    const point = (event: Event) => {
      if (!card.isActing) going.current = !event.composedPath().includes(element);
    };
    const press = (event: KeyboardEvent) => {
      if (!card.isActing) going.current = event.key === "Tab";
    };
    const blur = ({ relatedTarget }: FocusEvent) => {
      const { activeElement } = element.getRootNode() as Document | ShadowRoot;
      if (!going.current || card.isActing || element.contains(relatedTarget as Node | null) || element.contains(activeElement)) return;
      leave();
    };
    ownerDocument.addEventListener("pointerdown", point, true);
    ownerDocument.addEventListener("mousedown", point, true);
    element.addEventListener("keydown", press, true);
    element.addEventListener("focusout", blur);
    return () => {
      ownerDocument.removeEventListener("pointerdown", point, true);
      ownerDocument.removeEventListener("mousedown", point, true);
      element.removeEventListener("keydown", press, true);
      element.removeEventListener("focusout", blur);
    };
  });
}
