import { TemplateThrow } from "../../runtime/failure.ts";
import type { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createError, type ErrorState } from "../../runtime/throw.ts";

/** Names that the platform gives its errors besides the language's own (Web IDL, "DOMException names"). */
type PlatformErrorName =
  | "AbortError"
  | "InvalidCharacterError"
  | "InvalidStateError"
  | "NotAllowedError"
  | "NotReadableError"
  | "QuotaExceededError";

/** Creates an error under a name of the platform. `message` is ours: it never quotes the host's. */
export function createNamedError(name: PlatformErrorName, message: string): Opaque<ErrorState> {
  const error = createError("Error", message);
  error.state.name = name;
  return error;
}

/** Throws an error under a name of the platform; the template can catch it. */
export function throwNamed(realm: Realm, name: PlatformErrorName, message: string): never {
  throw new TemplateThrow(createNamedError(name, message), realm.at);
}
