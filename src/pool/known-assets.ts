import type { Buffer } from "node:buffer";
import { LRUCache } from "lru-cache";
import type { Asset } from "./asset.ts";
import { writeFrame } from "./frames.ts";
import { type Order, standardIconsId } from "./messages.ts";
import type { Parcel } from "./pack-card.ts";

/** What a child keeps of programs, in bytes of JSON, of each megabyte of its heap. Linked, a program takes several times as much. */
const bytesOfMegabyte = 32_768;

/** Knows what a child was handed, and writes the orders for a card: what it lacks, what it is to forget, the card. */
export class KnownAssets {
  readonly #known: LRUCache<string, number>;
  readonly #forgotten: string[] = [];

  constructor(memoryMb: number) {
    this.#known = new LRUCache({
      maxSize: memoryMb * bytesOfMegabyte,
      sizeCalculation: (bytes) => bytes,
      dispose: (_, id) => this.#forgotten.push(id),
    });
  }

  /** Adds the frames for a card to others. */
  write(frames: Buffer[], card: number, { program, klasses, icons, body }: Parcel): void {
    const assets = [program, klasses, icons === standardIconsId ? undefined : icons].filter((asset) => asset !== undefined);
    for (const asset of assets) this.#hand(frames, asset);
    frames.push(
      writeFrame(
        {
          card,
          program: program.id,
          ...(klasses === undefined ? {} : { klasses: klasses.id }),
          ...(icons === undefined ? {} : { icons: icons === standardIconsId ? icons : icons.id }),
        } satisfies Order,
        body,
      ),
    );
    // What does not fit beside the card's other assets, or at all, is not kept for the next.
    for (const id of this.#forgotten.splice(0)) if (!this.#known.has(id)) frames.push(writeFrame({ forget: id } satisfies Order));
  }

  #hand(frames: Buffer[], { kind, id, body }: Asset): void {
    if (this.#known.get(id) !== undefined) return;
    frames.push(writeFrame({ put: id, kind } satisfies Order, body));
    this.#known.set(id, body.length);
    if (!this.#known.has(id)) this.#forgotten.push(id);
  }
}
