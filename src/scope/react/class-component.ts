import { call, construct } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import { copyOwn } from "../../runtime/copy-own.ts";
import { getNamed } from "../../runtime/get.ts";
import { type Fn, Instance } from "../../runtime/handles.ts";
import { findBase } from "../../runtime/heritage.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { throwType } from "../../runtime/throw.ts";
import { pureComponent } from "./component-bases.ts";
import type { ComponentType } from "./component-type.ts";
import { ContextValue, readContext } from "./context.ts";
import { isShallowEqual, runIn } from "./function-component.ts";
import { type Callback, type Updater, updatersOf } from "./updater.ts";

/**
 * Calls into the template and reports what it throws.
 *
 * @param alone Only what is called could show something in the place of what failed: if it fails too, the card has.
 */
export type Guard = (run: () => void, alone?: boolean) => void;

/** An update that was rendered and is not in the page yet. */
interface Update {
  readonly props: unknown;
  readonly state: unknown;
  snapshot: unknown;
}

/** A component that is a class: its instance, and its life in React's order. */
export class ClassComponent {
  readonly instance: Instance;
  readonly #realm: Realm;
  readonly #component: Component;
  #fn: Fn;
  readonly #updater: Updater;
  #update: Update | undefined;
  /** Callbacks of the changes that were applied. */
  #callbacks: Callback[] = [];

  /** Makes the instance and takes it to where it can be rendered first. */
  constructor(realm: Realm, component: Component, { fn }: ComponentType, props: Rec) {
    this.#realm = realm;
    this.#component = component;
    this.#fn = fn;
    const context = this.#readContext();
    const made = construct(realm, fn, [props, context]);
    this.instance = made instanceof Instance ? made : throwType(realm, "a class component has to be an object");
    const { own } = this.instance;
    // React sets the props itself, whether the constructor handed them to `super` or not.
    this.#keep("props", props);
    this.#keep("context", context);
    if (own.state === undefined) this.#keep("state", null);
    this.#updater = { component, changes: [], callbacks: [], forced: false };
    updatersOf(realm).set(this.instance, this.#updater);
    if (!this.#hasNewMethods) this.#callEach(["componentWillMount", "UNSAFE_componentWillMount"], []);
    this.#keep("state", this.#nextState(props));
  }

  render(): unknown {
    const realm = this.#realm;
    realm.epoch++;
    this.#component.phase = "rendered";
    const render = getNamed(realm, this.instance, "render");
    return runIn(realm, this.#component, () => call(realm, render, this.instance, [], "`render` of this class"));
  }

  /**
   * Takes new props and the state that was asked for; tells whether to render.
   *
   * @param given The tag was evaluated again, so that the props are new.
   */
  update(props: Rec, given: boolean): boolean {
    const { own } = this.instance;
    const before: Update = { props: own.props, state: own.state, snapshot: undefined };
    const context = this.#readContext();
    const older = !this.#hasNewMethods;
    if (given && older) {
      this.#component.updating = true;
      this.#callEach(["componentWillReceiveProps", "UNSAFE_componentWillReceiveProps"], [props, context]);
      this.#component.updating = false;
    }
    const { forced } = this.#updater;
    this.#updater.forced = false;
    const state = this.#nextState(props);
    const goes = forced || !Object.is(own.context, context) || this.#asks(before, props, state, context);
    if (goes && older) this.#callEach(["componentWillUpdate", "UNSAFE_componentWillUpdate"], [props, state, context]);
    this.#keep("props", props);
    this.#keep("state", state);
    this.#keep("context", context);
    if (goes) this.#update ??= before;
    return goes;
  }

  /** Takes the class as it was made anew by the same piece of the template: its methods, with the state that there is. */
  adopt({ fn }: ComponentType): void {
    this.#fn = fn;
    fn.proto ??= createRecord();
    this.instance.cls = fn;
  }

  /** Asks for a snapshot of the page as it is before it changes. */
  takeSnapshot(): void {
    if (this.#update === undefined) return;
    const method = getNamed(this.#realm, this.instance, "getSnapshotBeforeUpdate");
    if (isCallable(method)) this.#update.snapshot = call(this.#realm, method, this.instance, [this.#update.props, this.#update.state]);
  }

  /** Runs what follows a change of the page, and the callbacks of `setState`. */
  commit(first: boolean, guard: Guard): void {
    const update = this.#update;
    this.#update = undefined;
    if (first) guard(() => this.#callEach(["componentDidMount"], []));
    else if (update !== undefined) guard(() => this.#callEach(["componentDidUpdate"], [update.props, update.state, update.snapshot]));
    for (const { fn, args, alone } of this.#callbacks.splice(0)) guard(() => void call(this.#realm, fn, this.instance, args), alone);
  }

  unmount(guard: Guard): void {
    guard(() => this.#callEach(["componentWillUnmount"], []));
  }

  /** Whether callbacks wait for the page, even if nothing of it has to change. */
  get hasCallbacks(): boolean {
    return this.#callbacks.length > 0;
  }

  /** Whether the class takes errors of the components in it. */
  get catches(): boolean {
    return isCallable(this.#deriveFromError) || isCallable(this.#didCatch);
  }

  /** Takes an error; tells whether the class has a state to show in its place. */
  capture(error: unknown): boolean {
    const derive = this.#deriveFromError;
    const derives = isCallable(derive);
    if (derives) this.#updater.changes.push(call(this.#realm, derive, this.#fn, [error]));
    const info = createRecord();
    info.componentStack = "";
    const method = this.#didCatch;
    if (isCallable(method)) this.#callbacks.push({ fn: method, args: [error, info], alone: !derives });
    return derives;
  }

  get #deriveFromError(): unknown {
    return getNamed(this.#realm, this.#fn, "getDerivedStateFromError");
  }

  get #didCatch(): unknown {
    return getNamed(this.#realm, this.instance, "componentDidCatch");
  }

  /** React leaves out the older methods of a class that has one of the newer. */
  get #hasNewMethods(): boolean {
    return (
      isCallable(getNamed(this.#realm, this.#fn, "getDerivedStateFromProps")) ||
      isCallable(getNamed(this.#realm, this.instance, "getSnapshotBeforeUpdate"))
    );
  }

  /** An instance that was frozen refuses with an error of the template. */
  #keep(name: "props" | "state" | "context", value: unknown): void {
    const { own } = this.instance;
    if (!Object.is(own[name], value) || !(name in own)) set(this.#realm, this.instance, name, value);
  }

  #asks(before: Update, props: Rec, state: unknown, context: unknown): boolean {
    const realm = this.#realm;
    const method = getNamed(realm, this.instance, "shouldComponentUpdate");
    if (isCallable(method)) return Boolean(call(realm, method, this.instance, [props, state, context]));
    if (findBase(this.#fn) !== pureComponent) return true;
    return !isShallowEqual(realm, before.props, props) || !isShallowEqual(realm, before.state, state);
  }

  #readContext(): unknown {
    const type = getNamed(this.#realm, this.#fn, "contextType");
    if (!(type instanceof ContextValue)) return this.instance?.own.context ?? createRecord();
    return runIn(this.#realm, this.#component, () => readContext(this.#realm, type));
  }

  #nextState(props: Rec): unknown {
    this.#callbacks.push(...this.#updater.callbacks.splice(0));
    let { state } = this.instance.own;
    for (const change of this.#updater.changes.splice(0)) {
      state = this.#merge(state, isCallable(change) ? call(this.#realm, change, this.instance, [state, props]) : change);
    }
    const derive = getNamed(this.#realm, this.#fn, "getDerivedStateFromProps");
    return isCallable(derive) ? this.#merge(state, call(this.#realm, derive, this.#fn, [props, state])) : state;
  }

  #merge(state: unknown, change: unknown): unknown {
    if (!isRecord(change)) return state;
    const next = createRecord();
    copyOwn(this.#realm, state, next);
    copyOwn(this.#realm, change, next);
    return next;
  }

  #callEach(names: readonly string[], args: readonly unknown[]): void {
    for (const name of names) {
      const method = getNamed(this.#realm, this.instance, name);
      if (isCallable(method)) call(this.#realm, method, this.instance, args);
    }
  }
}
