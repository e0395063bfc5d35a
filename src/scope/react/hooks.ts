import { call } from "../../runtime/call.ts";
import type { Cell } from "../../runtime/component.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectRendering, haveChanged, useCell } from "./cells.ts";
import { ContextValue, readContext } from "./context.ts";
import { effectHooks } from "./effect-hooks.ts";
import { stateHooks } from "./state-hooks.ts";

/** A value that is made anew when its dependencies change; also what a hook keeps for good. */
interface ValueCell extends Cell {
  value: unknown;
  deps: unknown;
}

function useMemoCell(realm: Realm, hook: string, deps: unknown, make: () => unknown): unknown {
  let made = false;
  const cell = useCell<ValueCell>(realm, hook, () => {
    made = true;
    return { hook, value: make(), deps };
  });
  if (!made && haveChanged(realm, cell.deps, deps)) {
    cell.value = make();
    cell.deps = deps;
  }
  return cell.value;
}

/** Keeps what the first render made. */
function useKept(realm: Realm, hook: string, make: () => unknown): unknown {
  return useCell<ValueCell>(realm, hook, () => ({ hook, value: make(), deps: undefined })).value;
}

/** Transitions run at once: a card has nothing that they could give way to. */
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

/** Counted as components are rendered, which is the same order in both targets: server and page agree. */
function countId(realm: Realm): string {
  const count = ((realm.store.get("useId") as number | undefined) ?? 0) + 1;
  realm.store.set("useId", count);
  return `${realm.policy.idPrefix}-r${count}`;
}

const useContext: Implementation = (realm, _self, [context]) => {
  expectRendering(realm, "useContext");
  return context instanceof ContextValue ? readContext(realm, context) : throwType(realm, "`useContext` takes what `createContext` gave");
};

const hooks = {
  ...stateHooks,
  ...effectHooks,
  useMemo: (realm, _self, [make, deps]) => useMemoCell(realm, "useMemo", deps, () => call(realm, make, undefined, [])),
  useCallback: (realm, _self, [fn, deps]) => useMemoCell(realm, "useCallback", deps, () => fn),
  useRef: (realm, _self, [initial]) => useKept(realm, "useRef", () => toRef(initial)),
  createRef: () => toRef(null),
  useDebugValue: () => undefined,
  useTransition: (realm) => {
    expectRendering(realm, "useTransition");
    return [false, transition];
  },
  useDeferredValue: (_realm, _self, [value]) => value,
  startTransition,
  useId: (realm) => useKept(realm, "useId", () => countId(realm)),
  createContext: (_realm, _self, [fallback]) => new ContextValue(fallback),
  useContext,
  use: useContext,
} satisfies Record<string, Implementation>;

/** Members of `React` for state and context. */
export const hookMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>(
  Object.entries<Implementation>(hooks).map(([name, run]) => [name, new Native({ name, length: 1, run })]),
);
