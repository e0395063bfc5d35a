/**
 * Tells whether a click on an element acts on something outside of the card: a label on what bears its id, a button on the form of an id,
 * wherever in the page that stands. Cards may have ids in common.
 */
export function leadsOutside(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
    const { control, form } = at as Partial<HTMLLabelElement>;
    const found: unknown = at.localName === "label" ? control : form;
    if (typeof (found as Partial<Node> | null | undefined)?.nodeType === "number" && !root.contains(found as Node)) return true;
  }
  return false;
}
