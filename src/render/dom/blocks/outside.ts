import { browserScopeNames } from "../../../policy/scope-names.ts";
import type { Live } from "../../../runtime/live.ts";

/** Ends the rendering of a still card: it turns out to need what only a live one has. Passes every `catch` of the template. */
export class NotStill extends Error {
  constructor() {
    super("the card is not still");
    this.name = "NotStill";
  }
}

const pageNames: ReadonlySet<string> = new Set(browserScopeNames);

/** The names that a page gives. Whoever asks for one of them is no still card. */
class OutsideNames extends Map<string, unknown> {
  override has(name: string): boolean {
    return pageNames.has(name) && refuse();
  }
}

function refuse(): never {
  throw new NotStill();
}

/** What a still card has of a page: nothing. It is a live card as soon as it asks. */
export const outside: Live = Object.freeze({
  names: new OutsideNames(),
  now: refuse,
  startTimer: refuse,
  requestFrame: refuse,
  ask: refuse,
  show: refuse,
});
