import { render } from "preact";
import type { Bag } from "../../../context/bag.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Template } from "../../../ir/template.ts";
import type { Realm } from "../../../runtime/realm.ts";
import type { Settings } from "../../options.ts";
import { createRealm, forgetFindings, toBagParts } from "../../realm.ts";
import { runScript } from "../../run-card.ts";
import { keepFocus } from "../focus-kept.ts";
import { tellHost } from "../told.ts";
import { type Blocks, linkBlocks } from "./link-blocks.ts";
import { NotStill, outside } from "./outside.ts";
import { Painter } from "./painter.ts";
import { ShownList } from "./shown-list.ts";

/**
 * A card in the page in which nothing happens: no handler, state, effect, ref, timer or component of the host. It is shown by blocks,
 * which are cloned and filled; it listens to nothing and needs no Preact.
 *
 * Whatever goes wrong, a limit, an error of the template or something that only a live card has, nothing of it is told or shown: a live
 * card takes its place, evaluates the template anew and says what there is to say.
 */
export class StillCard {
  readonly #template: Template;
  readonly #blocks: Blocks;
  readonly #element: Element;
  readonly #onDiagnostic: Settings["onDiagnostic"];
  readonly #realm: Realm;
  readonly #painter: Painter;
  readonly #content: ShownList;
  #bag: Bag;
  #found: Diagnostic[] = [];
  #isQuiet = false;
  #isChanging = false;
  #isGone = false;

  constructor(template: Template, blocks: Blocks, bag: Bag, element: Element, settings: Settings) {
    this.#template = template;
    this.#blocks = blocks;
    this.#bag = bag;
    this.#element = element;
    this.#onDiagnostic = settings.onDiagnostic;
    const onDiagnostic = settings.onDiagnostic && ((found: Diagnostic) => this.#hear(found));
    this.#realm = createRealm(template, bag, { ...settings, onDiagnostic }, outside);
    this.#painter = new Painter(this.#realm, element.ownerDocument);
    this.#content = new ShownList(null, settings.theme === undefined ? element : createRoot(element.ownerDocument, settings.theme));
  }

  /** Renders the card for the first time, in the place of what stands in its element; `false` where it is no still card. */
  start(): boolean {
    return this.#try(() => {
      const { view } = this.#evaluate();
      this.#content.fill([view], this.#painter, 0, false);
      this.#expectStill();
      const element = this.#element;
      // A live card that was never unmounted goes as well.
      render(null, element);
      element.replaceChildren();
      this.#content.placeItems();
      const { within } = this.#content;
      if (within !== element) element.appendChild(within as Node);
    });
  }

  /** Renders again with other data; `false` where it is no still card any more. */
  update(bag: Bag): boolean {
    if (this.#isGone) return true;
    // Frozen data that show the same at all times, and about which nothing is to be told.
    if (bag === this.#bag && this.#blocks.isSteady && this.#isQuiet) return true;
    this.#bag = bag;
    return this.#try(() => {
      const realm = this.#realm;
      Object.assign(realm, toBagParts(this.#template.program, bag));
      forgetFindings(realm);
      const { view } = this.#evaluate();
      keepFocus(this.#element, () => this.#content.update([view], this.#painter, 0, false));
      this.#expectStill();
    });
  }

  /** Tells whether the page is being changed by it: who hears of that waits. */
  get isChanging(): boolean {
    return this.#isChanging;
  }

  unmount(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#content.removeItems();
    const { within } = this.#content;
    if (within !== this.#element) (within as Element).remove();
  }

  #evaluate(): { readonly view: unknown } {
    const realm = this.#realm;
    realm.epoch++;
    realm.fuel = realm.limits.fuel;
    realm.depth = realm.nodes = realm.written = realm.references = 0;
    realm.component = undefined;
    return { view: runScript(realm, this.#blocks.script) };
  }

  /** What drawings repeat is counted on the page. */
  #expectStill(): void {
    if (this.#realm.references > 0) throw new NotStill();
  }

  #try(run: () => void): boolean {
    this.#isChanging = true;
    this.#found = [];
    try {
      run();
    } catch (error) {
      if (error instanceof NotStill) this.#blocks.isGivenUp = true;
      return false;
    } finally {
      this.#isChanging = false;
    }
    const found = this.#found;
    this.#isQuiet = found.length === 0;
    const tell = this.#onDiagnostic;
    if (tell !== undefined) for (const one of found) if (!this.#isGone) tellHost(tell, one);
    return true;
  }

  #hear(found: Diagnostic): void {
    this.#painter.findings++;
    this.#found.push(found);
  }
}

/** The element around a card with a theme. */
function createRoot(document: Document, theme: string): Element {
  const root = document.createElement("div");
  root.setAttribute("class", "kv-root");
  root.setAttribute("data-theme", theme);
  return root;
}

/** Mounts a card as a still one; `undefined`, and the element as it was, where it is none. */
export function mountStill(template: Template, bag: Bag, element: Element, settings: Settings): StillCard | undefined {
  const blocks = tryToLink(template);
  if (blocks === undefined || blocks.isGivenUp || !blocks.isStillWith(settings.host)) return undefined;
  const card = new StillCard(template, blocks, bag, element, settings);
  return card.start() ? card : undefined;
}

/** A program nested too deep to link is a failed card, which a live one shows. */
function tryToLink(template: Template): Blocks | undefined {
  try {
    return template.linked(linkBlocks);
  } catch {
    return undefined;
  }
}
