import { chargeString } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import { expectService } from "../../../scope/service.ts";
import type { Page } from "../page.ts";
import { readSelected } from "./selected-text.ts";
import { selectionOf } from "./selection.ts";

/** `document.execCommand("copy")`: hands what is selected in the card to the host's clipboard. `false` where nothing is. */
export function copySelection(realm: Realm, page: Page): boolean {
  const text = page.disposed ? "" : readCopied(realm, page);
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

function readCopied(realm: Realm, page: Page): string {
  const { activeElement } = page.root.getRootNode() as Document | ShadowRoot;
  const text = readControl(page, activeElement) || readControl(page, page.selected ?? null);
  if (text !== "") return text;
  const selection = selectionOf(page);
  // A selection that goes beyond the card is not the card's to copy.
  const isInside = selection !== null && page.root.contains(selection.anchorNode) && page.root.contains(selection.focusNode);
  return isInside ? readSelected(realm, page, selection) : "";
}

/** What is selected in a control of the card. A page copies no password either. */
function readControl(page: Page, element: Element | null): string {
  // None is in no element.
  if (element === page.root || !page.root.contains(element) || page.guard.isClosed(element as Element)) return "";
  const { value, selectionStart, selectionEnd, type } = element as Partial<HTMLInputElement>;
  if (typeof value !== "string" || typeof selectionStart !== "number" || typeof selectionEnd !== "number") return "";
  return type === "password" ? "" : value.slice(selectionStart, selectionEnd);
}
