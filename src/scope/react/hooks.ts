import { call } from "../../runtime/call.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { ContextValue, readContext } from "./context.ts";

/** A setter of the first render: the state can't change before the card is live. */
const setter = new Native({ name: "dispatch", length: 1, run: () => undefined });

/** Transitions run at once: there is nothing yet that they could give way to. */
const startTransition: Implementation = (realm, _self, [change]) => {
  call(realm, change, undefined, []);
  return undefined;
};

const transition = new Native({ name: "startTransition", length: 1, run: startTransition });

function toRef(current: unknown): Rec {
  const ref = createRecord();
  ref.current = current;
  return ref;
}

function countId(realm: Realm): string {
  const count = ((realm.store.get("useId") as number | undefined) ?? 0) + 1;
  realm.store.set("useId", count);
  return `${realm.policy.idPrefix}-r${count}`;
}

/** Hooks as React's server renderer runs them: the first state, no effects. */
const hooks = {
  useState: (realm, _self, [initial]) => [isCallable(initial) ? call(realm, initial, undefined, []) : initial, setter],
  useReducer: (realm, _self, [, initial, init]) => [isCallable(init) ? call(realm, init, undefined, [initial]) : initial, setter],
  useMemo: (realm, _self, [make]) => call(realm, make, undefined, []),
  useCallback: (_realm, _self, [fn]) => fn,
  useRef: (_realm, _self, [initial]) => toRef(initial),
  createRef: () => toRef(null),
  useEffect: () => undefined,
  useLayoutEffect: () => undefined,
  useInsertionEffect: () => undefined,
  useImperativeHandle: () => undefined,
  useDebugValue: () => undefined,
  useTransition: () => [false, transition],
  useDeferredValue: (_realm, _self, [value]) => value,
  startTransition,
  useId: (realm) => countId(realm),
  useSyncExternalStore: (realm, _self, [, snapshot, server]) => call(realm, isCallable(server) ? server : snapshot, undefined, []),
  createContext: (_realm, _self, [fallback]) => new ContextValue(fallback),
  useContext: (realm, _self, [context]) =>
    context instanceof ContextValue ? readContext(realm, context) : throwType(realm, "`useContext` takes what `createContext` gave"),
} satisfies Record<string, Implementation>;

/** Members of `React` for state and context. */
export const hookMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>(
  Object.entries<Implementation>(hooks).map(([name, run]) => [name, new Native({ name, length: 1, run })]),
);
