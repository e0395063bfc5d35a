import { LRUCache } from "lru-cache";

interface Mark {
  /** Cards of the program in a row that ended their process. */
  readonly count: number;
  /** Until when the program is not tried. */
  readonly until: number;
}

const mostPrograms = 1_000;

/**
 * Remembers programs whose cards ended processes. One such card may be the data's fault, so the program's others are rendered, alone;
 * several in a row are the program's own, and each costs a process: it is not tried for a while. A card that comes out clears it all,
 * so that hostile records among good ones can't take a template from those.
 */
export class Quarantine {
  readonly #after: number;
  readonly #milliseconds: number;
  readonly #marks = new LRUCache<string, Mark>({ max: mostPrograms });

  constructor({ quarantineAfter, quarantineMs }: { readonly quarantineAfter: number; readonly quarantineMs: number }) {
    this.#after = quarantineAfter;
    this.#milliseconds = quarantineMs;
  }

  /** How many cards of a program in a row ended their process. */
  count(program: string): number {
    return this.#marks.get(program)?.count ?? 0;
  }

  isClosed(program: string, now: number): boolean {
    return now < (this.#marks.get(program)?.until ?? now);
  }

  addKill(program: string, now: number): void {
    const count = this.count(program) + 1;
    this.#marks.set(program, { count, until: count >= this.#after ? now + this.#milliseconds : now });
  }

  clear(program: string): void {
    this.#marks.delete(program);
  }
}
