import { TemplateThrow } from "../../runtime/failure.ts";
import { type Fn, type Implementation, Native, type Opaque } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createError } from "../../runtime/throw.ts";
import { askHost, promiseOf } from "../ask-host.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { pending, runJob } from "../intrinsics/promise-jobs.ts";
import { runHandler } from "../run-handler.ts";
import { expectService } from "../service.ts";
import { type ApiRequest, askApi, askCommand, toApiRequest, toCommandName, toCommandRequest } from "./api-request.ts";
import { toCommandDocument, toDocument } from "./document.ts";
import { createRequestError } from "./failure.ts";

/** Sends a request, and gives the document as a promise of the host. */
function send(realm: Realm, what: string, request: ApiRequest): Promise<unknown> {
  const command = toCommandName(request);
  return askHost(realm, {
    ask: toAsk(realm, what, request, command),
    toValue: (answer) => {
      try {
        return command === undefined ? toDocument(answer) : toCommandDocument(answer);
      } catch {
        throw new TemplateThrow(createError("Error", `${what}: what the host answered is not plain data`), realm.at);
      }
    },
    toError: (failure) => createRequestError(what, failure),
  });
}

function toAsk(realm: Realm, what: string, request: ApiRequest, command: string | undefined): (signal: AbortSignal) => Promise<unknown> {
  if (command !== undefined && typeof realm.host.command === "function") {
    const service = expectService(realm, "command", what);
    return (signal) => askCommand(command, request, service, signal);
  }
  const service = expectService(realm, "request", what);
  return (signal) => askApi(request, service, signal);
}

/**
 * Gives a promise for an answer, and tells a node-style callback of it too: most callers give one as well as awaiting. Who
 * gave a callback has heard of the error; what the callback throws is reported, and does not change the promise.
 */
function answer(realm: Realm, promise: Promise<unknown>, callback: unknown): Opaque {
  const result = createPromise(realm, promise);
  if (!isCallable(callback)) return result as Opaque;
  result.state.handled = true;
  createPromise(
    realm,
    promise.then(
      (value) => tell(realm, callback, [null, value]),
      (error: unknown) => (error instanceof TemplateThrow ? tell(realm, callback, [error.value]) : pending),
    ),
  );
  return result as Opaque;
}

function tell(realm: Realm, callback: Fn | Native, args: readonly unknown[]): unknown {
  return runJob(realm, () => {
    runHandler(realm, callback, undefined, args);
    return undefined;
  });
}

/** Creates a function that makes a request; `place` is its callback's. In the string target nothing is asked, and nobody ever hears. */
function createRequester(what: string, place: number, toRequest: (realm: Realm, args: readonly unknown[]) => ApiRequest): Implementation {
  return (realm, _self, args) =>
    answer(realm, realm.live === undefined ? pending : promiseOf(() => send(realm, what, toRequest(realm, args))), args[place]);
}

/** `KustomerRequest(request, callback?)` (reference/kview.md, section 4). */
export const kustomerRequest = new Native({
  name: "KustomerRequest",
  length: 2,
  run: createRequester("KustomerRequest", 1, (realm, [input]) => toApiRequest(realm, input)),
});

/** `Kustomer.command.run(name, payload, callback?)`. */
export const runCommand = new Native({
  name: "run",
  length: 3,
  run: createRequester("Kustomer.command.run", 2, (realm, [name, payload]) => toCommandRequest(realm, name, payload)),
});
