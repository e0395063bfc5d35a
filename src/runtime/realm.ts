import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../policy/limits.ts";
import type { Native } from "./handles.ts";
import type { Rec } from "./record.ts";

/** Methods that primitives and arrays answer to, by kind. */
export interface MethodTables {
  readonly string: ReadonlyMap<string, Native>;
  readonly number: ReadonlyMap<string, Native>;
  readonly boolean: ReadonlyMap<string, Native>;
  readonly array: ReadonlyMap<string, Native>;
  /** Methods of every object: `hasOwnProperty`, `toString`, `valueOf`, …; looked up last. */
  readonly object: ReadonlyMap<string, Native>;
  /** `call`, `apply`, `bind`, `toString`. */
  readonly function: ReadonlyMap<string, Native>;
}

/** Services that the host hands to a card. An absent one is refused with an error that names it. */
export type Host = Readonly<Record<string, unknown>>;

/**
 * All that one card's evaluation may know and spend: its data, its scope, its clock, its budget. Made per render;
 * no module of the runtime holds state, so cards can't see each other.
 */
export interface Realm {
  /** Units left; each call, loop turn and facade call pays. Below zero is a `LimitError`. */
  fuel: number;
  /** Calls under way. */
  depth: number;
  /** Elements written. */
  nodes: number;
  readonly limits: Limits;
  /** What free names and `this` answer from. */
  readonly bag: Rec;
  /** Intrinsics and facades by name. */
  readonly globals: ReadonlyMap<string, unknown>;
  readonly methods: MethodTables;
  /** The card's `window`: undeclared names that the template assigned. */
  readonly window: Rec;
  /** Milliseconds since the epoch; the host's clock or a fixed instant. */
  readonly now: () => number;
  /** Numbers in [0, 1): seeded, so that the same bag gives the same bytes. */
  readonly random: () => number;
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Put in front of every id, name and reference that the template writes. */
  readonly idPrefix: string;
  readonly host: Host;
  /** State of facades that lives as long as the card (`_.uniqueId` counters, caches), by a key of the facade's own. */
  readonly store: Map<object | string, unknown>;
  /** Hands a run-time diagnostic to the host. */
  readonly report: (diagnostic: Diagnostic) => void;
}
