import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";

/** A context of `createContext`: `Provider` and `Consumer` are its members, both tags. */
export class ContextValue extends Native {
  readonly fallback: unknown;

  constructor(fallback: unknown) {
    const members = new Map<string, unknown>();
    super({ name: "Context", members });
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
    super({ name });
    this.context = context;
    this.part = part;
  }
}

/** The value that the nearest provider around the component being rendered gives. */
export function readContext(realm: Realm, context: ContextValue): unknown {
  const values = realm.store.get(context) as unknown[] | undefined;
  return values === undefined || values.length === 0 ? context.fallback : values.at(-1);
}

/** Runs `within` with a provider's value in force; views are written depth first, so a stack is enough. */
export function withContext<T>(realm: Realm, context: ContextValue, value: unknown, within: () => T): T {
  const values = (realm.store.get(context) as unknown[] | undefined) ?? [];
  realm.store.set(context, values);
  values.push(value);
  try {
    return within();
  } finally {
    values.pop();
  }
}
