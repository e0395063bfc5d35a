/** Turns without a sign of life after which a card is taken to be at rest: an answer, a render and its effects take one each. */
const quietTurns = 5;
/** A card that asks without end never rests. */
const mostTurns = 200;

/**
 * Waits until a card has come to rest: what it asked for and was answered at once has come to it, has been shown, and its effects
 * have run. Waits in real turns of the event loop, since cards take answers in there.
 *
 * @param count Counts what can be heard of the card.
 */
export async function settle(count: () => number): Promise<void> {
  for (let quiet = 0, turn = 0; quiet < quietTurns && turn < mostTurns; turn++) {
    const before = count();
    await new Promise((resolve) => setTimeout(resolve, 0));
    quiet = count() === before ? quiet + 1 : 0;
  }
}
