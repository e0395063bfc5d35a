import { ChildThrow } from "../runtime/failure.ts";
import { Fn, Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { createError } from "../runtime/throw.ts";
import { View } from "../runtime/view.ts";

/** Key of a card's places in `realm.store`. */
const places = { name: "places of children" };

/**
 * Remembers where a component was given an object as a child. A component may read it (`children.title`), so it is no
 * fault yet; if it is shown, far from here, the failure names this place.
 */
export function rememberPlace(realm: Realm, child: unknown, at: number): void {
  if (typeof child !== "object" || child === null || child instanceof View || child instanceof Fn || child instanceof Native) return;
  if (Array.isArray(child)) return;
  const known = (realm.store.get(places) as WeakMap<object, number> | undefined) ?? new WeakMap<object, number>();
  known.set(child, at);
  realm.store.set(places, known);
}

/** Refuses a child that is an object: never printed, never coerced. */
export function refuseChild(realm: Realm, child: object): never {
  realm.at = (realm.store.get(places) as WeakMap<object, number> | undefined)?.get(child) ?? realm.at;
  const message = "an object can't be shown as a child: read the property that you mean, or format the value";
  throw new ChildThrow(createError("TypeError", message), realm.at);
}
