import { median } from "./statistics.ts";

/** One thing to be timed: does its work `times` times and gives a number that depends on every result. */
export type Work = (times: number) => number;

/** What became of the results; printed, so that no engine may leave the work out. */
export interface Timing {
  /** Median over the rounds, microseconds for one piece of work. */
  readonly micros: ReadonlyMap<string, number>;
  readonly checksum: number;
}

export interface Turns {
  /** Milliseconds in which nothing is counted yet. */
  readonly warmup: number;
  /** Milliseconds that are counted: as many rounds as fit, but no fewer than `least`. */
  readonly span: number;
  /** Pieces of work in one turn; absent: as many as fit into `turn`, one at least. */
  readonly times?: number;
  readonly least?: number;
}

/** Milliseconds of a turn. Short: what else the machine does falls into few of them. Alike: a slow peer does not cool the caches for a quick one. */
const turn = 2;

/**
 * Times works against each other in one process: rounds in which each has its turn, in an order shuffled anew, so that
 * whatever slows the machine slows them alike. No garbage is collected by force: that would also throw away what the
 * engine has compiled.
 */
export function interleave(works: ReadonlyMap<string, Work>, { warmup, span, times, least = 5 }: Turns): Timing {
  const samples = new Map([...works.keys()].map((name) => [name, [] as number[]]));
  const pieces = new Map([...works.keys()].map((name) => [name, times ?? 1]));
  let checksum = 0;
  const playRound = (counted: boolean) => {
    for (const [name, work] of shuffle([...works])) {
      const count = pieces.get(name) ?? 1;
      const start = performance.now();
      checksum += work(count);
      const micros = ((performance.now() - start) * 1_000) / count;
      if (counted) samples.get(name)?.push(micros);
      else if (times === undefined) pieces.set(name, toPieces(micros, count));
    }
  };
  const warm = performance.now() + warmup;
  while (performance.now() < warm) playRound(false);
  const end = performance.now() + span;
  for (let round = 0; round < least || performance.now() < end; round++) playRound(true);
  return { micros: new Map([...samples].map(([name, values]) => [name, median(values)])), checksum };
}

/** How many pieces fit into a turn. It grows by steps, so that one slow turn while code compiles says little. */
function toPieces(micros: number, count: number): number {
  return Math.max(1, Math.min(count * 2, Math.round((turn * 1_000) / micros)));
}

export function shuffle<Item>(items: Item[], random: () => number = Math.random): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
  return items;
}
