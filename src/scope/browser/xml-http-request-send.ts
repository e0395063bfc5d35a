import { chargeString } from "../../runtime/budget.ts";
import type { Opaque } from "../../runtime/handles.ts";
import { RequestEnd } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { askHost, promiseOf } from "../ask-host.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { runJob } from "../intrinsics/promise-jobs.ts";
import { expectService } from "../service.ts";
import { mostBytes } from "./blob.ts";
import { exchange } from "./fetch-answer.ts";
import { createFetchRequest } from "./fetch-request.ts";
import type { Arrived, Opening, Sending, XhrState } from "./xml-http-request-state.ts";

/** How a request can end besides with an answer: the names of the events. */
type Failure = "error" | "timeout" | "abort";

/** Tells who listens of one event, with how much has come. */
function dispatch(realm: Realm, target: Opaque, state: XhrState, type: string): void {
  const content = state.arrived?.content;
  const size = content === undefined ? 0 : typeof content === "string" ? content.length : content.size;
  state.listeners.dispatch(realm, target, type, type === "readystatechange" ? {} : { loaded: size, total: size, lengthComputable: true });
}

/** Goes through events until one of them has begun another turn (`open`, `send`, `abort` in a handler). */
function tell(realm: Realm, target: Opaque, state: XhrState, steps: readonly (number | string)[]): boolean {
  const { turn } = state;
  for (const step of steps) {
    if (typeof step === "number") state.readyState = step;
    dispatch(realm, target, state, typeof step === "number" ? "readystatechange" : step);
    if (state.turn !== turn) return false;
  }
  return true;
}

/** Tells of a state that has changed, outside a request. */
export function tellState(realm: Realm, target: Opaque, state: XhrState, readyState: number): void {
  tell(realm, target, state, [readyState]);
}

/** Ends the request under way at the host, and begins another turn: what it answers is not heard any more. */
export function endTurn(state: XhrState): void {
  const { sending } = state;
  state.turn = {};
  state.sending = undefined;
  sending?.stopTimer();
  sending?.giveUp.abort();
}

/** Ends a request without an answer. Whether nothing else was begun meanwhile. */
export function failRequest(realm: Realm, target: Opaque, state: XhrState, type: Failure): boolean {
  endTurn(state);
  state.clear();
  return tell(realm, target, state, [4, type, "loadend"]);
}

/**
 * Sends what was opened. Nothing is sent in the string target. Where the host has no `fetch` that is reported, and the request fails as
 * one does whose server can't be reached.
 */
export function sendRequest(realm: Realm, target: Opaque, state: XhrState, opening: Opening, body: unknown): void {
  const { method, url, headers } = opening;
  const content = method === "GET" || method === "HEAD" ? undefined : body;
  const request = createFetchRequest(realm, url, method, headers, content);
  const sending: Sending = { giveUp: new AbortController(), stopTimer: () => {} };
  const turn = {};
  state.clear();
  state.sending = sending;
  state.turn = turn;
  state.listeners.dispatch(realm, target, "loadstart", { loaded: 0, total: 0, lengthComputable: false });
  if (state.turn !== turn || realm.live === undefined) return;
  if (state.timeout > 0)
    sending.stopTimer = realm.live.startTimer(() => state.turn === turn && failRequest(realm, target, state, "timeout"), state.timeout);
  const most = mostBytes(realm);
  const wantsBlob = state.responseType === "blob";
  let failure: Failure = "error";
  const arrived = promiseOf(() => {
    const service = expectService(realm, "fetch", "XMLHttpRequest");
    return askHost(realm, {
      ask: async (signal): Promise<Arrived> => {
        const answer = await exchange(service, request, most, signal);
        return { head: answer.head, content: wantsBlob ? await answer.blob(signal) : await answer.text(signal) };
      },
      toValue: (answer) => {
        if (typeof answer.content === "string") chargeString(realm, answer.content.length);
        if (state.turn !== turn) return;
        sending.stopTimer();
        state.sending = undefined;
        state.arrived = answer;
        tell(realm, target, state, [2, 3, "progress", 4, "load", "loadend"]);
      },
      toError: (error) => {
        failure = error instanceof RequestEnd && error.reason !== "too-many" ? error.reason : "error";
      },
      giveUp: sending.giveUp.signal,
    });
  });
  // A job of its own: what handlers throw is reported where they are called, and a limit by the promise.
  createPromise(
    realm,
    arrived.catch(() => runJob(realm, () => state.turn === turn && failRequest(realm, target, state, failure))),
  );
}
