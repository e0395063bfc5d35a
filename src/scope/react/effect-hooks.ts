import { call } from "../../runtime/call.ts";
import type { Cell, Component } from "../../runtime/component.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { haveChanged, useCell } from "./cells.ts";
import { touch } from "./state-hooks.ts";

/** When effects run: `layout` at once when the page has changed, `passive` after it was painted. */
export type EffectTime = "layout" | "passive";

/** An effect of a component, and what undoes it. */
export class EffectCell implements Cell {
  readonly hook: string;
  readonly time: EffectTime;
  deps: unknown = undefined;
  /** What is to run, or ran last. Gives what undoes it. */
  create: (realm: Realm) => unknown = () => undefined;
  undo: unknown = undefined;
  /** Has to run after this render. */
  due = true;

  constructor(hook: string, time: EffectTime) {
    this.hook = hook;
    this.time = time;
  }
}

function useEffectCell(realm: Realm, hook: string, time: EffectTime, deps: unknown, create: (realm: Realm) => unknown): void {
  const cell = useCell(realm, hook, () => new EffectCell(hook, time));
  // Not run yet: still due, whatever the dependencies say by now.
  cell.due = cell.due || haveChanged(realm, cell.deps, deps);
  cell.deps = deps;
  if (cell.due) cell.create = create;
}

function createEffectHook(hook: string, time: EffectTime): Implementation {
  return (realm, _self, [effect, deps]) => {
    useEffectCell(realm, hook, time, deps, (live) => call(live, effect, undefined, [], `the effect of \`${hook}\``));
    return undefined;
  };
}

/** The effects of a component at a time, in the order of their hooks. */
function effectsOf(component: Component, time: EffectTime): readonly EffectCell[] {
  return component.cells.filter((cell): cell is EffectCell => cell instanceof EffectCell && cell.time === time);
}

/** Tells whether a component has effects to run. */
export function hasDueEffects(component: Component, time: EffectTime): boolean {
  return component.cells.some((cell) => cell instanceof EffectCell && cell.time === time && cell.due);
}

/**
 * Undoes effects: those that will run again or, of a component that is gone, all.
 *
 * @param guard Calls into the template and reports what it throws: one failing effect does not keep the others from theirs.
 */
export function undoEffects(realm: Realm, component: Component, time: EffectTime, guard: (run: () => void) => void): void {
  for (const cell of effectsOf(component, time)) {
    if (!cell.due && component.phase !== "gone") continue;
    const { undo } = cell;
    cell.undo = undefined;
    if (isCallable(undo)) guard(() => void call(realm, undo, undefined, []));
  }
}

/** Runs the effects that are due. */
export function runEffects(realm: Realm, component: Component, time: EffectTime, guard: (run: () => void) => void): void {
  for (const cell of effectsOf(component, time)) {
    if (!cell.due || component.phase === "gone") continue;
    cell.due = false;
    guard(() => {
      cell.undo = cell.create(realm);
    });
  }
}

/** Gives a ref its value: an object's `current`, or a call. A function may give what undoes the call (React 19). */
export function setRef(realm: Realm, ref: unknown, value: unknown): unknown {
  if (isCallable(ref)) return call(realm, ref, undefined, [value]);
  // One that is frozen, as all data is, refuses with an error of the template.
  if (isRecord(ref)) set(realm, ref, "current", value);
  return undefined;
}

const useImperativeHandle: Implementation = (realm, _self, [ref, create, deps]) => {
  const list = Array.isArray(deps) ? [...deps, ref] : undefined;
  useEffectCell(realm, "useImperativeHandle", "layout", list, (live) => {
    setRef(live, ref, call(live, create, undefined, []));
    return new Native({ name: "detach", run: (later) => setRef(later, ref, null) });
  });
  return undefined;
};

interface StoreCell extends Cell {
  value: unknown;
  snapshot: unknown;
  readonly component: Component;
}

/** Reads a store of the template's own and renders again when it says that it has changed. */
const useSyncExternalStore: Implementation = (realm, _self, [subscribe, snapshot, server]) => {
  // The first state is the server's where there is no page.
  const read = realm.live === undefined && isCallable(server) ? server : snapshot;
  const cell = useCell<StoreCell>(realm, "useSyncExternalStore", (component) => ({
    hook: "useSyncExternalStore",
    value: undefined,
    snapshot: read,
    component,
  }));
  cell.snapshot = read;
  cell.value = call(realm, read, undefined, []);
  useEffectCell(realm, "useSyncExternalStore effect", "passive", [subscribe], (live) => {
    const check = () => {
      if (!Object.is(call(live, cell.snapshot, undefined, []), cell.value)) touch(cell.component);
      return undefined;
    };
    const stop = call(live, subscribe, undefined, [new Native({ name: "onStoreChange", run: check })]);
    check();
    return stop;
  });
  return cell.value;
};

/** Hooks that act on the world after a render. The string target never does. */
export const effectHooks = {
  useEffect: createEffectHook("useEffect", "passive"),
  useLayoutEffect: createEffectHook("useLayoutEffect", "layout"),
  useInsertionEffect: createEffectHook("useInsertionEffect", "layout"),
  useImperativeHandle,
  useSyncExternalStore,
} satisfies Record<string, Implementation>;
