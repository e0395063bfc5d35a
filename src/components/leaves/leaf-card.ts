import type { Card } from "../card-facts.ts";
import { useCard } from "../use-card.ts";
import type { Form } from "./form/form.ts";

/** A card as our own leaves know it. */
export interface LeafCard extends Card {
  /** What happens now is the template's doing. Nothing of a leaf may come of it: a template could press its buttons. */
  readonly isActing: boolean;
  /** Gives an address in the form in which a link may lead to it; `undefined` where it must not. */
  judgeLink(url: string): string | undefined;
  /** The instant whose UTC fields are the local ones of another, in the viewer's zone; and back. */
  toLocal(milliseconds: number): number;
  fromLocal(milliseconds: number): number;
  /** The element that the card is mounted into. */
  readonly root: Element;
  /** The rows of the card's create form. */
  readonly form: Form;
  /** Tells the host of an embedded page that does not keep to the protocol. */
  reportFrame(page: string, reason: string): void;
  /** Tells the host that a change was not taken. */
  reportUpdate(field: string, error: string): void;
}

export function useLeafCard(): LeafCard {
  return useCard() as LeafCard;
}
