import { type Implementation, Native, Opaque } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwType } from "../../../runtime/throw.ts";
import { payTime } from "../page-time.ts";
import type { PageState } from "./states.ts";

/** A method of a facade: its receiver is judged before it runs. */
export type Method<State> = (realm: Realm, state: State, args: readonly unknown[]) => unknown;
export type MethodTable<State> = Readonly<Record<string, Method<State>>>;

type StateClass<State> = abstract new (...args: never[]) => State;

/** Creates the methods of a kind of facade from a table, which is all that the kind answers to. */
export function createMethods<State extends PageState>(
  kind: string,
  cls: StateClass<State>,
  table: MethodTable<State>,
): ReadonlyMap<string, Native> {
  return new Map(
    Object.entries(table).map(([name, method]) => {
      const run: Implementation = (realm, self, args) =>
        payTime(realm, () => method(realm, expectState(realm, self, cls, kind, name), args));
      return [name, new Native({ name, run })];
    }),
  );
}

/** Gives the state of a facade of this card; a TypeError for every other value. */
export function expectState<State extends PageState>(
  realm: Realm,
  value: unknown,
  cls: StateClass<State>,
  kind: string,
  what: string,
): State {
  const state = toState(realm, value, cls);
  return state ?? throwType(realm, `\`${what}\` needs a value that is a ${kind} of this card`);
}

/** Gives the state of a facade of this card; `undefined` for every other value. */
export function toState<State extends PageState>(realm: Realm, value: unknown, cls: StateClass<State>): State | undefined {
  if (!(value instanceof Opaque) || !(value.state instanceof cls)) return undefined;
  // A card never holds another's facade; should one ever get across, it opens nothing.
  return value.state.page.isOf(realm) ? value.state : undefined;
}
