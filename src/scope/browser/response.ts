import { chargeString } from "../../runtime/budget.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { type Implementation, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { RequestEnd } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createError, throwType } from "../../runtime/throw.ts";
import { askHost } from "../ask-host.ts";
import { expectOpaque } from "../intrinsics/arguments.ts";
import { parseJson } from "../intrinsics/json-parse.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { createAbortError, type SignalState } from "./abort.ts";
import { createBlob } from "./blob.ts";
import { type AnswerContent, LongAnswer } from "./fetch-answer.ts";
import { createAnswerHeaders } from "./headers.ts";
import { createMethods } from "./network-members.ts";

interface ResponseState {
  readonly content: AnswerContent;
  readonly headers: Opaque;
  /** The signal that the request was made with. */
  readonly giveUp: SignalState | undefined;
  used: boolean;
}

/** Creates the error of the template for a request that failed. What the host says of it stays outside. */
export function createFetchError(error: unknown, giveUp: SignalState | undefined): unknown {
  if (giveUp?.aborted) return giveUp.reason;
  if (error instanceof LongAnswer) return createError("TypeError", "fetch failed: the answer is too long");
  if (!(error instanceof RequestEnd)) return createError("TypeError", "fetch failed");
  if (error.reason === "abort") return createAbortError();
  const why = error.reason === "timeout" ? "no answer in time" : "too many requests are under way";
  return createError("TypeError", `fetch failed: ${why}`);
}

/** Creates a method that reads the content, which can be read once. */
function reader<Content>(
  name: string,
  read: (content: AnswerContent, signal: AbortSignal) => Promise<Content>,
  toValue: (realm: Realm, content: Content) => unknown,
): Implementation {
  return (realm, self) => {
    const state = expectOpaque(realm, self, responseType, name);
    if (state.used)
      return createPromise(realm, Promise.reject(new TemplateThrow(createError("TypeError", "the answer was read already"), realm.at)));
    state.used = true;
    return createPromise(
      realm,
      askHost(realm, {
        ask: (signal) => read(state.content, signal),
        toValue: (content) => toValue(realm, content),
        toError: (error) => createFetchError(error, state.giveUp),
        giveUp: state.giveUp?.controller.signal,
      }),
    );
  };
}

const responseType: OpaqueType<ResponseState> = {
  name: "Response",
  methods: createMethods("Response", {
    blob: reader(
      "blob",
      (content, signal) => content.blob(signal),
      (_realm, blob) => createBlob(blob),
    ),
    clone: (realm, self) => {
      const state = expectOpaque(realm, self, responseType, "clone");
      if (state.used) throwType(realm, "the answer was read already");
      state.content.shared = true;
      return createResponse(state.content, state.giveUp);
    },
    json: reader(
      "json",
      (content, signal) => content.text(signal),
      (realm, text) => {
        chargeString(realm, text.length);
        return parseJson(realm, undefined, [text]);
      },
    ),
    text: reader(
      "text",
      (content, signal) => content.text(signal),
      (realm, text) => {
        chargeString(realm, text.length);
        return text;
      },
    ),
  }),
  read: (_realm, { content: { head }, headers, used }, key) => {
    switch (key) {
      case "bodyUsed":
        return used;
      case "headers":
        return headers;
      case "ok":
        return head.status >= 200 && head.status < 300;
      case "redirected":
        return false;
      case "status":
        return head.status;
      case "statusText":
        return head.statusText;
      case "type":
        return "basic";
      case "url":
        return head.url;
      default:
        return undefined;
    }
  },
};

/** Creates the value for an answer of the host (Fetch 5.5). Answers are got, never made by a template. */
export function createResponse(content: AnswerContent, giveUp: SignalState | undefined): Opaque {
  const state: ResponseState = { content, headers: createAnswerHeaders(content.head.headers), giveUp, used: false };
  return new Opaque(responseType, state) as Opaque;
}
