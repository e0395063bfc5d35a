import type { Bag } from "../../../context/bag.ts";
import { type MountedCard, mount } from "../../../render/dom.ts";
import { buildPiece } from "../../build-piece.ts";
import { type Fault, toFault } from "../../fault.ts";
import type { Piece } from "../../piece.ts";
import { type ItemCard, toCardPrefix, toItemBag } from "../cards.ts";
import { toErrorPiece } from "../pieces.ts";
import type { ListedItem } from "./listed-item.ts";
import type { TimelineModel } from "./timeline-model.ts";

interface BodyCard {
  readonly card: ItemCard;
  readonly mounted: MountedCard;
}

/** What an opened item shows: its cards, each by itself, or a plain body. */
export class ItemBody {
  readonly #element: HTMLElement;
  readonly #item: ListedItem;
  readonly #model: TimelineModel;
  #cards: readonly BodyCard[] | undefined;

  constructor(element: HTMLElement, item: ListedItem, model: TimelineModel) {
    this.#element = element;
    this.#item = item;
    this.#model = model;
  }

  get isMounted(): boolean {
    return this.#cards !== undefined;
  }

  mount(): void {
    if (this.#cards !== undefined) return;
    const { entry } = this.#item;
    const cards = this.#model.cards.for(entry);
    if (cards.length === 0) return this.#show(() => this.#model.plainBodyOf(this.#item));
    const data = toItemBag(entry, this.#model.settings);
    if ("fault" in data) return this.#fail(data.fault);
    const elements = cards.map(() => this.#createPlace());
    this.#element.replaceChildren(...elements);
    this.#cards = cards.flatMap((card, index) => {
      const mounted = this.#mountCard(card, index, data.bag, elements[index] as HTMLElement);
      return mounted === undefined ? [] : [{ card, mounted }];
    });
  }

  /** Shows other data of the item. Cards that go on keep their state. */
  update(): void {
    const cards = this.#cards;
    if (cards === undefined) return;
    const { entry } = this.#item;
    const next = this.#model.cards.for(entry);
    const data = toItemBag(entry, this.#model.settings);
    const goesOn = cards.length > 0 && cards.length === next.length && cards.every(({ card }, index) => card === next[index]);
    if (goesOn && "bag" in data) {
      for (const { mounted } of cards) mounted.update(data.bag);
    } else {
      this.unmount();
      this.mount();
    }
  }

  unmount(): void {
    const cards = this.#cards;
    this.#cards = undefined;
    for (const { mounted } of cards ?? []) mounted.unmount();
    this.#element.replaceChildren();
  }

  #mountCard(card: ItemCard, index: number, bag: Bag, element: HTMLElement): MountedCard | undefined {
    const { settings } = this.#model;
    const subject = { item: this.#item.entry.id, view: card.view.name };
    if (card.failed !== undefined) {
      element.append(buildPiece(element.ownerDocument, toErrorPiece(card.failed)));
      return undefined;
    }
    try {
      return mount(card.template, bag, element, {
        ...settings.cardOptions,
        idPrefix: toCardPrefix(settings, this.#item.number, index),
        onDiagnostic: (found) => settings.tell(found, subject),
      });
    } catch (error) {
      // Of the host's components or its policy: nobody else's card may suffer.
      element.replaceChildren(buildPiece(element.ownerDocument, this.#tellFault(error)));
      return undefined;
    }
  }

  #show(create: () => Piece): void {
    this.#cards = [];
    let piece: Piece;
    try {
      piece = create();
    } catch (error) {
      piece = this.#tellFault(error);
    }
    this.#element.replaceChildren(buildPiece(this.#element.ownerDocument, piece));
  }

  #fail({ told, shown }: Fault): void {
    this.#model.settings.tell(told, { item: this.#item.entry.id });
    this.#show(() => shown);
  }

  #tellFault(error: unknown): Piece {
    const { id } = this.#item.entry;
    const { told, shown } = toFault(id, error);
    this.#model.settings.tell(told, { item: id });
    return shown;
  }

  #createPlace(): HTMLElement {
    const place = this.#element.ownerDocument.createElement("div");
    place.className = "kv-item-card kv-root";
    return place;
  }
}
