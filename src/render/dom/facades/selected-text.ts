import { charge } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import type { Page } from "../page.ts";

/** Reads the text of a range, without what is closed to the template. */
export function readRange(realm: Realm, page: Page, range: Range): string {
  if (!holdsClosed(realm, page, range)) return range.toString();
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const walker = page.hostDocument.createTreeWalker(commonAncestorContainer, 4);
  let text = "";
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode()) {
    charge(realm, 1);
    if (!range.intersectsNode(at) || page.guard.isClosed(at)) continue;
    const { data } = at as Text;
    text += data.slice(at === startContainer ? startOffset : 0, at === endContainer ? endOffset : data.length);
  }
  return text;
}

/** Reads what is selected: nothing in a control that is closed, which some engines count as selected. */
export function readSelected(realm: Realm, page: Page, selection: Selection): string {
  const { activeElement } = page.root.getRootNode() as Document | ShadowRoot;
  if (activeElement !== null && page.guard.isClosed(activeElement)) return "";
  if (selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  return holdsClosed(realm, page, range) ? readRange(realm, page, range) : selection.toString();
}

function holdsClosed(realm: Realm, { guard, root }: Page, range: Range): boolean {
  if (!guard.isOn) return false;
  const all = root.getElementsByTagName("*");
  charge(realm, all.length);
  return [...all].some((element) => guard.isClosed(element) && range.intersectsNode(element));
}
