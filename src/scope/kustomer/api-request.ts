import { apiHeaders, apiMethods, judgeApiPath, judgeHeaderName, judgeHeaderValue, requestCaps } from "../../policy/requests.ts";
import { charge, chargeString } from "../../runtime/budget.ts";
import { exportValue } from "../../runtime/export.ts";
import { get } from "../../runtime/get.ts";
import type { CommandPayload, Host, HostRequest } from "../../runtime/host.ts";
import { ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan } from "../intrinsics/arguments.ts";

/** A request of the organisation's API: plain copies, which the template can't change any more. */
export type ApiRequest = Omit<HostRequest, "signal">;

/** Reads what `KustomerRequest` was given: an object, or a path alone. What the policy refuses is a TypeError. */
export function toApiRequest(realm: Realm, input: unknown): ApiRequest {
  if (typeof input === "string") return { url: expectPath(realm, input), method: "GET" };
  if (typeof input !== "object" || input === null) throwType(realm, "KustomerRequest needs an object with a `url`");
  const url = expectPath(realm, get(realm, input, "url"));
  const method = expectMethod(realm, get(realm, input, "method"));
  const headers = toApiHeaders(realm, get(realm, input, "headers"));
  const body = exportBody(realm, get(realm, input, "body"));
  return { url, method, ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
}

function expectPath(realm: Realm, url: unknown): string {
  if (typeof url !== "string") return throwType(realm, "`url` has to be a path, such as `/v1/users/current`");
  chargeScan(realm, url.length);
  return judgeApiPath(url) ?? throwType(realm, "`url` has to be a path that begins with one `/` and climbs nowhere");
}

function expectMethod(realm: Realm, method: unknown): string {
  if (method === undefined || method === null) return "GET";
  const name = typeof method === "string" ? method.slice(0, 20).toUpperCase() : "";
  return apiMethods.has(name) ? name : throwType(realm, `\`method\` has to be one of ${[...apiMethods].join(", ")}`);
}

/** None is dropped without a word: a request that lacks a header is another request. */
function toApiHeaders(realm: Realm, source: unknown): Record<string, string> | undefined {
  if (source === undefined || source === null) return undefined;
  const keys = ownKeys(source);
  if (keys.length > requestCaps.headers) throwType(realm, "too many headers");
  charge(realm, keys.length);
  const headers: [string, string][] = [];
  for (const key of keys) {
    const given = get(realm, source, key);
    if (given === undefined || given === null) continue;
    const name = judgeHeaderName(key);
    if (name === undefined || !(apiHeaders.has(name) || name.startsWith("x-")))
      throwType(realm, `a card can't set the header \`${key.slice(0, 60)}\``);
    if (typeof given === "object") throwType(realm, `the header \`${name}\` has to be a text`);
    const value = judgeHeaderValue(String(given)) ?? throwType(realm, `the header \`${name}\` has a value that no header can have`);
    chargeScan(realm, value.length);
    headers.push([name, value]);
  }
  return Object.fromEntries(headers);
}

/** Copies a body out, and pays for its size as text: a text that stands in it a thousand times is sent a thousand times. */
function exportBody(realm: Realm, body: unknown): unknown {
  const copy = exportValue(realm, body);
  chargeString(realm, textLength(copy));
  return copy;
}

function textLength(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  let length = 2;
  if (Array.isArray(value)) for (const item of value) length += textLength(item) + 1;
  else for (const [key, item] of Object.entries(value)) length += key.length + textLength(item) + 4;
  return length;
}

// `<app>.app.<command>`: letters, digits and what names are joined with, so that a host may look the name up as it is.
const commandPath = /^\/v1\/commands\/([\w.@~-]{1,200})\/run$/;

/** The name of the command that a request runs; `undefined` for every other request. */
export function toCommandName({ url, method }: ApiRequest): string | undefined {
  return method === "POST" ? commandPath.exec(url)?.[1] : undefined;
}

/** The request that runs a command; a name that is none is a TypeError. */
export function toCommandRequest(realm: Realm, name: unknown, payload: unknown): ApiRequest {
  const url = typeof name === "string" ? `/v1/commands/${name}/run` : "";
  if (!commandPath.test(url)) throwType(realm, "a command is named `<app>.app.<command>`");
  const body = payload === undefined || payload === null ? undefined : exportBody(realm, payload);
  return { url, method: "POST", ...(body === undefined ? {} : { body }) };
}

/** Asks the host. A command goes to its `command`, where it has one. */
export async function askApi(request: ApiRequest, service: NonNullable<Host["request"]>, signal: AbortSignal): Promise<unknown> {
  return service({ ...request, signal });
}

/** Runs a command by the host's service for that. Only what a command takes is handed over. */
export async function askCommand(
  name: string,
  { body }: ApiRequest,
  service: NonNullable<Host["command"]>,
  signal: AbortSignal,
): Promise<unknown> {
  return service(name, toPayload(typeof body === "string" ? parseBody(body) : body), signal);
}

/** Authors post JSON texts, too. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const payloadKeys = ["headers", "body", "args", "urlArgs"] as const;

/** What is posted is `{ headers?, body?, args?, urlArgs? }`; anything else can only be meant as the command's body. */
function toPayload(posted: unknown): CommandPayload {
  if (posted === undefined || posted === null) return {};
  if (typeof posted !== "object" || Array.isArray(posted)) return { body: posted };
  const fields = posted as CommandPayload;
  const given = payloadKeys.filter((key) => Object.hasOwn(fields, key) && fields[key] !== undefined);
  if (given.length === 0 && Object.keys(posted).length > 0) return { body: posted };
  return Object.fromEntries(given.map((key) => [key, fields[key]]));
}
