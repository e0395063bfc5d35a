import type momentLibrary from "moment";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";

/** What a moment was made of. Kept as it was given; the library gets none of it but short text and numbers. */
export interface Origin {
  readonly input: unknown;
  readonly format: unknown;
  readonly locale: string;
  readonly strict: boolean | undefined;
  /** Minutes ahead of UTC that a text named. */
  readonly offset: number | undefined;
  /** What was read of a list or a record; `-Infinity` where nothing was given. */
  readonly fields?: readonly number[] | undefined;
  /** What `moment.invalid` was told. */
  readonly invalidated?: Readonly<Record<string, unknown>>;
}

/**
 * A moment: an instant, and how it is read. The library's own object is made from it for each question and thrown away,
 * so none is ever held, shared or reachable.
 */
export class MomentState {
  /** Milliseconds since the epoch; NaN when invalid. */
  time: number;
  /** In the realm's zone, or minutes ahead of UTC that stay the same all year. */
  zone: "local" | number;
  /** A locale that the library has loaded. */
  locale: string;
  origin: Origin | undefined;

  constructor(time: number, zone: "local" | number, locale: string, origin?: Origin) {
    this.time = time;
    this.zone = zone;
    this.locale = locale;
    this.origin = origin;
  }
}

/** A locale that the library has loaded, by name. */
export class LocaleState {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A duration. The library's object never leaves, and belongs to one value. */
export class DurationState {
  real: momentLibrary.Duration;

  constructor(real: momentLibrary.Duration) {
    this.real = real;
  }
}

/** Gives the state of a moment value; `undefined` for everything else. */
export function momentOf(value: unknown): MomentState | undefined {
  return value instanceof Opaque && value.state instanceof MomentState ? value.state : undefined;
}

/** Gives the state of a duration value; `undefined` for everything else. */
export function durationOf(value: unknown): DurationState | undefined {
  return value instanceof Opaque && value.state instanceof DurationState ? value.state : undefined;
}

/** One method of a moment: may change `state`, and then gives `self`. */
export type Method<State> = (realm: Realm, state: State, args: readonly unknown[], self: Opaque) => unknown;

/** Methods by name. */
export type MethodTable<State> = Readonly<Record<string, Method<State>>>;
