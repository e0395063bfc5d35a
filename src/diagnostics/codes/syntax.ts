import type { CatalogueEntry } from "../diagnostic.ts";

/** Text that can't be parsed, and syntax that the language does not have. */
export const syntaxCodes = {
  "syntax/parse": {
    severity: "error",
    message: "{message}",
    why: "a template that can't be parsed can't be shown",
    help: "check the text around this place: an unclosed tag, brace or string is the usual cause",
  },
  "syntax/refused": {
    severity: "error",
    message: "{what} is not part of the KView language",
    why: "{why}",
    help: "{help}",
    label: "not in the language",
  },
  "syntax/regexp": {
    severity: "warning",
    message: "this regular expression is not one that cards may use: {reason}",
    why: "where it is evaluated it is a SyntaxError",
    help: "check the pattern and its flags",
    label: "refused",
  },
  "syntax/loose-text": {
    severity: "warning",
    message: "unescaped `{character}` in JSX text",
    why: "older parsers accept it, current ones refuse the template",
    help: "write `{escaped}`",
  },
} as const satisfies Record<string, CatalogueEntry>;
