import { charge } from "../../../runtime/budget.ts";
import { type Implementation, Native } from "../../../runtime/handles.ts";
import { createRecord } from "../../../runtime/record.ts";
import { interfaceFacades } from "../../../scope/browser/interfaces.ts";
import type { Page } from "../page.ts";
import { payTime } from "../page-time.ts";
import { computeStyle } from "./computed-style.ts";
import { dispatch } from "./dispatch.ts";
import { toScroll } from "./element-methods.ts";
import { callWhenReady, toRootPlace } from "./listener-places.ts";
import { toEventType } from "./listeners.ts";
import { queryMedia } from "./media-query.ts";
import { readSelection } from "./selection.ts";

/** Numbers of the reader's window: read anew each time. */
const measures: ReadonlySet<string> = new Set(
  "devicePixelRatio innerHeight innerWidth outerHeight outerWidth pageXOffset pageYOffset screenX screenY scrollX scrollY".split(" "),
);

const screenMeasures = ["availHeight", "availWidth", "height", "width"] as const;

/**
 * The names that a page adds to a card's `window`. Sizes and places are asked of the reader's window whenever they are read; the rest are
 * functions and facades of this card.
 */
export class PageNames extends Map<string, unknown> {
  readonly #page: Page;

  constructor(page: Page) {
    super();
    this.#page = page;
    for (const [name, value] of [...interfaceFacades, ...createFunctions(page)]) this.set(name, value);
    for (const name of measures) this.set(name, undefined);
    this.set("document", page.document);
    this.set("screen", undefined);
  }

  override get(name: string): unknown {
    if (measures.has(name)) return payTime(this.#page.realm, () => measure(this.#page, name));
    return name === "screen" ? readScreen(this.#page) : super.get(name);
  }
}

function measure({ view }: Page, name: string): number {
  return Number((view as unknown as Readonly<Record<string, unknown>> | null)?.[name] ?? 0);
}

function readScreen({ view }: Page): unknown {
  const record = createRecord();
  for (const name of screenMeasures) record[name] = Number(view?.screen?.[name] ?? 0);
  return record;
}

function createFunctions(page: Page): ReadonlyMap<string, Native> {
  const scroll = (name: "scrollTo" | "scrollBy"): Implementation => {
    return (realm, _self, args) => {
      charge(realm, 8);
      const options = toScroll(realm, args);
      // The card's root is what the card sees of a page.
      page.act(name, () => page.root[name]?.(options));
      return undefined;
    };
  };
  const functions: Readonly<Record<string, Implementation>> = {
    addEventListener: (realm, _self, [given, fn, options]) => {
      const type = toEventType(realm, given);
      if (callWhenReady(page, realm, type, fn, realm.window)) return undefined;
      return page.listeners.add(realm, toRootPlace(page, realm, type, realm.window), fn, options);
    },
    dispatchEvent: (realm, _self, [event]) => dispatch(realm, page, page.root, realm.window, event),
    getComputedStyle: (realm, _self, [element, pseudo]) => computeStyle(realm, element, pseudo),
    getSelection: (realm) => readSelection(realm, page),
    matchMedia: (realm, _self, [query]) => queryMedia(realm, page, query),
    removeEventListener: (realm, _self, [type, fn, options]) =>
      page.listeners.remove(realm, toRootPlace(page, realm, toEventType(realm, type), realm.window), fn, options),
    scroll: scroll("scrollTo"),
    scrollBy: scroll("scrollBy"),
    scrollTo: scroll("scrollTo"),
  };
  return new Map(Object.entries(functions).map(([name, run]) => [name, new Native({ name, run })]));
}
