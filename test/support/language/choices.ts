/**
 * A finite stream of choices from which a program is written. When it is used up every choice is the first, so that
 * each table of the grammar begins with its simplest production and a shortened stream gives a shorter program.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** Chooses a whole number from 0 to `count - 1`. */
  below(count: number): number {
    return (this.#numbers[this.#next++] ?? 0) % count;
  }

  /** Tells whether something of that likelihood, in percent, happens. */
  happens(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** Chooses one entry. */
  from<T>(entries: readonly T[]): T {
    const entry = entries[this.below(entries.length)];
    if (entry === undefined) throw new RangeError("a choice needs entries");
    return entry;
  }

  /** Chooses how many, and makes them. */
  several<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }
}
