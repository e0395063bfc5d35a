import { checkKeys } from "../render/options.ts";
import type { ProcessExit } from "./process-exit.ts";

/** Options of `createRenderPool`. */
export interface PoolOptions {
  /** Processes. One fewer than the machine has cores leaves one for the host. */
  readonly size?: number;
  /** Megabytes of heap that one process may use; Node takes about 60 beside it. */
  readonly memoryMb?: number;
  /** Milliseconds that one card may take, by the clock on the wall. */
  readonly timeoutMs?: number;
  /** Milliseconds that one batch may take. What it did not get to is rendered in another. */
  readonly batchTimeoutMs?: number;
  /** Milliseconds that a process may take to start, or to end when the pool is closed. */
  readonly startMs?: number;
  /** Cards that are handed to a process at once, where as many wait. */
  readonly batchSize?: number;
  /** Batches after which a process is replaced by a fresh one. */
  readonly maxBatches?: number;
  /** Times that a card is tried before it is given up: the first with others, then alone. */
  readonly attempts?: number;
  /** Cards of one template in a row that end their process before the template is not tried for a while. */
  readonly quarantineAfter?: number;
  /** Milliseconds for which such a template is not tried. */
  readonly quarantineMs?: number;
  /** Calls of `render` that may wait for a process; more are rejected. */
  readonly queueLimit?: number;
  /** Bytes of one card's data. */
  readonly inputBytes?: number;
  /** Bytes of one card's HTML: one a character, two where it has others than Latin-1. */
  readonly outputBytes?: number;
  /** Further flags for Node, as on its command line. */
  readonly nodeFlags?: readonly string[];
  /** Hears of each process that ended, and why. */
  readonly onExit?: (exit: ProcessExit) => void;
}

/** Checked options with their defaults. */
export type PoolSettings = Required<Omit<PoolOptions, "onExit">> & Pick<PoolOptions, "onExit">;

type NumberName = Exclude<keyof PoolOptions, "nodeFlags" | "onExit">;

/** The least that makes sense, the default, and the most that can be taken. */
export const poolNumbers: Readonly<Record<NumberName, readonly [least: number, usual: number, most: number]>> = {
  size: [1, 2, 256],
  memoryMb: [24, 256, 65_536],
  timeoutMs: [1, 2_000, 2 ** 31 - 1],
  batchTimeoutMs: [1, 10_000, 2 ** 31 - 1],
  startMs: [1, 10_000, 2 ** 31 - 1],
  batchSize: [1, 32, 1_024],
  maxBatches: [1, 10_000, Number.MAX_SAFE_INTEGER],
  attempts: [1, 2, 100],
  quarantineAfter: [1, 3, Number.MAX_SAFE_INTEGER],
  quarantineMs: [0, 60_000, Number.MAX_SAFE_INTEGER],
  queueLimit: [1, 10_000, Number.MAX_SAFE_INTEGER],
  inputBytes: [1, 4_194_304, 2 ** 30],
  outputBytes: [1, 4_194_304, 2 ** 30],
};

/** Checks options. A `TypeError` names the key at fault. */
export function toPoolSettings(options: PoolOptions): PoolSettings {
  checkKeys(options, [...Object.keys(poolNumbers), "nodeFlags", "onExit"], "option");
  const numbers = {} as Record<NumberName, number>;
  for (const [name, [least, usual, most]] of Object.entries(poolNumbers) as [NumberName, (typeof poolNumbers)[NumberName]][]) {
    const value = options[name] ?? usual;
    if (!Number.isInteger(value) || value < least || value > most)
      throw new TypeError(`option \`${name}\` has to be a whole number from ${least} to ${most}`);
    numbers[name] = value;
  }
  if (options.batchTimeoutMs !== undefined && options.batchTimeoutMs < numbers.timeoutMs)
    throw new TypeError("option `batchTimeoutMs` has to be at least `timeoutMs`, or no card could use its time");
  const { nodeFlags = [], onExit } = options;
  if (!Array.isArray(nodeFlags) || nodeFlags.some((flag) => typeof flag !== "string" || !flag.startsWith("-")))
    throw new TypeError("option `nodeFlags` has to be a list of flags: `--name` or `--name=value`");
  if (onExit !== undefined && typeof onExit !== "function") throw new TypeError("option `onExit` has to be a function");
  return {
    ...numbers,
    batchTimeoutMs: Math.max(numbers.batchTimeoutMs, numbers.timeoutMs),
    nodeFlags: [...nodeFlags],
    ...(onExit === undefined ? {} : { onExit }),
  };
}
