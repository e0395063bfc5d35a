import { charge } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import type { Fn, Native, Opaque } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, type Rec, toRecord } from "../../runtime/record.ts";
import { chargeGrowth } from "../intrinsics/arguments.ts";
import { runHandler } from "../run-handler.ts";

interface Listener {
  readonly fn: Fn | Native;
  readonly once: boolean;
  /** Taken away, perhaps by one that was called before it. */
  gone: boolean;
}

/** Functions of the template that hear of the events of one target: its `on…` properties and its listeners. */
export class Listeners {
  readonly #types: ReadonlySet<string>;
  readonly #handlers = new Map<string, Fn | Native>();
  readonly #lists = new Map<string, readonly Listener[]>();

  constructor(types: ReadonlySet<string>) {
    this.#types = types;
  }

  /** Reads an `on…` property; `undefined` where the target has no such event. */
  readHandler(key: string): unknown {
    if (!key.startsWith("on") || !this.#types.has(key.slice(2))) return undefined;
    return this.#handlers.get(key.slice(2)) ?? null;
  }

  /** Writes an `on…` property: what is no function takes the handler away. `false` where the target has no such event. */
  writeHandler(key: string, value: unknown): boolean {
    if (!key.startsWith("on") || !this.#types.has(key.slice(2))) return false;
    if (isCallable(value)) this.#handlers.set(key.slice(2), value);
    else this.#handlers.delete(key.slice(2));
    return true;
  }

  /** `addEventListener`; a function that listens already is not added again. */
  add(realm: Realm, [type, fn, options]: readonly unknown[]): undefined {
    if (typeof type !== "string" || !this.#types.has(type) || !isCallable(fn)) return undefined;
    const list = this.#lists.get(type) ?? [];
    chargeGrowth(realm, list.length + 1, list.length + 1);
    if (list.some((listener) => listener.fn === fn)) return undefined;
    this.#lists.set(type, [...list, { fn, once: isRecord(options) && get(realm, options, "once") === true, gone: false }]);
    return undefined;
  }

  /** `removeEventListener`. */
  remove(realm: Realm, [type, fn]: readonly unknown[]): undefined {
    const list = typeof type === "string" ? this.#lists.get(type) : undefined;
    if (list === undefined) return undefined;
    charge(realm, list.length);
    for (const listener of list) listener.gone ||= listener.fn === fn;
    this.#lists.set(
      type as string,
      list.filter(({ gone }) => !gone),
    );
    return undefined;
  }

  /**
   * Calls who listens, with the target as `this` and a record of the event. What one throws is reported, and the next is called.
   * A limit error goes on up.
   */
  dispatch(realm: Realm, target: Opaque, type: string, details: Readonly<Rec> = {}): void {
    const handler = this.#handlers.get(type);
    const list = this.#lists.get(type) ?? [];
    if (handler === undefined && list.length === 0) return;
    const event = toRecord([...Object.entries(details), ["type", type], ["target", target], ["currentTarget", target]]);
    if (handler !== undefined) runHandler(realm, handler, target, [event]);
    for (const listener of list) {
      if (listener.gone) continue;
      if (listener.once) this.remove(realm, [type, listener.fn]);
      runHandler(realm, listener.fn, target, [event]);
    }
  }
}
