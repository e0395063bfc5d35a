import type { CatalogueEntry } from "../diagnostic.ts";

/** Data that does not fit what a component or klass says of it. */
export const contextCodes = {
  "context/value": {
    severity: "warning",
    message: "`{name}` should hold {expected}, found {found}; shown as it is",
    why: "the attribute's suffix decides how its value is formatted",
    help: "send the value in the form that the suffix promises",
  },
} as const satisfies Record<string, CatalogueEntry>;
