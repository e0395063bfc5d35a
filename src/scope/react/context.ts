import type { Component } from "../../runtime/component.ts";
import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";

/** A context of `createContext`: `Provider` and `Consumer` are its members, both tags; the context itself is a provider too (React 19). */
export class ContextValue extends Native {
  readonly fallback: unknown;

  constructor(fallback: unknown) {
    const members = new Map<string, unknown>();
    super({ name: "Context", members, extra: createRecord() });
    this.fallback = fallback;
    members.set("Provider", new ContextPart("Context.Provider", this, "provider"));
    members.set("Consumer", new ContextPart("Context.Consumer", this, "consumer"));
  }
}

/** One of the two tags of a context. */
export class ContextPart extends Native {
  readonly context: ContextValue;
  readonly part: "provider" | "consumer";

  constructor(name: string, context: ContextValue, part: "provider" | "consumer") {
    super({ name, extra: createRecord() });
    this.context = context;
    this.part = part;
  }
}

/** Gives the context that a tag provides; `undefined` for every other tag. */
export function toProvided(type: unknown): ContextValue | undefined {
  if (type instanceof ContextValue) return type;
  return type instanceof ContextPart && type.part === "provider" ? type.context : undefined;
}

/** The value that the nearest provider around the component being rendered gives. The component will hear of another value. */
export function readContext(realm: Realm, context: ContextValue): unknown {
  const reader = realm.component;
  for (let at = reader?.parent; at !== undefined; at = at.parent) {
    realm.fuel -= 1;
    if (at.context !== context) continue;
    if (reader?.owner !== undefined) {
      at.readers.add(reader);
      reader.reads.add(at);
    }
    return at.value;
  }
  return context.fallback;
}

/** Gives a provider its value and has the components that read it rendered again, if it is another. */
export function provide(component: Component, context: ContextValue, value: unknown): void {
  const changed = component.phase === "rendered" && (component.context !== context || !Object.is(component.value, value));
  component.context = context;
  component.value = value;
  if (changed) for (const reader of component.readers) reader.owner?.schedule(reader);
}
