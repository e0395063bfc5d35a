import type { Work } from "./interleave.ts";

/** Gives the `n`th card as HTML. */
export type Render = (n: number) => string;

/** Flattens a text, as writing it anywhere would, and gives a number that depends on it. */
export function flatten(text: string): number {
  return text.length + text.charCodeAt(text.length >> 1);
}

/** Makes a work of cards that are written one by one. */
export function consumeCards(render: Render): Work {
  let n = 0;
  return (times) => {
    let sum = 0;
    for (let i = 0; i < times; i++) sum += flatten(render(n++));
    return sum;
  };
}

/** Makes a work of cards that are joined to one page: each is flattened first, for a rope of them all takes several times as long. */
export function joinCards(render: Render): Work {
  let n = 0;
  return (times) => {
    const cards: string[] = [];
    let sum = 0;
    for (let i = 0; i < times; i++) {
      const card = render(n++);
      sum += flatten(card);
      cards.push(card);
    }
    return sum + flatten(cards.join(""));
  };
}
