import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { type FormReader, formReaderKey } from "../../scope/browser/form-data.ts";
import { Attention } from "./attention.ts";
import { Chain } from "./facades/chain.ts";
import { DocumentState, documentType } from "./facades/document.ts";
import { elementType, fragmentType } from "./facades/element.ts";
import { eventType } from "./facades/event.ts";
import { EventState, type MadeEvent } from "./facades/event-state.ts";
import { readFormFields } from "./facades/form-fields.ts";
import { Listeners } from "./facades/listeners.ts";
import { PageNames } from "./facades/page-names.ts";
import { BodyState, ElementState, FragmentState, TextState } from "./facades/states.ts";
import { textType } from "./facades/text.ts";
import { Guard } from "./guard.ts";
import { payTime } from "./page-time.ts";

export interface PageOptions {
  /** The element that the card is mounted into. */
  readonly root: Element;
  /** Runs a listener of the template as an entry of the host: with a budget, and with what it throws reported. */
  readonly enter: (run: () => void) => void;
  /** Runs what may fire events at once, so that their listeners count as part of the entry under way. */
  readonly inside: <T>(run: () => T) => T;
}

const elementNode = 1;
const textNode = 3;
const fragmentNode = 11;

/**
 * The page as one card sees it: facades of the elements below its root, of events there, of `document` and its kin. Nothing that it gives
 * is a node, an event or a function of the page; nothing outside of the root is reached.
 */
export class Page {
  readonly root: Element;
  readonly listeners: Listeners;
  readonly attention: Attention;
  /** What is closed to the template. */
  readonly guard: Guard;
  /** What the card's `window` answers besides the names of its scope. */
  readonly names: ReadonlyMap<string, unknown>;
  readonly document: Opaque;
  /** What the template wrote into `<style>` elements that it made, by element: the page holds what the policy made of it. */
  readonly styles = new WeakMap<Node, string>();
  /** The control whose text the template selected last: not every engine gives it the focus. */
  selected: Element | undefined;
  readonly #enter: PageOptions["enter"];
  readonly #inside: PageOptions["inside"];
  readonly #chain = new Chain();
  readonly #facades = new WeakMap<Node, Opaque>();
  readonly #events = new WeakMap<Event, Opaque<EventState>>();
  readonly #made = new WeakMap<Event, MadeEvent>();
  /** Nodes that the template made; all others are the renderer's. */
  readonly #own = new WeakSet<Node>();
  /** State of `document.body`, for what the document does as the root does it. */
  readonly bodyState: BodyState;
  readonly #body: Opaque;
  #realm: Realm | undefined;
  #scoped = false;
  #themed = false;
  #disposed = false;

  constructor({ root, enter, inside }: PageOptions) {
    this.root = root;
    this.#enter = enter;
    this.#inside = inside;
    this.listeners = new Listeners(this);
    this.guard = new Guard(root, (element) => this.#own.has(element) || element === this.bodyElement());
    this.attention = new Attention(root, (element) => this.guard.isClosed(element));
    this.document = new Opaque<unknown>(documentType as OpaqueType, new DocumentState(this));
    this.bodyState = new BodyState(this, root);
    this.#body = new Opaque<unknown>(elementType as OpaqueType, this.bodyState);
    this.names = new PageNames(this);
  }

  /** The card's realm; set once it is made. */
  get realm(): Realm {
    if (this.#realm === undefined) throw new Error("the page has no realm yet");
    return this.#realm;
  }

  set realm(realm: Realm) {
    this.#realm = realm;
    // What `new FormData(form)` reads by.
    realm.store.set(formReaderKey, ((form) => readFormFields(this, form)) satisfies FormReader);
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  get hostDocument(): Document {
    return this.root.ownerDocument;
  }

  get view(): (Window & typeof globalThis) | null {
    return this.hostDocument.defaultView;
  }

  /** Tells whether a realm is this card's. */
  isOf(realm: Realm): boolean {
    return this.#realm === realm;
  }

  /** Gives the facade of an element below the card's root, always the same; `document.body`'s for the root; `null` for all others. */
  toElement(element: Element | null): Opaque | null {
    return element === null || element.nodeType !== elementNode ? null : this.toNode(element);
  }

  /** As `toElement`, for texts too; other kinds of nodes have no facade. */
  toNode(node: Node | null): Opaque | null {
    if (node === null) return null;
    const known = this.#facades.get(node);
    if (known !== undefined) return known;
    if (node === this.root || node === this.bodyElement()) return this.#body;
    const isShown = node.nodeType === elementNode || node.nodeType === textNode;
    return !isShown || this.#disposed || !this.#belongs(node) || this.guard.isClosed(node) ? null : this.#create(node);
  }

  /** The element that `document.body` stands for: the root element of a card with styles, else the one that it is mounted into. */
  bodyElement(): HTMLElement {
    const first = this.root.firstElementChild;
    // Only the renderer writes `data-kv…`: a template can't pass an element off as this one.
    const inner = first?.hasAttribute("data-kv-root") && !this.#own.has(first) ? first : this.root;
    return inner as HTMLElement;
  }

  /** Gives the facade of an event, the same one for all of its listeners. */
  toEvent(event: Event, currentTarget: Element | null, type?: string): Opaque {
    let facade = this.#events.get(event);
    if (facade === undefined) {
      facade = new Opaque<EventState>(eventType, new EventState(this, event, this.#made.get(event)));
      this.#events.set(event, facade);
    }
    facade.state.currentTarget = currentTarget;
    facade.state.type = type ?? facade.state.ownType;
    return facade as Opaque;
  }

  /** Remembers what an event is that the template made and dispatches. */
  make(event: Event, made: MadeEvent): void {
    this.#made.set(event, made);
  }

  madeOf(event: Event): MadeEvent | undefined {
    return this.#made.get(event);
  }

  /** Takes a node that was made for the template; gives its facade. */
  adopt(node: Node): Opaque {
    this.#own.add(node);
    return this.#create(node);
  }

  /** Marks a node as made by the template, without a facade. */
  own(node: Node): void {
    this.#own.add(node);
  }

  /** Tells whether the template made a node: the only ones that it may move or take away. */
  owns(node: Node): boolean {
    return this.#own.has(node);
  }

  /**
   * Does something to the page. What the page throws becomes an error of the template; after the card has gone nothing is done.
   *
   * @param what For the message.
   */
  act<T>(what: string, run: () => T): T | undefined {
    if (this.#disposed) return undefined;
    try {
      return payTime(this.realm, () => this.#chain.run(this.realm, () => this.#inside(run)));
    } catch (error) {
      if (error instanceof LimitError || error instanceof TemplateThrow) throw error;
      return throwError(this.realm, "Error", `the page refused \`${what}\``);
    }
  }

  /** Runs a listener of the template. */
  hear(run: () => void): void {
    this.#enter(() => this.hearWithin(run));
  }

  /** Runs a listener in an entry that is open: a limit that it reaches ends what caused its event, too. */
  hearWithin(run: () => void): void {
    this.#chain.hear(run);
  }

  /** Makes sure that styles which the template adds have a root to be scoped to. */
  markScope(): void {
    if (this.#scoped || this.#disposed || this.bodyElement() !== this.root || this.root.hasAttribute("data-kv-root")) return;
    const name = /^\[data-kv-root="([\w-]+)"\]$/.exec(this.realm.styleScope)?.[1];
    if (name === undefined) return;
    this.root.setAttribute("data-kv-root", name);
    // Rules for one theme ask the root for it.
    const { theme } = this.realm;
    this.#themed = theme !== undefined && !this.root.hasAttribute("data-theme");
    if (this.#themed && theme !== undefined) this.root.setAttribute("data-theme", theme);
    this.#scoped = true;
  }

  /** Ends it: listeners and nodes that the template added go, facades that are left touch nothing. */
  dispose(): void {
    if (this.#disposed) return;
    this.listeners.clear();
    this.#inside(() => this.#removeOwn());
    if (this.#scoped) this.root.removeAttribute("data-kv-root");
    if (this.#themed) this.root.removeAttribute("data-theme");
    this.selected = undefined;
    this.#disposed = true;
  }

  #removeOwn(): void {
    for (const element of [this.root, ...this.root.querySelectorAll("*")]) {
      for (const child of [...element.childNodes]) if (this.#own.has(child)) child.remove();
    }
  }

  #belongs(node: Node): boolean {
    for (let at: Node | null = node; at !== null; at = at.parentNode) {
      // A node that has a facade, or that the template made, was the card's; so is what lies in it.
      if (at === this.root || this.#facades.has(at) || this.#own.has(at)) return true;
    }
    return false;
  }

  #create(node: Node): Opaque {
    const facade = toFacade(this, node);
    this.#facades.set(node, facade);
    return facade;
  }
}

function toFacade(page: Page, node: Node): Opaque {
  if (node.nodeType === elementNode) return new Opaque<unknown>(elementType as OpaqueType, new ElementState(page, node));
  if (node.nodeType === fragmentNode) return new Opaque<unknown>(fragmentType as OpaqueType, new FragmentState(page, node));
  return new Opaque<unknown>(textType as OpaqueType, new TextState(page, node));
}
