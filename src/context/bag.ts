import type { Rec } from "../runtime/record.ts";
import type { Klasses } from "./klasses.ts";

/**
 * The data of one card, checked and copied into the closed universe: nothing in it refers to an object of the host.
 * Made by `createContext`, read by the render entries. Renderers never write to it.
 */
export class Bag {
  /** The record that the view belongs to: `customer`, `kobject.<klass>`, … */
  readonly resource: string;
  /** What free names and `this` answer from (`reference/kview.md`, section 2.3). */
  readonly names: Rec;
  readonly klasses: Klasses;

  constructor(resource: string, names: Rec, klasses: Klasses) {
    this.resource = resource;
    this.names = names;
    this.klasses = klasses;
    freezeData(names);
    Object.freeze(this);
  }
}

/** Freezes what was put together of imported data, which is frozen already. */
function freezeData(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freezeData(inner);
}
