import type { CatalogueEntry } from "../diagnostic.ts";

/** Data that does not fit what a component or klass says of it. */
export const contextCodes = {
  "context/value": {
    severity: "warning",
    message: "`{name}` should hold {expected}, found {found}; shown as it is",
    why: "the attribute's klass, or the suffix of its name, decides how its value is formatted",
    help: "send the value in the form that is promised",
  },
} as const satisfies Record<string, CatalogueEntry>;
