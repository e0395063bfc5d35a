/**
 * Has an element hold these nodes in this order. A row that stays is never taken out of the page on the way, unless its place among the
 * rows has changed: it would lose the focus, and frames in it would load again. What is no row is put where the rows leave it to be.
 */
export function arrange(parent: Element, nodes: readonly Node[], isRow: (node: Node) => boolean): void {
  const staying = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  const nextRow = (from: Node | null): Node | null => {
    let at = from;
    while (at !== null && !isRow(at)) at = at.nextSibling;
    return at;
  };
  let place = nextRow(parent.firstChild);
  for (const row of nodes.filter(isRow)) {
    // One that has moved down is taken out first, so that those that it passes stay.
    if (place !== null && place !== row && nextRow(place.nextSibling) === row) {
      place.parentNode?.removeChild(place);
      place = row;
    }
    if (row === place) place = nextRow(place.nextSibling);
    else parent.insertBefore(row, place);
  }
  let next: Node | null = null;
  for (const node of nodes.toReversed()) {
    if (!isRow(node) && (node.parentNode !== parent || node.nextSibling !== next)) parent.insertBefore(node, next);
    next = node;
  }
}
