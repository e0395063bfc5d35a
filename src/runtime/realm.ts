import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { AttributeType } from "../policy/attribute-kind.ts";
import type { PolicyEnv } from "../policy/env.ts";
import type { Limits } from "../policy/limits.ts";
import type { Theme } from "../policy/themes.ts";
import type { Component } from "./component.ts";
import type { Native, Opaque } from "./handles.ts";
import type { Host } from "./host.ts";
import type { Live } from "./live.ts";
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

/** What is known of klasses while a card is rendered. */
export interface KlassNames {
  readonly displayName: (klass: string, attribute: string) => string | undefined;
  readonly type: (klass: string, attribute: string) => AttributeType | undefined;
  /** The klass of the records that a link leads to. */
  readonly linked: (klass: string, attribute: string) => string | undefined;
}

/**
 * All that one card's evaluation may know and spend: its data, its scope, its clock, its budget. Made per render, in the string
 * target, or per card, in the page; no module of the runtime holds state, so cards can't see each other.
 */
export interface Realm {
  /** Units left; each call, loop turn and facade call pays. Below zero is a `LimitError`. */
  fuel: number;
  /** Calls under way. */
  depth: number;
  /** Source offset of the operation under way, kept where one may fail. */
  at: number;
  /** Value of the statement that ended a function or the script; see the engine's signals. */
  result: unknown;
  /** Completion value of the script so far. */
  completion: unknown;
  /** Elements written. */
  nodes: number;
  /** References within drawings that were written so far. */
  references: number;
  /** UTF-16 units of texts and values written, in a target that does not write one text. */
  written: number;
  readonly limits: Limits;
  /** Name of the view, as it was given to `compile`: what it stores outlives the card under this name. */
  readonly name: string;
  /** Offset at which each line of the template begins. */
  readonly lines: readonly number[];
  /** What free names and `this` answer from; a live card is given another when its data changes. */
  bag: Rec;
  /** The card's data as they were given; `bag` may be a copy that the template writes to. */
  data: Rec;
  /** What the view belongs to: `customer`, `kobject.<klass>`, … */
  resource: string;
  /** What the host says of its klasses; absent where it says nothing. */
  klasses: KlassNames | undefined;
  /** The component that is being rendered or, while a target writes, the one that what it writes stands in. */
  component: Component | undefined;
  /** Counts evaluations of the script and renders of components: functions made in one of them are different functions. */
  epoch: number;
  /** Intrinsics and facades by name. */
  readonly globals: ReadonlyMap<string, unknown>;
  readonly methods: MethodTables;
  /** The card's `window`. Its `extra` holds what the template put there, undeclared names that it assigned among them. */
  readonly window: Opaque & { readonly extra: Rec };
  /** Milliseconds since the epoch; the host's clock or a fixed instant. */
  readonly now: () => number;
  /** Numbers in [0, 1): seeded, so that the same bag gives the same bytes. */
  readonly random: () => number;
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** What the output policy asks: prefix of ids, names and references, and the host's wishes about addresses. */
  readonly policy: PolicyEnv;
  /** Selector of the card's root, in front of every rule of the template's own styles. */
  readonly styleScope: string;
  /** Theme that the host named for the card; absent, that of the page around it holds. */
  readonly theme?: Theme | undefined;
  readonly host: Host;
  /** Absent in the string target. */
  readonly live: Live | undefined;
  /**
   * Formatters and zone clocks of the host, by what they were made with. They live as long as the template: making one takes longer
   * than rendering a card. They hold nothing of any card, and what they give depends on nothing but their key.
   */
  readonly formatters: Map<string, unknown>;
  /** Path data of icons by name; absent where the program was loaded without. */
  readonly icons?: ReadonlyMap<string, string> | undefined;
  /** State of facades that lives as long as the card (`_.uniqueId` counters, caches), by a key of the facade's own. */
  readonly store: Map<object | string, unknown>;
  /** Hands a run-time diagnostic to the host. */
  readonly report: (diagnostic: Diagnostic) => void;
}
