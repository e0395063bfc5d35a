import { buildPiece } from "../../build-piece.ts";
import { toItemPrefix } from "../cards.ts";
import { toHeadPieces } from "../pieces.ts";
import { ItemBody } from "./item-body.ts";
import type { ListedItem } from "./listed-item.ts";
import type { TimelineModel } from "./timeline-model.ts";
import { setAttribute, setText } from "./write-changes.ts";

/** Where an item's element stands: among those that are seen, out of their way, or nowhere. */
export type RowPlace = "among" | "away" | "hidden";

/** One item in the page. */
export class ItemRow {
  readonly item: ListedItem;
  readonly element: HTMLElement;
  /** What opens the item, and has the focus where the item has it. */
  readonly head: HTMLButtonElement;
  readonly body: HTMLElement;
  readonly #cards: ItemBody;
  readonly #model: TimelineModel;
  readonly #prefix: string;
  #place: RowPlace = "among";
  #dayLabel: HTMLElement | undefined;
  #head: string | undefined;

  constructor(owner: Document, item: ListedItem, model: TimelineModel) {
    this.item = item;
    this.#model = model;
    this.#prefix = toItemPrefix(model.settings, item.number);
    this.element = owner.createElement("article");
    this.element.className = "kv-item";
    this.element.setAttribute("aria-labelledby", `${this.#prefix}-title`);
    const header = owner.createElement("header");
    this.head = owner.createElement("button");
    this.head.type = "button";
    this.head.className = "kv-item-head";
    this.head.id = `${this.#prefix}-head`;
    this.head.tabIndex = -1;
    this.head.setAttribute("aria-controls", `${this.#prefix}-body`);
    this.body = owner.createElement("div");
    this.body.className = "kv-item-body";
    this.body.id = `${this.#prefix}-body`;
    header.append(this.head);
    this.element.append(header, this.body);
    this.#cards = new ItemBody(this.body, item, model);
    this.showHead();
    this.showState();
  }

  get hasCards(): boolean {
    return this.#cards.isMounted;
  }

  /** Whether it is open, and its cards are still to come. */
  get waits(): boolean {
    return this.item.expanded && !this.#cards.isMounted;
  }

  /** Writes the head anew where it says something else. */
  showHead(): void {
    const owner = this.element.ownerDocument;
    const pieces = toHeadPieces(this.#model.headOf(this.item), `${this.#prefix}-title`);
    const said = JSON.stringify(pieces);
    if (said === this.#head) return;
    this.#head = said;
    this.head.replaceChildren(...pieces.map((piece) => buildPiece(owner, piece)));
  }

  /** Shows that it is open or closed. */
  showState(): void {
    const { expanded } = this.item;
    this.head.setAttribute("aria-expanded", String(expanded));
    this.body.hidden = !expanded;
  }

  /** Keeps room for cards that are still to come. */
  reserve(height: number): void {
    this.body.style.minHeight = `${height}px`;
    this.element.setAttribute("aria-busy", "true");
  }

  mountCards(): void {
    this.#cards.mount();
    this.body.style.minHeight = "";
    this.element.removeAttribute("aria-busy");
  }

  unmountCards(): void {
    this.#cards.unmount();
  }

  /** Shows other data. */
  update(): void {
    this.showHead();
    this.#cards.update();
  }

  /** Says where among how many it stands. */
  count(index: number, size: number): void {
    setAttribute(this.element, "aria-posinset", String(index + 1));
    setAttribute(this.element, "aria-setsize", String(size));
  }

  /** The first item of a day says so to those who can't see the heading above it. */
  nameDay(name: string | undefined): void {
    if (name === undefined) {
      this.#dayLabel?.remove();
      this.#dayLabel = undefined;
      return;
    }
    if (this.#dayLabel === undefined) {
      this.#dayLabel = this.element.ownerDocument.createElement("div");
      this.#dayLabel.className = "kv-unseen";
      this.#dayLabel.setAttribute("role", "heading");
      this.#dayLabel.setAttribute("aria-level", "3");
      this.element.prepend(this.#dayLabel);
    }
    setText(this.#dayLabel, name);
  }

  /**
   * @param top Where it would stand, for one that is away.
   * @param awake Whether it is to be reached though it is away: by the focus, which it has or is to get.
   */
  stand(place: RowPlace, top = 0, awake = true): void {
    // Neither Tab nor a reader of the screen leads to what stands elsewhere.
    this.element.toggleAttribute("inert", !awake);
    if (place === "away") this.element.style.top = `${top}px`;
    if (place === this.#place) return;
    this.#place = place;
    this.element.classList.toggle("kv-item-away", place === "away");
    this.element.hidden = place === "hidden";
    if (place !== "away") this.element.style.top = "";
  }
}
