/** What several processes found: the median of their numbers, and how far apart these are. */
export interface Found {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** How many processes. */
  readonly of: number;
}

/** Numbers of one process, by name: microseconds of one piece of work, bytes, a count. */
export type Measurement = Readonly<Record<string, number>>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Sums up what processes found; `undefined` where none has the number. */
export function summarise(values: readonly number[]): Found | undefined {
  if (values.length === 0) return undefined;
  return { median: median(values), least: Math.min(...values), most: Math.max(...values), of: values.length };
}

/** Sums up one number of all the processes that have it. */
export function summariseNumber(runs: readonly Measurement[], name: string): Found | undefined {
  return summarise(runs.flatMap((run) => run[name] ?? []));
}

/** Sums up `a ÷ b`, taken within each process that has both: what slowed one of them slowed the other as well. */
export function summariseRatio(runs: readonly Measurement[], a: string, b: string): Found | undefined {
  return summarise(
    runs.flatMap((run) => {
      const [above, below] = [run[a], run[b]];
      return above === undefined || below === undefined ? [] : [above / below];
    }),
  );
}
