import { networkEvents } from "../../policy/network.ts";
import { chargeString } from "../../runtime/budget.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { parseJson } from "../intrinsics/json-parse.ts";
import { createBlob } from "./blob.ts";
import type { AnswerHead } from "./fetch-answer.ts";
import { Listeners } from "./listeners.ts";
import { throwNamed } from "./named-error.ts";
import { createMethods } from "./network-members.ts";

/** How the content of an answer is wanted. `arraybuffer` and `document` are none: the closed universe has neither. */
export const responseTypes = ["", "text", "json", "blob"] as const;

/** One request, from `send` to its end. */
export interface Sending {
  /** Ends the request at the host. */
  readonly giveUp: AbortController;
  /** Stops the timer of `timeout`. */
  stopTimer: () => void;
}

/** What `open` was given. */
export interface Opening {
  readonly url: string;
  readonly method: string;
  readonly headers: Map<string, string>;
}

/** What has come of an answer. */
export interface Arrived {
  readonly head: AnswerHead;
  readonly content: string | Blob;
}

const uploadType: OpaqueType<undefined> = {
  name: "XMLHttpRequestUpload",
  methods: createMethods("XMLHttpRequestUpload", { addEventListener: () => undefined, removeEventListener: () => undefined }),
};

/** A request of the template. */
export class XhrState {
  readonly listeners = new Listeners(networkEvents.XMLHttpRequest);
  /** Takes handlers, and never calls one: no host tells how far a request has come. */
  readonly upload = new Opaque(uploadType, undefined);
  readyState = 0;
  timeout = 0;
  withCredentials = false;
  responseType: (typeof responseTypes)[number] = "";
  opening: Opening | undefined = undefined;
  sending: Sending | undefined = undefined;
  arrived: Arrived | undefined = undefined;
  /** Changes with each `open`, `send` and `abort`: what belongs to an earlier turn is over. */
  turn: object = {};
  #parsed: unknown = undefined;

  /** Forgets the answer. */
  clear(): void {
    this.arrived = undefined;
    this.#parsed = undefined;
  }

  /** `responseText`. */
  text(realm: Realm): string {
    if (this.responseType !== "" && this.responseType !== "text")
      throwNamed(realm, "InvalidStateError", "`responseText` is there for the response types `` and `text` only");
    const content = this.arrived?.content;
    return typeof content === "string" && this.readyState >= 3 ? content : "";
  }

  /** `response`; what was made of the content once is given again. */
  response(realm: Realm): unknown {
    if (this.responseType === "" || this.responseType === "text") return this.text(realm);
    if (this.readyState !== 4 || this.arrived === undefined) return null;
    this.#parsed ??= this.#parse(realm, this.arrived);
    return this.#parsed;
  }

  #parse(realm: Realm, { head, content }: Arrived): unknown {
    if (this.responseType === "blob")
      return createBlob(typeof content === "string" ? new Blob([content], { type: head.headers.get("content-type") ?? "" }) : content);
    if (typeof content !== "string") return null;
    chargeString(realm, content.length);
    try {
      return parseJson(realm, undefined, [content]);
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      return null;
    }
  }
}
