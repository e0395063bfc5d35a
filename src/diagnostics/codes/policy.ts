import type { CatalogueEntry } from "../diagnostic.ts";

/** Values that the output policy left out. */
export const policyCodes = {
  "policy/value": {
    severity: "warning",
    message: "the value of `{name}` on `<{tag}>` was left out: {reason}",
    why: "what a card writes into the page has to stay within the output policy",
    help: "give a value that the attribute may have",
  },
  "policy/style": {
    severity: "warning",
    message: "the style `{name}` was left out: {reason}",
    why: "styles may not load anything nor cover the page outside the card",
    help: "use a property and value of the style allowlist",
  },
  "policy/html": {
    severity: "warning",
    message: "markup in `dangerouslySetInnerHTML` was left out: {reason}",
    why: "HTML in data is rebuilt through the same policy as the template's own elements",
    help: "write the element in the template, or leave it out of the data",
  },
  "policy/open": {
    severity: "warning",
    message: "`open` was given an address that cards may not open",
    why: "a card leads only to addresses that its links may have; `javascript:` would run code in the page",
    help: "open an https, http, mailto, tel or sms address",
  },
} as const satisfies Record<string, CatalogueEntry>;
