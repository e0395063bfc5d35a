import type { Scene } from "./live-acts.ts";
import { readShared, sharedObjects } from "./shared-objects.ts";

/** Looks after what a card may not touch. */
export interface Watch {
  look(when: string): void;
  close(): void;
}

const marker = globalThis as { __kv_pwned?: unknown };

const shared: readonly object[] = [...sharedObjects, Node, Element, HTMLElement, Event, EventTarget, Text, Document];

/** Begins to watch: the page around the card, what all cards share, listeners, errors, forms that would lead away. */
export function openWatch(place: Element, { root, hostInput, faults }: Scene): Watch {
  const listeners = countListeners(root);
  const onError = (event: Event) => {
    const { message, reason } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    // Acts send plain events of the same name.
    if (event.constructor !== Event) faults.push(`the page heard an error: ${message ?? reason}`);
  };
  // What nobody has prevented by here, the page would do.
  const onSubmit = (event: Event) => {
    if (!event.defaultPrevented) faults.push("a form would have been sent");
    event.preventDefault();
  };
  const heard = [
    ["error", onError],
    ["unhandledrejection", onError],
    ["submit", onSubmit],
  ] as const;
  for (const [type, listener] of heard) window.addEventListener(type, listener);
  const before = describe(place, root, hostInput);
  return {
    look: (when) => {
      if (marker.__kv_pwned !== undefined) faults.push(`code of the card ran, ${when}: ${String(marker.__kv_pwned)}`);
      delete marker.__kv_pwned;
      const after = describe(place, root, hostInput);
      for (const key of new Set([...before.keys(), ...after.keys()]))
        if (!Object.is(after.get(key), before.get(key))) faults.push(`${key} is otherwise ${when}`);
    },
    close: () => {
      for (const [type, listener] of heard) window.removeEventListener(type, listener);
      const left = listeners.close();
      if (left.length > 0) faults.push(`listeners are left: ${left.join()}`);
    },
  };
}

function describe(place: Element, root: Element, hostInput: HTMLInputElement): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>([
    ["the document's title", document.title],
    ["the address", location.href],
    ["the host's input", hostInput.value],
    ["the card's element", printOwn(root)],
    ["the head", document.head.innerHTML],
    ["what is beside the card", [...place.children].map((child) => `${printOwn(child)} ${child.tagName}`).join()],
    ["the body's children", document.body.childElementCount],
    ["the body", printOwn(document.body)],
    ["the document's element", printOwn(document.documentElement)],
    // Not their numbers: those count the frames of the page.
    [
      "the global names",
      Object.getOwnPropertyNames(globalThis)
        .filter((name) => !/^\d+$/.test(name))
        .join(),
    ],
  ]);
  for (const [key, value] of readShared(shared)) if (!watched.has(key)) found.set(key, value);
  return found;
}

/** Changed by the watch itself. */
const watched: ReadonlySet<string> = new Set(["EventTarget.prototype.addEventListener", "EventTarget.prototype.removeEventListener"]);

/** Without the one attribute that a card with styles of its own sets while it is there. */
function printOwn(element: Element): string {
  const own = [...element.attributes].filter(({ name }) => name !== "data-kv-root" || element.childNodes.length === 0);
  return own.map(({ name, value }) => `${name}=${value}`).join(" ");
}

/** Counts listeners on what outlives a card: its element, what is around that, what is no node. */
function countListeners(root: Element): { close(): readonly string[] } {
  const open = new Map<EventTarget, Map<unknown, string>>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const toKey = (type: string, listener: unknown, options: unknown) => {
    const capture =
      typeof options === "object" && options !== null ? (options as { capture?: boolean }).capture === true : options === true;
    return `${type} ${capture} ${idOf(listener)}`;
  };
  const ids = new Map<unknown, number>();
  const idOf = (listener: unknown) => {
    if (!ids.has(listener)) ids.set(listener, ids.size);
    return ids.get(listener);
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, listener: never, options?: never) {
    const known = open.get(this) ?? new Map<unknown, string>();
    known.set(toKey(type, listener, options), type);
    open.set(this, known);
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, listener: never, options?: never) {
    open.get(this)?.delete(toKey(type, listener, options));
    return removeEventListener.call(this, type, listener, options);
  };
  return {
    close: () => {
      EventTarget.prototype.addEventListener = addEventListener;
      EventTarget.prototype.removeEventListener = removeEventListener;
      const outlives = (target: EventTarget) =>
        !(target instanceof AbortSignal) && (!(target instanceof Node) || target === root || target.contains(root));
      return [...open].flatMap(([target, known]) => (outlives(target) ? [...known.values()] : []));
    },
  };
}
