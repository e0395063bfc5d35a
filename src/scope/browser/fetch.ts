import { TemplateThrow } from "../../runtime/failure.ts";
import { get } from "../../runtime/get.ts";
import { Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { askHost, promiseOf } from "../ask-host.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { pending } from "../intrinsics/promise-jobs.ts";
import { expectService } from "../service.ts";
import { type SignalState, signalType } from "./abort.ts";
import { mostBytes } from "./blob.ts";
import { exchange } from "./fetch-answer.ts";
import { createFetchRequest, expectFetchMethod, expectFetchUrl } from "./fetch-request.ts";
import { toHeaders } from "./headers.ts";
import { createFetchError, createResponse } from "./response.ts";

/** Reads the signal of a request; what is none is a TypeError. */
function toSignal(realm: Realm, value: unknown): SignalState | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Opaque && value.type === (signalType as OpaqueType)) return value.state as SignalState;
  return throwType(realm, "the signal is not an AbortSignal");
}

function request(realm: Realm, [address, options]: readonly unknown[]): Promise<unknown> {
  const url = expectFetchUrl(realm, address);
  const read = (name: string) => (options === undefined || options === null ? undefined : get(realm, options, name));
  const method = expectFetchMethod(realm, read("method") ?? "GET");
  const body = read("body") ?? undefined;
  if (body !== undefined && (method === "GET" || method === "HEAD")) throwType(realm, `a ${method} request has no body`);
  const sent = createFetchRequest(realm, url, method, toHeaders(realm, read("headers")), body);
  const giveUp = toSignal(realm, read("signal"));
  if (giveUp?.aborted) throw new TemplateThrow(giveUp.reason, realm.at);
  const service = expectService(realm, "fetch", "fetch");
  const most = mostBytes(realm);
  return askHost(realm, {
    ask: (signal) => exchange(service, sent, most, signal),
    toValue: (content) => createResponse(content, giveUp),
    toError: (error) => createFetchError(error, giveUp),
    giveUp: giveUp?.controller.signal,
  });
}

/** `fetch`, through the host's service of that name: the host decides which addresses. Whatever is wrong rejects the promise. */
export const fetchFacade = new Native({
  name: "fetch",
  length: 1,
  run: (realm, _self, args) => createPromise(realm, realm.live === undefined ? pending : promiseOf(() => request(realm, args))),
});
