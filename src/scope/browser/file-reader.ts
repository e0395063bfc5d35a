import { networkEvents } from "../../policy/network.ts";
import { chargeString } from "../../runtime/budget.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { askHost } from "../ask-host.ts";
import { expectOpaque } from "../intrinsics/arguments.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { runJob } from "../intrinsics/promise-jobs.ts";
import { createAbortError } from "./abort.ts";
import { createReadError, expectBlob, readText } from "./blob.ts";
import { Listeners } from "./listeners.ts";
import { throwNamed } from "./named-error.ts";
import { createClass, createMethods } from "./network-members.ts";

class ReaderState {
  readonly listeners = new Listeners(networkEvents.FileReader);
  readyState: 0 | 1 | 2 = 0;
  result: string | null = null;
  error: unknown = null;
  /** The reading under way: what a reading that was given up gives is not looked at. */
  reading: object | undefined = undefined;
}

/** Begins to read. What `read` gives is told to the listeners. */
function start(realm: Realm, self: unknown, method: string, blob: Blob, read: () => Promise<unknown>): undefined {
  const state = expectOpaque(realm, self, readerType, method);
  const target = self as Opaque;
  if (state.readyState === 1) throwNamed(realm, "InvalidStateError", "the reader is reading already");
  const reading = {};
  Object.assign(state, { readyState: 1, result: null, error: null, reading });
  const finish = (type: "load" | "error", result: string | null, error: unknown): undefined => {
    if (state.reading !== reading) return undefined;
    Object.assign(state, { readyState: 2, result, error, reading: undefined });
    const details = { loaded: blob.size, total: blob.size, lengthComputable: true };
    for (const step of type === "load" ? ["progress", "load", "loadend"] : [type, "loadend"]) {
      // A listener may have begun another reading.
      if (state.reading === undefined) state.listeners.dispatch(realm, target, step, details);
    }
    return undefined;
  };
  // A job's promise: what it throws is reported.
  createPromise(
    realm,
    read().then(
      (text) => runJob(realm, () => finish("load", text as string, null)),
      (error: unknown) => {
        if (!(error instanceof TemplateThrow)) throw error;
        return runJob(realm, () => finish("error", null, error.value));
      },
    ),
  );
  return undefined;
}

/** Base64 in pieces: one call with all bytes as arguments would overflow the stack. */
function toBase64(bytes: Uint8Array): string {
  const step = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}

function readDataUrl(realm: Realm, blob: Blob): Promise<unknown> {
  const type = blob.type === "" ? "application/octet-stream" : blob.type;
  // Before the bytes are asked for.
  chargeString(realm, Math.ceil(blob.size / 3) * 4 + type.length + 13);
  return askHost(realm, {
    ask: async () => toBase64(new Uint8Array(await blob.arrayBuffer())),
    toValue: (base64) => `data:${type};base64,${base64}`,
    toError: createReadError,
  });
}

const readerType: OpaqueType<ReaderState> = {
  name: "FileReader",
  methods: createMethods("FileReader", {
    abort: (realm, self) => {
      const state = expectOpaque(realm, self, readerType, "abort");
      if (state.readyState !== 1) return undefined;
      Object.assign(state, { readyState: 2, result: null, error: createAbortError(), reading: undefined });
      state.listeners.dispatch(realm, self as Opaque, "abort");
      if (state.reading === undefined) state.listeners.dispatch(realm, self as Opaque, "loadend");
      return undefined;
    },
    addEventListener: (realm, self, args) => expectOpaque(realm, self, readerType, "addEventListener").listeners.add(realm, args),
    readAsDataURL: (realm, self, [source]) => {
      const blob = expectBlob(realm, source, "readAsDataURL");
      return start(realm, self, "readAsDataURL", blob, () => readDataUrl(realm, blob));
    },
    // Always as UTF-8, whatever encoding is named.
    readAsText: (realm, self, [source]) => {
      const blob = expectBlob(realm, source, "readAsText");
      return start(realm, self, "readAsText", blob, () => readText(realm, blob));
    },
    removeEventListener: (realm, self, args) => expectOpaque(realm, self, readerType, "removeEventListener").listeners.remove(realm, args),
  }),
  read: (_realm, state, key) => {
    if (key === "readyState") return state.readyState;
    if (key === "result") return state.result;
    return key === "error" ? state.error : state.listeners.readHandler(key);
  },
  write: (_realm, state, key, value) => state.listeners.writeHandler(key, value),
};

const states: ReadonlyMap<string, unknown> = new Map([
  ["EMPTY", 0],
  ["LOADING", 1],
  ["DONE", 2],
]);

/** `FileReader` (File API 6.2), for texts and data addresses. */
export const fileReaderFacade = createClass(readerType, () => new Opaque(readerType, new ReaderState()), states);
