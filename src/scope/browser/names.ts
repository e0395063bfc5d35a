import { base64Names } from "./base64.ts";
import { cryptoFacade } from "./crypto.ts";
import { dialogNames } from "./dialogs.ts";
import { eventNames } from "./events.ts";
import { locationName } from "./location.ts";
import { navigatorName } from "./navigator.ts";
import { openFacade } from "./open.ts";
import type { PerCard } from "./per-card.ts";
import { performanceFacade } from "./performance.ts";
import { storageFacade, storageNames } from "./storage.ts";
import { timerNames } from "./timers.ts";

/** Names of the browser that are the same functions of ours in every card, in both targets (`policy/scope-names` lists all of them). */
export const browserGlobals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...base64Names,
  ...dialogNames,
  ...eventNames,
  ...timerNames,
  ["Storage", storageFacade],
  ["crypto", cryptoFacade],
  ["open", openFacade],
  ["performance", performanceFacade],
]);

/** Names of the browser whose values each card has of its own. The window gives them. */
export const cardNames: ReadonlyMap<string, PerCard> = new Map([...storageNames, ["location", locationName], ["navigator", navigatorName]]);
