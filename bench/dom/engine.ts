import type { OrderData } from "../order-data.ts";

/** Cards that show and no more, or with a button each that shows the note. */
export type Kind = "inert" | "live";

export type EngineName = "vanilla" | "kview" | "preact" | "preact-plain" | "react";

/** A list of cards in the page. */
export interface MountedList {
  /** Shows these records: those that are others than before at their place, and those behind the last. */
  update(orders: readonly OrderData[]): void;
  remove(): void;
}

/** Shows a list of order cards, each in a `<div>`. */
export type MountList = (place: HTMLElement, orders: readonly OrderData[]) => MountedList;
