import type { CatalogueEntry } from "../diagnostic.ts";

/** What the workspace around cards could not show. */
export const workspaceCodes = {
  "workspace/records": {
    severity: "error",
    message: "the records of `{item}` can't be shown: {reason}",
    why: "a card's data has to be plain and of the form that templates read; an error card is shown in its place",
    help: "send the records as the message says",
  },
  "workspace/failure": {
    severity: "error",
    message: "`{item}` can't be shown: {reason}",
    why: "a component or a rule of the host threw this; an error card is shown in the item's place",
    help: "look for the fault in the host's components and in its functions of `policy`",
  },
  "workspace/fuel": {
    severity: "warning",
    message: "the cards of the timeline have used up its `total.fuel`: each that follows has {share} units",
    why: "records that take long would hold up the timeline, each for as long as one card may",
    help: "look at what the cards named in `limit/run` compute, or ask for a higher `total`",
  },
  "workspace/cut": {
    severity: "warning",
    message: "the timeline ends before its items do: `total.{limit}` of {most} is used up",
    why: "the host bounds what one timeline may show",
    help: "ask for a higher `total`, or give fewer items",
  },
} as const satisfies Record<string, CatalogueEntry>;
