import { chargeString } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import { expectService } from "../../../scope/service.ts";
import type { Page } from "../page.ts";
import { selectionOf } from "./selection.ts";

/** `document.execCommand("copy")`: hands what is selected in the card to the host's clipboard. `false` where nothing is. */
export function copySelection(realm: Realm, page: Page): boolean {
  const text = page.disposed ? "" : readSelected(page);
  if (text === "") return false;
  chargeString(realm, text.length);
  const copy = expectService(realm, "clipboard", "execCommand");
  try {
    const result = copy(text);
    if (result instanceof Promise) result.catch(() => undefined);
  } catch {
    return throwError(realm, "Error", "the host service `clipboard` failed");
  }
  return true;
}

function readSelected(page: Page): string {
  const { activeElement } = page.root.getRootNode() as Document | ShadowRoot;
  if (activeElement !== null && page.toElement(activeElement) !== null && activeElement !== page.root) {
    const { value, selectionStart, selectionEnd, type } = activeElement as Partial<HTMLInputElement>;
    const isSelected = typeof value === "string" && typeof selectionStart === "number" && typeof selectionEnd === "number";
    if (isSelected && type !== "password" && selectionEnd > selectionStart) return value.slice(selectionStart, selectionEnd);
  }
  const selection = selectionOf(page);
  // A selection that goes beyond the card is not the card's to copy.
  const isInside = selection !== null && page.root.contains(selection.anchorNode) && page.root.contains(selection.focusNode);
  return isInside && selection.anchorNode !== null ? selection.toString() : "";
}
