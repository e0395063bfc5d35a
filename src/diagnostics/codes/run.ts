import type { CatalogueEntry } from "../diagnostic.ts";

/** Failures while a card is evaluated. */
export const runCodes = {
  "run/throw": {
    severity: "error",
    message: "{error}",
    why: "the template threw this and did not catch it, so an error card is shown in its place",
    help: "guard the access (`?.`, `_.get`) or catch the error",
    label: "thrown here",
  },
  "run/internal": {
    severity: "error",
    message: "something failed that is not the template's: a component or service of the host, or kview itself",
    why: "an error card is shown in the card's place, and the cards around it are not touched",
    help: "look at the `cause` of this diagnostic; where it is an error of kview, report it with the template",
  },
  "run/handler": {
    severity: "error",
    message: "{error}",
    why: "a handler, an effect or a timer threw this and did not catch it; the card goes on with the state that it has",
    help: "guard the access (`?.`, `_.get`) or catch the error",
    label: "thrown here",
  },
  "run/mismatch": {
    severity: "warning",
    message: "the page is not what the card shows, at {path}: {difference}",
    why: "the HTML to take over was rendered from other data, with other options, or changed since; the card was rendered anew",
    help: "render with the same template, bag and options on both sides (`now`, `locale`, `timeZone`, `seed`, `idPrefix`, `theme`)",
  },
  "run/rejection": {
    severity: "error",
    message: "a promise was rejected and nothing handled it: {error}",
    why: "the card's state may be incomplete",
    help: "await it inside try/catch, or add `.catch(…)`",
  },
  "run/icons": {
    severity: "warning",
    message: "the icon `{name}` is named by the card's data, and the program was loaded without icons",
    why: "a program holds the icons that its template names; a neutral glyph is shown for others",
    help: "load it with `loadTemplate(program, { icons })`, with the `icons` of `kview/icons`",
  },
  "run/update": {
    severity: "warning",
    message: "the host did not take the agent's change of `{field}`: {error}",
    why: "the row shows what it was before, and says that nothing was saved",
    help: "look for the fault in the host service `updateAttribute`",
  },
  "run/frame": {
    severity: "warning",
    message: "the embedded page {page} is not heard: {reason}",
    why: "a page in a frame may send what the protocol of embedded pages has, in its form, and nothing else reaches the host",
    help: "look for the fault in the page, or show it to whoever wrote it",
  },
  "run/refused": {
    severity: "warning",
    message: "{what} was refused: the host offers no service `{service}`",
    why: "a card reaches the outside only through services that the host hands to it",
    help: "pass `{service}` in the host option, or show the card without it",
  },
} as const satisfies Record<string, CatalogueEntry>;
