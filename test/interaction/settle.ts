import type { TestHost } from "../../src/testing/create-test-host.ts";
import { nextTurn } from "./turn.ts";

const turns = 3;
/** A card that changes without end never rests. */
const mostRounds = 20;

/**
 * Creates what waits until a card has come to rest: some turns of the event loop, until two rounds of them have changed nothing; more
 * when it has asked its host for something.
 */
export function createSettle(host: TestHost, element: Element): () => Promise<void> {
  let asked = 0;
  return async () => {
    let before = "";
    for (let round = 0; round < 2 || (before !== element.innerHTML && round < mostRounds); round++) {
      before = element.innerHTML;
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (host.calls.length !== asked) {
      asked = host.calls.length;
      await host.settle();
    }
    // Browsers take focus from what was disabled when they paint next, and not again if it is enabled by then.
    if (document.activeElement?.matches(":disabled")) for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  };
}
