type Field = Element & Partial<HTMLInputElement>;

/**
 * Has the element of a card that has the focus keep it while the page is changed, with what is selected in it: one that moves to another
 * place among its siblings loses both. As in React, which puts them back before effects run; who got the focus meanwhile has it.
 */
export function keepFocus(root: Element, run: () => void): void {
  const tree = root.getRootNode() as Document | ShadowRoot;
  const active = tree.activeElement as (Field & Partial<HTMLElement>) | null | undefined;
  if (active === null || active === undefined || active === root || !root.contains(active)) return run();
  const selected = readSelection(active);
  try {
    run();
  } finally {
    if (isFree(tree) && root.contains(active)) {
      active.focus?.({ preventScroll: true });
      if (selected !== undefined) active.setSelectionRange?.(...selected);
    }
  }
}

function isFree({ activeElement }: DocumentOrShadowRoot): boolean {
  return activeElement === null || activeElement === activeElement.ownerDocument.body;
}

/** Not every kind of field has one: reading it throws, or gives `null`. */
function readSelection(element: Field): [number, number, "forward" | "backward" | "none"] | undefined {
  if (element.localName !== "input" && element.localName !== "textarea") return undefined;
  try {
    const { selectionStart, selectionEnd, selectionDirection } = element;
    if (typeof selectionStart !== "number" || typeof selectionEnd !== "number") return undefined;
    return [selectionStart, selectionEnd, selectionDirection ?? "none"];
  } catch {
    return undefined;
  }
}
