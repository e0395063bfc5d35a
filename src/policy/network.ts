import type { MemberPolicy } from "./intrinsics.ts";

/**
 * Every method of the classes by which a card speaks with the outside, by owner, with its cost. What is not listed does not exist:
 * there is no `arrayBuffer` and no `body` stream, since the closed universe has neither bytes nor streams.
 */
export const network = {
  AbortController: { abort: [1, "callback"] },
  AbortSignal: { addEventListener: [2, "fixed"], removeEventListener: [2, "fixed"], throwIfAborted: [0, "fixed"] },
  Blob: { slice: [2, "fixed"], text: [0, "output"] },
  FileReader: {
    abort: [0, "callback"],
    addEventListener: [2, "fixed"],
    readAsDataURL: [1, "output"],
    readAsText: [1, "output"],
    removeEventListener: [2, "fixed"],
  },
  FormData: {
    append: [2, "input"],
    delete: [1, "input"],
    entries: [0, "output"],
    forEach: [1, "callback"],
    get: [1, "input"],
    getAll: [1, "output"],
    has: [1, "input"],
    keys: [0, "output"],
    set: [2, "input"],
    values: [0, "output"],
  },
  Headers: {
    append: [2, "input"],
    delete: [1, "input"],
    entries: [0, "output"],
    forEach: [1, "callback"],
    get: [1, "input"],
    has: [1, "input"],
    keys: [0, "output"],
    set: [2, "input"],
    values: [0, "output"],
  },
  Response: { blob: [0, "output"], clone: [0, "fixed"], json: [0, "output"], text: [0, "output"] },
  XMLHttpRequest: {
    abort: [0, "callback"],
    addEventListener: [2, "fixed"],
    getAllResponseHeaders: [0, "output"],
    getResponseHeader: [1, "fixed"],
    open: [2, "callback"],
    overrideMimeType: [1, "fixed"],
    removeEventListener: [2, "fixed"],
    send: [1, "input"],
    setRequestHeader: [2, "input"],
  },
  XMLHttpRequestUpload: { addEventListener: [2, "fixed"], removeEventListener: [2, "fixed"] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MemberPolicy>>>>;

/** A class of the table. */
export type NetworkOwner = keyof typeof network;

/** Events that each kind of target has. Listeners for others would never be called, and are not kept. */
export const networkEvents = {
  AbortSignal: new Set(["abort"]),
  FileReader: new Set(["abort", "error", "load", "loadend", "progress"]),
  XMLHttpRequest: new Set(["abort", "error", "load", "loadend", "loadstart", "progress", "readystatechange", "timeout"]),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;
