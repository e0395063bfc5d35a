import { call } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import { copyProps, getNamed } from "../../runtime/get.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import { throwError } from "../../runtime/throw.ts";
import { type ComponentType, isClassComponent } from "./component-type.ts";

/** How often a component may set its own state while it renders before that is a loop. */
const mostRounds = 25;

/** Runs something for a component: contexts are read from its place. */
export function runIn<T>(realm: Realm, component: Component, run: () => T): T {
  const outer = realm.component;
  realm.component = component;
  try {
    return run();
  } finally {
    realm.component = outer;
  }
}

/** Runs a component's function: hooks belong to it. */
function runHooks<T>(realm: Realm, component: Component, run: () => T): T {
  component.rendering = true;
  try {
    return runIn(realm, component, run);
  } finally {
    component.rendering = false;
  }
}

/** Calls a component that is a function, again while it sets its own state, and gives what it shows. */
export function renderFunction(realm: Realm, component: Component, type: ComponentType, props: Rec): unknown {
  for (let round = 0; round < mostRounds; round++) {
    component.next = 0;
    component.again = false;
    realm.epoch++;
    const args = type.forwardsRef ? splitRef(realm, props) : [props];
    const view = runHooks(realm, component, () => call(realm, type.fn, undefined, args));
    if (component.next < component.cells.length) {
      const { hook } = component.cells[component.next] ?? { hook: "a hook" };
      throwError(realm, "Error", `\`${hook}\` was not called in this render: hooks have to be called in the same order every time`);
    }
    component.phase = "rendered";
    if (!component.again) return view;
  }
  return throwError(realm, "Error", "a component sets its state in every render: it would never be finished");
}

/** What `forwardRef`'s function is called with: props without the ref, and the ref. */
function splitRef(realm: Realm, props: Rec): readonly unknown[] {
  const own = copyProps(realm, props);
  const { ref } = own;
  delete own.ref;
  return [own, ref ?? null];
}

/** Fills in `defaultProps`, of the component and of what is wrapped around it. A class does not see its `ref`. */
export function withDefaults(realm: Realm, { fn, layers }: ComponentType, props: Rec): Rec {
  let merged = props;
  if ("ref" in props && isClassComponent(fn)) {
    merged = copyProps(realm, props);
    delete merged.ref;
  }
  for (const layer of layers) {
    const defaults = getNamed(realm, layer, "defaultProps");
    if (!isRecord(defaults)) continue;
    if (merged === props) merged = copyProps(realm, props);
    for (const key of Object.keys(defaults)) {
      realm.fuel -= 1;
      if (merged[key] === undefined) merged[key] = defaults[key];
    }
  }
  return merged;
}

/** Compares props as `memo` and `PureComponent` do: the same keys with the same values. */
export function isShallowEqual(realm: Realm, before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (!isRecord(before) || !isRecord(after)) return false;
  const keys = Object.keys(before);
  realm.fuel -= keys.length;
  return keys.length === Object.keys(after).length && keys.every((key) => key in after && Object.is(before[key], after[key]));
}
