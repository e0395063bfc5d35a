import { networkEvents } from "../../policy/network.ts";
import { charge } from "../../runtime/budget.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { expectOpaque } from "../intrinsics/arguments.ts";
import { Listeners } from "./listeners.ts";
import { createNamedError } from "./named-error.ts";
import { createClass, createMethods } from "./network-members.ts";

/** Units for what the host makes and fires for a signal of its own: some microseconds. */
const hostUnits = 60;

/** A signal of the template, and the host's signal that goes with it: requests listen to that one, and it never leaves. */
export class SignalState {
  readonly controller = new AbortController();
  readonly listeners = new Listeners(networkEvents.AbortSignal);
  /** What the requests that it ends are rejected with. */
  reason: unknown = undefined;

  get aborted(): boolean {
    return this.controller.signal.aborted;
  }
}

/** Creates the error of what was given up. The platform's is a `DOMException`; templates look at its name. */
export function createAbortError(): Opaque {
  return createNamedError("AbortError", "the operation was aborted") as Opaque;
}

/** `AbortSignal` (DOM 3.2). */
export const signalType: OpaqueType<SignalState> = {
  name: "AbortSignal",
  methods: createMethods("AbortSignal", {
    addEventListener: (realm, self, args) => expectOpaque(realm, self, signalType, "addEventListener").listeners.add(realm, args),
    removeEventListener: (realm, self, args) => expectOpaque(realm, self, signalType, "removeEventListener").listeners.remove(realm, args),
    throwIfAborted: (realm, self) => {
      const state = expectOpaque(realm, self, signalType, "throwIfAborted");
      if (state.aborted) throw new TemplateThrow(state.reason, realm.at);
      return undefined;
    },
  }),
  read: (_realm, state, key) => {
    if (key === "aborted") return state.aborted;
    return key === "reason" ? state.reason : state.listeners.readHandler(key);
  },
  write: (_realm, state, key, value) => state.listeners.writeHandler(key, value),
};

const controllerType: OpaqueType<Opaque<SignalState>> = {
  name: "AbortController",
  methods: createMethods("AbortController", {
    abort: (realm, self, [reason]) => {
      const signal = expectOpaque(realm, self, controllerType, "abort");
      const { state } = signal;
      if (state.aborted) return undefined;
      charge(realm, hostUnits);
      state.reason = reason ?? createAbortError();
      state.controller.abort();
      state.listeners.dispatch(realm, signal as Opaque, "abort");
      return undefined;
    },
  }),
  read: (_realm, signal, key) => (key === "signal" ? signal : undefined),
};

/** `AbortSignal`: got from a controller, never made. */
export const abortSignalFacade = createClass(signalType, undefined);

/** `AbortController`. */
export const abortControllerFacade = createClass(controllerType, (realm) => {
  charge(realm, hostUnits);
  return new Opaque(controllerType, new Opaque(signalType, new SignalState()));
});
