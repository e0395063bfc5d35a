import type { Bag } from "../../context/bag.ts";
import { createContext } from "../../context/create-context.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Template } from "../../ir/template.ts";
import type { View } from "../../views/view.ts";
import { type Fault, toRecordsFault } from "../fault.ts";
import type { WorkspaceSettings } from "../options.ts";
import type { Entry } from "./item.ts";

/** One card of an opened item: a view to render, or what is wrong with its template. */
export type ItemCard =
  | { readonly view: View; readonly template: Template; readonly failed?: undefined }
  | { readonly view: View; readonly template?: undefined; readonly failed: Diagnostic };

/** The cards of a timeline's items, compiled once. What is wrong with a template is told once, however many items show it. */
export class ItemCards {
  readonly #settings: WorkspaceSettings;
  readonly #cards = new Map<View, ItemCard>();

  constructor(settings: WorkspaceSettings) {
    this.#settings = settings;
  }

  /** The cards of an item, one below the other. None: the item has a plain body. */
  for({ resource, id }: Pick<Entry, "resource" | "id">): readonly ItemCard[] {
    return this.#settings.views.for(resource, "expanded-timeline").map((view) => {
      let card = this.#cards.get(view);
      if (card === undefined) this.#cards.set(view, (card = this.#compile(view, id)));
      return card;
    });
  }

  #compile(view: View, item: string): ItemCard {
    const result = view.template();
    for (const found of result.diagnostics) this.#settings.tell(found, { item, view: view.name });
    if (result.ok) return { view, template: result.template };
    const failed = result.diagnostics.find(({ severity }) => severity === "error") ?? result.diagnostics[0];
    return { view, failed: failed as Diagnostic };
  }
}

/** Makes the bag of an item's cards, or says why there can't be one: in a timeline, a bad record costs one item. */
export function toItemBag(entry: Entry, { klasses }: WorkspaceSettings): { readonly bag: Bag } | { readonly fault: Fault } {
  try {
    for (const key of ["resource", "klasses"] as const)
      if (Object.hasOwn(entry.records, key)) throw new TypeError(`${key}: expected nothing, it is the timeline's to say`);
    return { bag: createContext({ ...entry.records, resource: entry.resource, klasses }) };
  } catch (error) {
    return { fault: toRecordsFault(entry.id, error) };
  }
}

/**
 * The prefix of a card's ids. It always ends in two numbers, so that no card's ids are among those of another.
 *
 * @param item The number of the item in its timeline, @param card that of the card in its item.
 */
export function toCardPrefix(settings: WorkspaceSettings, item: number, card: number): string {
  return `${toItemPrefix(settings, item)}-${card}`;
}

/** The prefix of ids of our own in an item; a word comes behind it, where cards have a number. */
export function toItemPrefix({ card }: WorkspaceSettings, item: number): string {
  return `${card.policy.idPrefix}-${item}`;
}
