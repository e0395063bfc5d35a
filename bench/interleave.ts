/** One thing to be timed: does its work `times` times and gives a number that depends on every result. */
export type Work = (times: number) => number;

/** What became of the results; printed, so that no engine may leave the work out. */
export interface Timing {
  /** Median over the rounds, microseconds for one piece of work. */
  readonly micros: ReadonlyMap<string, number>;
  readonly checksum: number;
}

/**
 * Times works against each other in one process: rounds in which each has its turn, in an order shuffled anew, so that
 * whatever slows the machine slows them alike. No garbage is collected by force: that would also throw away what the
 * engine has compiled.
 */
export function interleave(
  works: ReadonlyMap<string, Work>,
  { warmup, rounds, times }: { readonly warmup: number; readonly rounds: number; readonly times: number },
): Timing {
  const samples = new Map([...works.keys()].map((name) => [name, [] as number[]]));
  let checksum = 0;
  for (let round = -warmup; round < rounds; round++) {
    for (const [name, work] of shuffle([...works])) {
      const start = performance.now();
      checksum += work(times);
      const micros = ((performance.now() - start) * 1_000) / times;
      if (round >= 0) samples.get(name)?.push(micros);
    }
  }
  return { micros: new Map([...samples].map(([name, values]) => [name, median(values)])), checksum };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export function shuffle<Item>(items: Item[]): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
  return items;
}
