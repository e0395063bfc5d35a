import { setNeighbour } from "../attack/live-neighbour.ts";
import { type LiveOutcome, type LivePlay, playLive } from "../attack/live-play.ts";

/** What the test asks of the page. */
export interface LiveAttackApi {
  setNeighbour(json: string): void;
  play(plays: readonly LivePlay[]): Promise<readonly LiveOutcome[]>;
}

/** One after the other: each looks after the whole page. */
async function play(plays: readonly LivePlay[]): Promise<readonly LiveOutcome[]> {
  const outcomes: LiveOutcome[] = [];
  for (const one of plays) outcomes.push(await playLive(one));
  return outcomes;
}

(globalThis as unknown as { kviewLiveAttack: LiveAttackApi }).kviewLiveAttack = { setNeighbour, play };
