import { toNumber, toText } from "../../runtime/coerce.ts";
import { type Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan, expectOpaque } from "../intrinsics/arguments.ts";
import { expectFetchMethod, expectFetchUrl } from "./fetch-request.ts";
import { appendHeader, expectHeaderName } from "./headers.ts";
import { throwNamed } from "./named-error.ts";
import { createClass, createMethods } from "./network-members.ts";
import { endTurn, failRequest, sendRequest, tellState } from "./xml-http-request-send.ts";
import { type Opening, responseTypes, XhrState } from "./xml-http-request-state.ts";

/** What was opened and not sent yet. */
function expectOpened(realm: Realm, state: XhrState): Opening {
  if (state.opening === undefined || state.readyState !== 1 || state.sending !== undefined)
    throwNamed(realm, "InvalidStateError", "the request is not open");
  return state.opening as Opening;
}

/** Headers of the answer, in the lines that `getAllResponseHeaders` gives. */
function printHeaders(realm: Realm, state: XhrState): string {
  if (state.readyState < 2 || state.arrived === undefined) return "";
  const lines = [...state.arrived.head.headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = lines.join("");
  chargeScan(realm, text.length);
  return text;
}

const xhrType: OpaqueType<XhrState> = {
  name: "XMLHttpRequest",
  methods: createMethods("XMLHttpRequest", {
    abort: (realm, self) => {
      const state = expectOpaque(realm, self, xhrType, "abort");
      const went = state.sending !== undefined ? failRequest(realm, self as Opaque, state, "abort") : true;
      if (!went) return undefined;
      endTurn(state);
      state.clear();
      if (state.readyState === 4) state.readyState = 0;
      return undefined;
    },
    addEventListener: (realm, self, args) => expectOpaque(realm, self, xhrType, "addEventListener").listeners.add(realm, args),
    getAllResponseHeaders: (realm, self) => printHeaders(realm, expectOpaque(realm, self, xhrType, "getAllResponseHeaders")),
    getResponseHeader: (realm, self, [name]) => {
      const state = expectOpaque(realm, self, xhrType, "getResponseHeader");
      if (state.readyState < 2) return null;
      return state.arrived?.head.headers.get(expectHeaderName(realm, name)) ?? null;
    },
    open: (realm, self, [method, address, async, user, password]) => {
      const state = expectOpaque(realm, self, xhrType, "open");
      if (async !== undefined && !async) throwNamed(realm, "NotAllowedError", "synchronous requests are refused: they would stop the page");
      if ((user ?? password ?? null) !== null) throwType(realm, "credentials can't be given");
      const opening = { method: expectFetchMethod(realm, method), url: expectFetchUrl(realm, address), headers: new Map<string, string>() };
      endTurn(state);
      state.clear();
      state.opening = opening;
      tellState(realm, self as Opaque, state, 1);
      return undefined;
    },
    // Texts are read as UTF-8 whatever the server calls them.
    overrideMimeType: () => undefined,
    removeEventListener: (realm, self, args) => expectOpaque(realm, self, xhrType, "removeEventListener").listeners.remove(realm, args),
    send: (realm, self, [body]) => {
      const state = expectOpaque(realm, self, xhrType, "send");
      sendRequest(realm, self as Opaque, state, expectOpened(realm, state), body);
      return undefined;
    },
    setRequestHeader: (realm, self, [name, value]) => {
      const state = expectOpaque(realm, self, xhrType, "setRequestHeader");
      appendHeader(realm, expectOpened(realm, state).headers, name, value);
      return undefined;
    },
  }),
  read: readProperty,
  write: writeProperty,
};

function readProperty(realm: Realm, state: XhrState, key: string): unknown {
  const head = state.readyState >= 2 ? state.arrived?.head : undefined;
  switch (key) {
    case "readyState":
    case "responseType":
    case "timeout":
    case "upload":
    case "withCredentials":
      return state[key];
    case "status":
      return head?.status ?? 0;
    case "statusText":
      return head?.statusText ?? "";
    case "responseURL":
      return head?.url ?? "";
    case "response":
      return state.response(realm);
    case "responseText":
      return state.text(realm);
    case "responseXML":
      return null;
    default:
      return constants.get(key) ?? state.listeners.readHandler(key);
  }
}

function writeProperty(realm: Realm, state: XhrState, key: string, value: unknown): boolean {
  if (key === "timeout") state.timeout = Math.min(Math.max(toNumber(realm, value) || 0, 0), 0x7fffffff);
  else if (key === "withCredentials") state.withCredentials = Boolean(value);
  else if (key === "responseType") {
    const wanted = toText(realm, value);
    const type = responseTypes.find((known) => known === wanted);
    if (type === undefined) throwType(realm, "this response type is not supported: `text`, `json` and `blob` are");
    // The content is read in the form that was wanted when the request was sent.
    if (state.sending !== undefined || state.arrived !== undefined) throwNamed(realm, "InvalidStateError", "the request was sent already");
    state.responseType = type ?? "";
  } else return state.listeners.writeHandler(key, value);
  return true;
}

const constants: ReadonlyMap<string, number> = new Map([
  ["UNSENT", 0],
  ["OPENED", 1],
  ["HEADERS_RECEIVED", 2],
  ["LOADING", 3],
  ["DONE", 4],
]);

/** `XMLHttpRequest` (XMLHttpRequest 3), over the host's `fetch`; asynchronous alone. */
export const xmlHttpRequestFacade: Native = createClass(xhrType, () => new Opaque(xhrType, new XhrState()), constants);
