import { bounds } from "./bounds.ts";
import type { ItemRow } from "./item-row.ts";

export interface MountQueueOptions {
  /** Runs something before the next frame, unless what it gives is called first. */
  readonly nextFrame: (run: () => void) => () => void;
  /** How far an item is from what the reader sees. */
  readonly distanceOf: (row: ItemRow) => number;
}

/** Opened items whose cards are still to be mounted: so many in a frame as there is time, those in sight first. */
export class MountQueue {
  readonly #options: MountQueueOptions;
  readonly #waiting = new Set<ItemRow>();
  #cancel: (() => void) | undefined;

  constructor(options: MountQueueOptions) {
    this.#options = options;
  }

  add(row: ItemRow): void {
    this.#waiting.add(row);
    this.#cancel ??= this.#options.nextFrame(() => this.#run());
  }

  delete(row: ItemRow): void {
    this.#waiting.delete(row);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#waiting.clear();
  }

  #run(): void {
    this.#cancel = undefined;
    const begin = performance.now();
    const { distanceOf } = this.#options;
    for (const [row] of [...this.#waiting].map((one) => [one, distanceOf(one)] as const).sort((a, b) => a[1] - b[1])) {
      this.#waiting.delete(row);
      if (row.waits) row.mountCards();
      if (performance.now() - begin >= bounds.mounting) break;
    }
    if (this.#waiting.size > 0) this.#cancel = this.#options.nextFrame(() => this.#run());
  }
}
