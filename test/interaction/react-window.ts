import lodash from "lodash";
import moment from "moment";
import React from "react";
import type { FetchInit, StorageArea } from "../../src/runtime/host.ts";
import type { TestHost } from "../../src/testing/create-test-host.ts";
import { createComponents } from "../support/oracle/components.ts";
import { createXhr } from "./react-xhr.ts";

/** The errors of the realm that a template is evaluated in: of another's, none is an `instanceof Error` there. */
type Errors = Pick<typeof globalThis, "Error" | "TypeError">;

/** What a template names besides its data where nothing stands between it and React: the page's own, and the scripted host. */
export function createReactWindow(host: TestHost, element: HTMLElement, errors: Errors = globalThis): Record<string, unknown> {
  const { clock } = host;
  const timers = createTimers(host);
  class ClockDate extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [clock.now()] : args) as [number]));
    }
    static override now(): number {
      return clock.now();
    }
  }
  const own: Record<string, unknown> = {
    ...createComponents(React.createElement),
    ...timers,
    React,
    moment,
    _: lodash.runInContext({ ...timers, Date: ClockDate }),
    Date: ClockDate,
    performance: { now: () => clock.now() },
    KustomerRequest: createKustomerRequest(host, errors),
    fetch: createFetch(host, errors),
    XMLHttpRequest: createXhr(host),
    sessionStorage: toStorage(host.storage.session),
    localStorage: toStorage(host.storage.local),
    navigator: { clipboard: { writeText: async (text: string) => void host.clipboard(text) }, language: "en-US", onLine: true },
    location: new URL(host.location ?? "about:blank"),
    alert: (message: unknown) => void host.notify("alert", String(message)),
    confirm: (message: unknown) => host.notify("confirm", String(message)),
    prompt: (message: unknown, initial?: string) => host.notify("prompt", String(message), initial),
    open: (url: string) => void host.openLink(url),
    console: { log() {}, info() {}, warn() {}, error() {}, debug() {}, group() {}, groupCollapsed() {}, groupEnd() {}, table() {} },
    document: element.ownerDocument,
  };
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const) own[name] = window[name].bind(window);
  own.window = own.self = own.globalThis = own;
  return own;
}

function createTimers({ clock }: TestHost) {
  const repeating = new Map<unknown, unknown>();
  const clear = (handle: unknown) => {
    clock.clearTimeout(repeating.get(handle) ?? handle);
    repeating.delete(handle);
  };
  const start = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
    clock.setTimeout(() => run(...args), milliseconds);
  return {
    setTimeout: start,
    clearTimeout: clear,
    setInterval: (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
      const handle = {};
      const next = () =>
        start(() => {
          repeating.set(handle, next());
          run(...args);
        }, milliseconds);
      repeating.set(handle, next());
      return handle;
    },
    clearInterval: clear,
    requestAnimationFrame: (run: (time: number) => void) => start(() => run(clock.now()), 16),
    cancelAnimationFrame: clear,
  };
}

type Callback = (error: unknown, response?: unknown) => void;

/** As reference/kview.md, section 4, has it: a promise, and a callback as well. */
function createKustomerRequest(host: TestHost, errors: Errors) {
  return (options: { url: string; method?: string; body?: unknown; headers?: Record<string, string> }, callback?: Callback) => {
    const { url, method = "GET", body, headers } = options;
    const asked = { url, method: method.toUpperCase(), body, ...(headers === undefined ? {} : { headers }), signal: never() };
    const command = /^\/v1\/commands\/([^/]+)\/run$/.exec(url)?.[1];
    const sent =
      command !== undefined && host.command !== undefined
        ? Promise.resolve(host.command(command, (body ?? {}) as object, never())).then((answer) => ({
            data: { type: "command", attributes: { responseBody: answer } },
          }))
        : Promise.resolve(host.request(asked));
    const promise = sent.then(
      (document) => withResponseBody(document),
      (failure) => {
        throw toError(failure, errors);
      },
    );
    if (callback !== undefined) promise.then((response) => callback(null, response), callback);
    return promise;
  };
}

/** What a command answered stands in both places; of any other answer, the document does. */
function withResponseBody(answer: unknown): unknown {
  if (!lodash.isPlainObject(answer)) return answer;
  return { ...(answer as object), responseBody: lodash.get(answer, "data.attributes.responseBody", { ...(answer as object) }) };
}

function toError(failure: unknown, errors: Errors): unknown {
  if (failure instanceof Error) return new errors.Error(failure.message);
  const { status, body } = failure as { readonly status: number; readonly body: unknown };
  return Object.assign(new errors.Error(`KustomerRequest failed with status ${status}`), { status, body, responseBody: body });
}

function createFetch(host: TestHost, errors: Errors) {
  return async (url: string, { method = "GET", headers = {}, body, signal = never() }: Partial<FetchInit> = {}) => {
    const answer = await host.fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) }).catch(() => {
      throw signal.aborted ? new DOMException("aborted", "AbortError") : new errors.TypeError("Failed to fetch");
    });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: [...(answer.headers ?? [])].map(([key, value]) => [key, value]),
    });
  };
}

function toStorage(area: StorageArea) {
  return {
    getItem: (key: string) => area.getItem(key),
    setItem: (key: string, value: unknown) => area.setItem(key, String(value)),
    removeItem: (key: string) => area.removeItem(key),
  };
}

const never = () => new AbortController().signal;
