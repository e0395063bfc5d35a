import { type Implementation, Instance, Native } from "../../runtime/handles.ts";
import { findBase } from "../../runtime/heritage.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { touch } from "./state-hooks.ts";
import { type Updater, updatersOf } from "./updater.ts";

function findUpdater(realm: Realm, self: unknown, method: string): Updater | undefined {
  return self instanceof Instance ? updatersOf(realm).get(self) : throwType(realm, `\`${method}\` was called on another value`);
}

function ask(updater: Updater, callback: unknown): undefined {
  if (isCallable(callback)) updater.callbacks.push({ fn: callback, args: [] });
  touch(updater.component);
  return undefined;
}

const setState: Implementation = (realm, self, [change, callback]) => {
  const updater = findUpdater(realm, self, "setState");
  if (updater === undefined) return undefined;
  // Nothing to change is no reason to render, as in React; the callback runs all the same.
  updater.changes.push(change);
  return ask(updater, callback);
};

const forceUpdate: Implementation = (realm, self, [callback]) => {
  const updater = findUpdater(realm, self, "forceUpdate");
  if (updater === undefined) return undefined;
  updater.forced = true;
  return ask(updater, callback);
};

const inherited: ReadonlyMap<string, unknown> = new Map([
  ["setState", new Native({ name: "setState", length: 2, run: setState })],
  ["forceUpdate", new Native({ name: "forceUpdate", length: 1, run: forceUpdate })],
]);

/** A base class of components. What it makes is the own part of an instance; the template's class makes the rest. */
function createBase(name: string): Native {
  const base: Native = new Native({
    name,
    length: 1,
    inherited,
    members: new Map([["prototype", new Native({ name: `${name}.prototype`, members: inherited })]]),
    // Of a class that was compiled to a function: `React.Component.call(this, props)`.
    run: (realm, self, args) => {
      if (!(self instanceof Instance) || findBase(self.cls) !== base) throwType(realm, `class \`${name}\` has to be called with \`new\``);
      fill((self as Instance).own, args);
      return undefined;
    },
    make: (_realm, args) => fill(createRecord(), args),
  });
  return base;
}

function fill(own: Rec, [props, context]: readonly unknown[]): Rec {
  own.props = isRecord(props) ? props : createRecord();
  own.context = context ?? createRecord();
  own.refs = createRecord();
  return own;
}

/** `React.PureComponent`, whose instances are rendered only for other props or another state. */
export const pureComponent = createBase("PureComponent");

/** Members of `React` that components extend. */
export const baseMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["Component", createBase("Component")],
  ["PureComponent", pureComponent],
]);
