import { fetchMethods, judgeFetchUrl } from "../../policy/requests.ts";
import { chargeString } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { FetchInit } from "../../runtime/host.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan } from "../intrinsics/arguments.ts";
import { type SearchParamsState, searchParamsType } from "../intrinsics/url-search-params.ts";
import { blobOf, mostBytes } from "./blob.ts";
import { toHostForm } from "./form-data.ts";

/** A request of `fetch` or `XMLHttpRequest`: copies, which the template can't change any more. */
export interface FetchRequest {
  readonly url: string;
  readonly init: Omit<FetchInit, "signal">;
}

/** Judges an address; a refused one is a TypeError. */
export function expectFetchUrl(realm: Realm, value: unknown): string {
  const text = toText(realm, value);
  chargeScan(realm, text.length);
  return judgeFetchUrl(text) ?? throwType(realm, "this address can't be requested: http, https and paths can, without credentials");
}

/** Judges a method; a refused one is a TypeError. */
export function expectFetchMethod(realm: Realm, value: unknown): string {
  const method = toText(realm, value).slice(0, 20).toUpperCase();
  return fetchMethods.has(method) ? method : throwType(realm, "this method can't be requested");
}

/** Puts a request together. `headers` are judged already. */
export function createFetchRequest(
  realm: Realm,
  url: string,
  method: string,
  headers: ReadonlyMap<string, string>,
  body: unknown,
): FetchRequest {
  const sent = new Map(headers);
  const content = toBody(realm, body, sent);
  // `fromEntries` defines properties: a header `__proto__` is one like any other.
  return { url, init: { method, headers: Object.fromEntries(sent), ...(content === undefined ? {} : { body: content }) } };
}

/** What is sent: forms and blobs as they are, everything else as text, as browsers do. */
function toBody(realm: Realm, body: unknown, headers: Map<string, string>): string | Blob | FormData | undefined {
  if (body === undefined || body === null) return undefined;
  const form = toHostForm(realm, body);
  if (form !== undefined) return form;
  const blob = blobOf(body);
  if (blob !== undefined) {
    if (blob.size > mostBytes(realm)) throw new LimitError("stringLength", `a blob of ${blob.size} bytes is too long to be sent`);
    return blob;
  }
  if (body instanceof Opaque && body.type === (searchParamsType as OpaqueType<SearchParamsState> as OpaqueType)) {
    if (!headers.has("content-type")) headers.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
  }
  const text = toText(realm, body);
  chargeString(realm, text.length);
  return text;
}
