import type momentLibrary from "moment";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";

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

  constructor(time: number, zone: "local" | number, locale: string) {
    this.time = time;
    this.zone = zone;
    this.locale = locale;
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
