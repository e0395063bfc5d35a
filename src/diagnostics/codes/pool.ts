import type { CatalogueEntry } from "../diagnostic.ts";

/** Cards that a pool of processes could not render. */
export const poolCodes = {
  "pool/crash": {
    severity: "error",
    message: "the process that rendered the card ended: {how}",
    why: "the card was tried alone, in a process of its own, and that one ended too; no other card is the cause",
    help: "render the card in a process for tests, with the same template and data; what the process wrote is in `onExit`",
  },
  "pool/data": {
    severity: "error",
    message: "the card's data can't be taken: {reason}",
    why: "a card's data has to be plain, of the form that templates read, and no larger than the pool takes",
    help: "send the records as the message says",
  },
  "pool/memory": {
    severity: "error",
    message: "the card used up the {limit} MB of its process",
    why: "the memory of a process is bounded, and the process ended when it was used up",
    help: "render less, or ask the host for a higher `memoryMb`",
  },
  "pool/output": {
    severity: "error",
    message: "the card's HTML is larger than the {limit} bytes that a pool takes",
    why: "all that a card gives has to be held by the process that asked for it",
    help: "render less, or ask the host for a higher `outputBytes`",
  },
  "pool/quarantine": {
    severity: "error",
    message: "the template is not tried for a while: {count} of its cards in a row ended their process",
    why: "each of them costs a process, and other cards wait for the next one",
    help: "look for what ended them: `pool/crash`, `pool/memory` and `pool/timeout` say so card by card",
  },
  "pool/timeout": {
    severity: "error",
    message: "the card was stopped after {limit} ms",
    why: "the limits of a card bound its steps; where they take too long, its process is ended",
    help: "render less, or ask the host for a higher `timeoutMs`",
  },
} as const satisfies Record<string, CatalogueEntry>;
