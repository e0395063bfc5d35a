import { afterEach } from "vitest";
import type { MountedCard } from "../../src/dom.ts";

/** Leaves an empty page behind each test of a file. Gives what a shown card is handed to, which hands it back. */
export function unmountAfterEach(): <Shown extends { readonly card: MountedCard }>(shown: Shown) => Shown {
  const cards: MountedCard[] = [];
  afterEach(() => {
    for (const card of cards.splice(0)) card.unmount();
    document.body.replaceChildren();
  });
  return (shown) => {
    cards.push(shown.card);
    return shown;
  };
}
