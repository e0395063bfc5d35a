import type { Bag } from "../../context/bag.ts";
import type { Template } from "../../ir/template.ts";
import type { Realm } from "../../runtime/realm.ts";
import { reportAt } from "../../runtime/report.ts";
import type { Settings } from "../options.ts";
import { forgetFindings, toBagParts } from "../realm.ts";
import { runScript } from "../run-card.ts";
import { compareTree } from "./compare-tree.ts";
import { linkDom } from "./link-dom.ts";
import type { LiveCard } from "./live-card.ts";
import { renderApart } from "./render-apart.ts";
import { provideCard, toRoot } from "./root.ts";
import type { How, Stage } from "./stage.ts";
import { type DomChild, outside, toVNode } from "./vnode.ts";

/** What a card shows as a whole: the script's view or, until the data changes, what `Kustomer.render` put in its place. */
export class RootView {
  readonly #card: LiveCard;
  readonly #template: Template;
  readonly #settings: Settings;
  readonly #stage: Stage;
  #content: { readonly view: unknown } | undefined;
  /** What the root's own part of the page counts for: given back when it is rendered anew, as adapters give back theirs. */
  #nodes = 0;
  #written = 0;
  /** The content is another than the page shows. */
  isDue = false;

  constructor(card: LiveCard, template: Template, settings: Settings, stage: Stage) {
    this.#card = card;
    this.#template = template;
    this.#settings = settings;
    this.#stage = stage;
  }

  get #realm(): Realm {
    return this.#card.realm;
  }

  /** Puts a view in the place of the script's. */
  replace(view: unknown): void {
    this.#content = { view };
    this.isDue = true;
  }

  /** Gives the card other data than its realm was made with. */
  take(bag: Bag): void {
    Object.assign(this.#realm, toBagParts(this.#template.program, bag));
    forgetFindings(this.#realm);
    this.#card.natives.renew();
    this.#content = undefined;
  }

  /** Evaluates the script with the card's bag and renders what it gives. */
  evaluate(bag: Bag, how: How): void {
    const realm = this.#realm;
    const decided = how === "hydrate" ? this.#decide(bag) : how;
    realm.epoch++;
    // Linked inside: a program nested too deep to link is a failed card too.
    const linked = this.#template.linked(linkDom);
    this.#card.page.guard.isOn = linked.mayHoldNatives(this.#settings.host);
    const view = runScript(realm, linked.script);
    this.#render(this.#content === undefined ? view : (this.#content as { readonly view: unknown }).view, decided);
  }

  /** Renders the content that was put in the place of the script's view. */
  renderContent(): void {
    this.#render(this.#content?.view, "render");
  }

  /** Gives what the card would show, or throws what it would fail with. Found out apart from the page, which keeps what it shows. */
  tryApart(bag: Bag): DomChild {
    const apart = renderApart(this.#template, bag, this.#settings);
    if (!("error" in apart)) return apart.child;
    this.#realm.at = apart.at;
    throw apart.error;
  }

  /** A page is taken over if it has what the card shows at first; a difference is reported. */
  #decide(bag: Bag): How {
    const mismatch = compareTree(this.tryApart(bag), this.#stage.element);
    if (mismatch === undefined) return "hydrate";
    const { path, difference } = mismatch;
    reportAt(this.#realm, "run/mismatch", 0, { path: path === "" ? "its root" : path, difference });
    return "render";
  }

  #render(view: unknown, how: How): void {
    this.isDue = false;
    const child = this.#count(() => toVNode(this.#realm, view, { ...outside, card: this.#card }));
    const { page, natives } = this.#card;
    const root = toRoot(this.#template.program, this.#settings, child, page.guard);
    this.#stage.render(page.guard.isOn ? provideCard(natives.facts, root) : root, how);
  }

  #count<T>(run: () => T): T {
    const realm = this.#realm;
    realm.nodes -= this.#nodes;
    realm.written -= this.#written;
    const { nodes, written } = realm;
    try {
      return run();
    } finally {
      this.#nodes = realm.nodes - nodes;
      this.#written = realm.written - written;
    }
  }
}
