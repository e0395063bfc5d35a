import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Card } from "./card-facts.ts";

/** Hands a live card to the components of the host in it. Another value comes with other data. */
export const CardContext = createContext<Card | undefined>(undefined);

/**
 * Gives the card that a native component stands in (the `dom` form of `defineComponent`): its locale and zone, its records, how values
 * are formatted, and the host's services, bound to the card's life. The component is rendered again when the card gets other data.
 *
 * Throws an `Error` outside of a card.
 *
 * @example
 * function Owner() {
 *   const card = useCard();
 *   return h("b", null, card.format(card.record("customer")?.attributes.createdAt, "createdAt", "customer"));
 * }
 */
export function useCard(): Card {
  const card = useContext(CardContext);
  if (card === undefined) throw new Error("useCard: this component does not stand in a card");
  return card;
}
