import type { CatalogueEntry } from "../diagnostic.ts";

/** Limits of `policy/limits`, at compile time and at run time. */
export const limitCodes = {
  "limit/source": {
    severity: "error",
    message: "the template has {length} characters; the limit is {limit}",
    why: "every render pays for the size of a template",
    help: "split the view, or move data out of the template",
  },
  "limit/comments": {
    severity: "error",
    message: "the template has too many comments on one line",
    why: "at each of them the parser looks for the end of the line",
    help: "break the line, or take the comments out",
  },
  "limit/nesting": {
    severity: "error",
    message: "the template nests deeper than {limit} levels",
    why: "deep nesting exhausts the stack of every program that walks the template",
    help: "move inner parts into functions or components",
  },
  "limit/attributes": {
    severity: "error",
    message: "an element has more than {limit} attributes",
    why: "each attribute is judged and written at every render",
    help: "hand data to elements as children",
  },
  "limit/regexp": {
    severity: "error",
    message: "a regular expression is too large: {reason}",
    why: "linking and matching a pattern costs time and memory by its size",
    help: "split the pattern, or test parts of the text one by one",
  },
  "limit/run": {
    severity: "error",
    message: "the card was stopped: {message}",
    why: "one card may not hold up the page; its limits are listed in policy/limits",
    help: "render less, or ask the host for a higher limit `{limit}`",
  },
} as const satisfies Record<string, CatalogueEntry>;
