import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Width } from "./text-bytes.ts";

/** What a child is told when it starts: on its command line, as JSON. */
export interface ChildSettings {
  readonly outputBytes: number;
}

/** What children are handed once and keep, by an id made of the content. */
export type AssetKind = "program" | "klasses" | "icons";

/** The head of a frame to a child. */
export type Order =
  /** The body is the asset, as JSON. */
  | { readonly put: string; readonly kind: AssetKind }
  | { readonly forget: string }
  /** The body is the card's data and options, serialised by `node:v8`. */
  | { readonly card: number; readonly program: string; readonly icons?: string; readonly klasses?: string }
  /** Ends a batch: the child is to say how much it holds. */
  | { readonly end: number };

/** Why a card failed where it was rendered. */
export const childReasons = ["template", "limit", "data", "output"] as const;
export type ChildReason = (typeof childReasons)[number];

/** The head of a frame from a child. */
export type Answer =
  | { readonly ready: true }
  /** The body is the HTML, or the error card. */
  | { readonly card: number; readonly reason: ChildReason | null; readonly width: Width; readonly found: readonly Diagnostic[] }
  /** Bytes of the older part of the heap that are in use. */
  | { readonly end: number; readonly heap: number };

/** Where both sides have the channel. Nothing else is open but standard error, so nothing can write into it by mistake. */
export const channel = 3;

/** Findings of one card, as JSON, are cut to this. */
export const headBytes = 262_144;

/** The id of the icons that every child has: `kview/icons`. */
export const standardIconsId = "standard";
