import { type MomentCost, momentUnits } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import { Native, Opaque } from "../../runtime/handles.ts";
import { throwType } from "../../runtime/throw.ts";
import type { MethodTable } from "./state.ts";

/**
 * Makes the methods of a kind of value: those that the policy lists, each paid for before it runs, each looking at its
 * receiver before it trusts it.
 */
export function createMethods<State extends object>(
  costs: ReadonlyMap<string, MomentCost>,
  table: MethodTable<State>,
  State: abstract new (...args: never[]) => State,
): ReadonlyMap<string, Native> {
  const written = new Map(Object.entries(table));
  return new Map(
    [...costs].flatMap(([name, cost]): [string, Native][] => {
      const method = written.get(name);
      if (method === undefined) return [];
      const native = new Native({
        name,
        run: (realm, self, args) => {
          if (!(self instanceof Opaque && self.state instanceof State)) return throwType(realm, `\`${name}\` was called on another value`);
          charge(realm, momentUnits[cost]);
          return method(realm, self.state, args, self);
        },
      });
      return [[name, native]];
    }),
  );
}
