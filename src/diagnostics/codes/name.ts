import type { CatalogueEntry } from "../diagnostic.ts";

/** Names that resolve to nothing. */
export const nameCodes = {
  "name/unknown": {
    severity: "warning",
    message: "`{name}` is not declared and not in a KView's scope",
    why: "where this is evaluated it is a ReferenceError, and the card shows an error",
    help: "declare it, read it from the data (`this.{name}`), or remove it",
    label: "unknown name",
  },
  "name/browser": {
    severity: "hint",
    message: "`{name}` is the browser's, and not in a KView's scope",
    why: "a card reaches no object of the browser; where this is evaluated it is a ReferenceError, and the card shows an error",
    help: 'do without it, or guard it: `typeof {name} !== "undefined"`',
    label: "name of the browser",
  },
} as const satisfies Record<string, CatalogueEntry>;
