import { charge } from "../../../runtime/budget.ts";
import { call } from "../../../runtime/call.ts";
import { toText } from "../../../runtime/coerce.ts";
import { LimitError } from "../../../runtime/failure.ts";
import { get } from "../../../runtime/get.ts";
import { Opaque } from "../../../runtime/handles.ts";
import { isCallable } from "../../../runtime/kinds.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { isRecord } from "../../../runtime/record.ts";
import { throwType } from "../../../runtime/throw.ts";
import { SignalState } from "../../../scope/browser/abort.ts";
import type { Page } from "../page.ts";

/** Where a listener hears its events. */
export interface ListenerPlace {
  readonly target: EventTarget;
  /** The event's name in the page. */
  readonly type: string;
  /** What the listener gets as `this`. */
  readonly self: unknown;
}

interface Entry {
  readonly target: EventTarget;
  readonly type: string;
  readonly capture: boolean;
  readonly fn: unknown;
  /** Set for `el.onclick = fn`: one for each name. */
  readonly handler: boolean;
  readonly heard: (event: Event) => void;
}

interface ListenerOptions {
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean | undefined;
  /** Takes the listener away when it is aborted. */
  readonly signal: AbortSignal | undefined;
}

const noOptions: ListenerOptions = { capture: false, once: false, passive: undefined, signal: undefined };

const longestType = 200;

/**
 * The listeners that a card's template added to the page. The page's own listeners are functions of ours; each call of one of the
 * template is an entry of the host. Only its target keeps a listener: an element that went away takes what listens to it along, with all
 * that a function of the template holds on to.
 */
export class Listeners {
  readonly #page: Page;
  readonly #byTarget = new WeakMap<EventTarget, Entry[]>();
  readonly #all = new Set<WeakRef<Entry>>();
  /** By entry, so that one that goes is found among all. */
  readonly #refs = new WeakMap<Entry, WeakRef<Entry>>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many listen, for the host's measurements. */
  get size(): number {
    this.#sweep();
    return this.#all.size;
  }

  /** `addEventListener`; the same function, name and phase twice is once. */
  add(realm: Realm, place: ListenerPlace, fn: unknown, options: unknown): undefined {
    if (fn === null || fn === undefined) return undefined;
    if (typeof fn !== "object") return throwType(realm, "a listener has to be a function");
    if (this.#page.disposed) return undefined;
    const chosen = toOptions(realm, options);
    this.#charge(realm, place);
    if (chosen.signal?.aborted || this.#find(place, fn, chosen.capture) !== undefined) return undefined;
    this.#listen(realm, place, fn, chosen, false);
    return undefined;
  }

  /** `removeEventListener`. */
  remove(realm: Realm, place: ListenerPlace, fn: unknown, options: unknown): undefined {
    const { capture } = toOptions(realm, options);
    this.#charge(realm, place);
    const entry = this.#find(place, fn, capture);
    if (entry !== undefined) this.#drop(entry);
    return undefined;
  }

  /** `el.onclick = fn`; what can't be called takes the handler away. */
  setHandler(realm: Realm, place: ListenerPlace, fn: unknown): void {
    this.#charge(realm, place);
    const entry = this.#findHandler(place);
    if (entry !== undefined) this.#drop(entry);
    if (isCallable(fn) && !this.#page.disposed) this.#listen(realm, place, fn, noOptions, true);
  }

  readHandler(place: ListenerPlace): unknown {
    return this.#findHandler(place)?.fn ?? null;
  }

  /** Takes all of them away. */
  clear(): void {
    for (const ref of this.#all) {
      const entry = ref.deref();
      if (entry !== undefined) this.#drop(entry);
    }
    this.#all.clear();
  }

  #listen(realm: Realm, { target, type, self }: ListenerPlace, fn: object, options: ListenerOptions, handler: boolean): void {
    this.#checkRoom(realm);
    const page = this.#page;
    const heard = (event: Event): void => {
      if (page.disposed || !page.guard.hears(event)) return;
      if (options.once) this.#drop(entry);
      page.hear(() => {
        const facade = page.toEvent(event, event.currentTarget as Element | null);
        const result = callListener(page.realm, fn, self, facade);
        // What a handler of the page would do with it: `el.onclick = () => false`.
        if (handler && result === false && page.toNode(event.target as Node) !== null) event.preventDefault();
      });
    };
    const entry: Entry = { target, type, capture: options.capture, fn, handler, heard };
    const list = this.#byTarget.get(target);
    if (list === undefined) this.#byTarget.set(target, [entry]);
    else list.push(entry);
    const ref = new WeakRef(entry);
    this.#all.add(ref);
    this.#refs.set(entry, ref);
    const { capture, passive, signal } = options;
    signal?.addEventListener("abort", () => this.#drop(entry), { once: true });
    target.addEventListener(type, heard, passive === undefined ? { capture } : { capture, passive });
  }

  #checkRoom(realm: Realm): void {
    const { listeners } = realm.limits;
    if (this.#all.size < listeners) return;
    this.#sweep();
    if (this.#all.size >= listeners) throw new LimitError("listeners", `the card has more than ${listeners} listeners`);
  }

  #sweep(): void {
    for (const ref of this.#all) if (ref.deref() === undefined) this.#all.delete(ref);
  }

  #charge(realm: Realm, { target }: ListenerPlace): void {
    charge(realm, (this.#byTarget.get(target)?.length ?? 0) >>> 3);
  }

  #find({ target, type }: ListenerPlace, fn: unknown, capture: boolean): Entry | undefined {
    const list = this.#byTarget.get(target);
    return list?.find((entry) => entry.fn === fn && entry.type === type && entry.capture === capture && !entry.handler);
  }

  #findHandler({ target, type }: ListenerPlace): Entry | undefined {
    return this.#byTarget.get(target)?.find((entry) => entry.handler && entry.type === type);
  }

  #drop(entry: Entry): void {
    const list = this.#byTarget.get(entry.target) as Entry[];
    const index = list.indexOf(entry);
    // A signal may be aborted after its listener has been taken away.
    if (index !== -1) list.splice(index, 1);
    this.#all.delete(this.#refs.get(entry) as WeakRef<Entry>);
    entry.target.removeEventListener(entry.type, entry.heard, entry.capture);
  }
}

/** Calls a function, or the `handleEvent` of an object (DOM, "inner invoke"). */
function callListener(realm: Realm, fn: object, self: unknown, event: unknown): unknown {
  if (isCallable(fn)) return call(realm, fn, self, [event]);
  return call(realm, get(realm, fn, "handleEvent"), fn, [event]);
}

function toOptions(realm: Realm, value: unknown): ListenerOptions {
  if (!isRecord(value)) return value === true ? { ...noOptions, capture: true } : noOptions;
  const passive = get(realm, value, "passive");
  const signal = get(realm, value, "signal");
  return {
    capture: Boolean(get(realm, value, "capture")),
    once: Boolean(get(realm, value, "once")),
    passive: passive === undefined ? undefined : Boolean(passive),
    signal: signal instanceof Opaque && signal.state instanceof SignalState ? signal.state.controller.signal : undefined,
  };
}

/** Reads the name of an event. */
export function toEventType(realm: Realm, value: unknown): string {
  const type = toText(realm, value);
  return type.length > longestType ? throwType(realm, "the name of an event is too long") : type;
}
