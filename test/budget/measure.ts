import { getHeapStatistics } from "node:v8";
import { budgetCases } from "./all-cases.ts";
import type { BudgetCase } from "./budget-case.ts";
import { hasSize, isLanguage, prepareCase } from "./run-case.ts";

/** What one unit of fuel buys of a call at a size. */
export interface Price {
  readonly n: number;
  /** Units that one run paid. */
  readonly fuel: number;
  /** How many times the time of a plain loop's unit. */
  readonly time: number;
  /** Bytes that were allocated. */
  readonly bytes: number;
}

/** Sizes that a call is measured at, where its inputs have one. */
const sizes: readonly number[] = [1, 30, 1_000, 30_000];

/** Most bytes that a round may allocate, so that nothing is collected in it. */
const roomy = 4_000_000;
/** Bytes for a unit from which on a count is repeated. */
const suspect = 600;
/** Nanoseconds after which a round that counts bytes ends. */
const longest = 10e6;

/** A loop of the template that does a little: what a unit is meant to be. */
const plain: BudgetCase = { name: "plain loop", source: "let sum = 0; for (const x of list) sum += x;" };

/** Measures calls by time and by bytes. Their times are ratios to a plain loop's, measured in between. */
export function* measureCases(wanted: RegExp): Generator<{ readonly one: BudgetCase; readonly prices: readonly Price[] }> {
  let unit = timeOf(plain, 10_000, 1, 20);
  let measured = 0;
  for (const one of budgetCases.filter(({ name }) => wanted.test(name))) {
    if (++measured % 50 === 0) unit = Math.min(unit * 1.1, timeOf(plain, 10_000, 1, 20));
    const prices = (hasSize(one) ? sizes : [1]).map((n): Price => {
      const times = isLanguage(one) && n === 1 ? 300 : 1;
      let time = timeOf(one, n, times, 2);
      // What seems dear is looked at again, longer: the host may have been compiling, collecting, or waiting for its turn.
      for (let again = 0; again < 3 && time > 8 * unit; again++) time = Math.min(time, timeOf(one, n, times, 10));
      return { n, time: time / unit, ...countBytes(one, n, times) };
    });
    yield { one, prices };
  }
}

/** Nanoseconds of the processor for each unit of fuel, the median of three rounds. Others may have most of the clock's time. */
function timeOf(one: BudgetCase, n: number, times: number, milliseconds: number): number {
  const run = prepareCase(one, n, times);
  const warm = processorTime() + milliseconds * 1e6;
  while (processorTime() < warm) run();
  const prices = [0, 1, 2].map(() => {
    const begin = processorTime();
    let [paid, spent] = [0, 0];
    // Asking for the time takes a while: twice as many runs before the next question.
    for (let some = 1; spent < milliseconds * 1e6; some *= 2) {
      for (let i = 0; i < some; i++) paid += run();
      spent = processorTime() - begin;
    }
    return spent / paid;
  });
  return prices.sort((a, b) => a - b)[1] as number;
}

/** Counts what a run leaves on the heap before anything is collected; the least of some rounds, since the host allocates as well. */
function countBytes(one: BudgetCase, n: number, times: number): { readonly bytes: number; readonly fuel: number } {
  const run = prepareCase(one, n, times);
  const fuel = run();
  let least = Number.POSITIVE_INFINITY;
  // What the host allocates beside it, for code that it compiles, comes once: what seems large is looked at again.
  for (let round = 0; round < 3 || (round < 12 && least > suspect); round++) {
    globalThis.gc?.();
    const begin = processorTime();
    const before = usedBytes();
    let [paid, added] = [0, 0];
    // What takes long has left enough to be seen after a few runs.
    for (let i = 0; i < 64 && added < roomy && (i < 3 || processorTime() - begin < longest); i++) {
      paid += run();
      added = usedBytes() - before;
    }
    // Less than nothing: it was collected in between.
    if (added >= 0) least = Math.min(least, added / paid);
  }
  return { bytes: least === Number.POSITIVE_INFINITY ? 0 : least, fuel };
}

function usedBytes(): number {
  const { used_heap_size, external_memory, malloced_memory } = getHeapStatistics();
  return used_heap_size + external_memory + malloced_memory;
}

/** Nanoseconds that this process has run; what its clock says is others' as well. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1_000;
}
