import type { Component } from "../../runtime/component.ts";
import type { Instance } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";

export interface Callback {
  readonly fn: unknown;
  readonly args: readonly unknown[];
  /** Only this call could show something in the place of what failed. */
  readonly alone?: boolean;
}

/** What an instance of a class component has asked for and not got yet. */
export interface Updater {
  readonly component: Component;
  /** Arguments of `setState`: objects, or functions of state and props. */
  readonly changes: unknown[];
  /** To be called when the update that they came with is in the page: functions of the template with their arguments. */
  readonly callbacks: Callback[];
  /** `forceUpdate`: nobody is asked whether to render. */
  forced: boolean;
}

const key = { name: "updaters of class components" };

/** The updaters of a card, by instance. An instance that no tag made has none: its `setState` does nothing, as in React. */
export function updatersOf(realm: Realm): WeakMap<Instance, Updater> {
  const known = realm.store.get(key) as WeakMap<Instance, Updater> | undefined;
  if (known !== undefined) return known;
  const updaters = new WeakMap<Instance, Updater>();
  realm.store.set(key, updaters);
  return updaters;
}
