import { TemplateThrow } from "./failure.ts";
import { Native, Opaque, type OpaqueType } from "./handles.ts";
import type { Realm } from "./realm.ts";

/** What an error of the template holds. Messages are ours or the template's, never the host engine's. */
export interface ErrorState {
  /** `Error`, `TypeError`, … */
  readonly kind: string;
  message: string;
  /** Own, template-set name; otherwise `kind` answers. */
  name: string | undefined;
  /** Own enumerable data (`cause`, `errors`). */
  readonly cause: unknown;
}

export type ErrorKind =
  | "Error"
  | "TypeError"
  | "RangeError"
  | "SyntaxError"
  | "ReferenceError"
  | "EvalError"
  | "URIError"
  | "AggregateError";

/** How errors behave: a message, a name, a cause, and a stack that holds no frames. */
export const errorType: OpaqueType<ErrorState> = {
  name: "Error",
  methods: new Map([
    [
      "toString",
      new Native({
        name: "toString",
        run: (realm, self) => {
          if (!(self instanceof Opaque) || self.type !== errorType) throwType(realm, "Error.prototype.toString called on another value");
          return printError(self.state as ErrorState);
        },
      }),
    ],
  ]),
  read: (_realm, state, key) => {
    if (key === "message") return state.message;
    if (key === "name") return state.name ?? state.kind;
    // A stack would show the host's frames; templates that print it get the head line only.
    if (key === "stack") return `${state.name ?? state.kind}: ${state.message}`;
    if (key === "cause") return state.cause;
    return undefined;
  },
  write: (_realm, state, key, value) => {
    if (key === "message" && typeof value === "string") state.message = value;
    else if (key === "name" && typeof value === "string") state.name = value;
    else return false;
    return true;
  },
  primitive: (_realm, state) => printError(state),
  classes: ({ kind }) => (kind === "Error" ? ["Error"] : [kind, "Error"]),
};

/** `Error.prototype.toString` (20.5.3.4). */
function printError(state: ErrorState): string {
  const name = state.name ?? state.kind;
  return state.message === "" ? name : name === "" ? state.message : `${name}: ${state.message}`;
}

/** Creates an error value of the template. */
export function createError(kind: ErrorKind, message: string, cause?: unknown): Opaque<ErrorState> {
  return new Opaque<ErrorState>(errorType, { kind, message, name: undefined, cause });
}

/** Throws an error that the template can catch. `message` is ours: it never quotes host text. */
export function throwError(realm: Realm, kind: ErrorKind, message: string): never {
  throw new TemplateThrow(createError(kind, message), realm.at);
}

/** Throws a TypeError that the template can catch. */
export function throwType(realm: Realm, message: string): never {
  return throwError(realm, "TypeError", message);
}
