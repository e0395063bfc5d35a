import { call } from "../../runtime/call.ts";
import type { Cell, Component } from "../../runtime/component.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { useCell } from "./cells.ts";

/** What was dispatched, or the state that an updater which was asked early gave. */
interface Change {
  readonly kind: "action" | "state";
  readonly value: unknown;
}

/** State of `useState` or `useReducer`: what was rendered, and what is to be applied at the next render. */
interface StateCell extends Cell {
  state: unknown;
  readonly changes: Change[];
  /** The reducer of the last render; absent for `useState`. */
  reducer: unknown;
  readonly dispatch: Native;
}

/** Has a component rendered again: at once while it is being rendered, else soon. What is gone stays gone. */
export function touch(component: Component): void {
  if (component.rendering || component.updating || component.phase === "first") component.again = true;
  else if (component.phase !== "gone") component.owner?.schedule(component);
}

function createCell(hook: string, component: Component, state: unknown): StateCell {
  const dispatch: Implementation = (realm, _self, [action]) => {
    // What is gone, or rendered once and for all, has no next state.
    if (component.phase === "gone" || (component.owner === undefined && !component.rendering)) return undefined;
    const change = toChange(realm, cell, action);
    if (change === undefined) return undefined;
    cell.changes.push(change);
    touch(component);
    return undefined;
  };
  const cell: StateCell = {
    hook,
    state,
    changes: [],
    reducer: undefined,
    dispatch: new Native({ name: "dispatch", length: 1, run: dispatch }),
  };
  return cell;
}

/**
 * Gives the change to apply at the next render; `undefined` for one that changes nothing and asks for no render, as in React. Only
 * the first of several can be told to. An updater that was asked is not asked again.
 */
function toChange(realm: Realm, { reducer, changes, state }: StateCell, action: unknown): Change | undefined {
  const later: Change = { kind: "action", value: action };
  if (reducer !== undefined || changes.length > 0) return later;
  if (!isCallable(action)) return Object.is(action, state) ? undefined : later;
  try {
    const value = call(realm, action, undefined, [state]);
    return Object.is(value, state) ? undefined : { kind: "state", value };
  } catch (error) {
    // Thrown again where the component renders, as in React.
    if (error instanceof TemplateThrow) return later;
    throw error;
  }
}

function applyChanges(realm: Realm, cell: StateCell): void {
  for (const { kind, value } of cell.changes.splice(0)) {
    realm.fuel -= 1;
    if (kind === "state") cell.state = value;
    else if (cell.reducer !== undefined) cell.state = call(realm, cell.reducer, undefined, [cell.state, value]);
    else cell.state = isCallable(value) ? call(realm, value, undefined, [cell.state]) : value;
  }
}

const useState: Implementation = (realm, _self, [initial]) => {
  const cell = useCell(realm, "useState", (component) =>
    createCell("useState", component, isCallable(initial) ? call(realm, initial, undefined, []) : initial),
  );
  applyChanges(realm, cell);
  return [cell.state, cell.dispatch];
};

const useReducer: Implementation = (realm, _self, [reducer, initial, init]) => {
  const cell = useCell(realm, "useReducer", (component) =>
    createCell("useReducer", component, isCallable(init) ? call(realm, init, undefined, [initial]) : initial),
  );
  cell.reducer = reducer;
  applyChanges(realm, cell);
  return [cell.state, cell.dispatch];
};

/** Hooks that keep state. */
export const stateHooks = { useState, useReducer } satisfies Record<string, Implementation>;
