import { charge } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import type { Implementation, Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { expectService } from "../service.ts";
import { createFunctions } from "./facade-functions.ts";

/** UTF-16 units of a message: more can't be read in a dialog, and would push its buttons off the screen. */
const longest = 2_000;
const cost = 50_000;

/** Turns an argument into what a dialog shows; nothing given is no text, but `undefined` is one. */
function toMessage(realm: Realm, args: readonly unknown[], index: number): string {
  return index < args.length ? toText(realm, args[index]).slice(0, longest) : "";
}

/** Asks the host. In the string target nobody is there to answer. */
function ask(realm: Realm, kind: "alert" | "confirm" | "prompt", message: string, initial?: string): unknown {
  if (realm.live === undefined) return undefined;
  // A loop of dialogs is to end while a reader still has the patience to close them.
  charge(realm, cost);
  const notify = expectService(realm, "notify", kind);
  try {
    return initial === undefined ? notify(kind, message) : notify(kind, message, initial);
  } catch {
    return throwError(realm, "Error", "the host service `notify` failed");
  }
}

const alert: Implementation = (realm, _self, args) => {
  ask(realm, "alert", toMessage(realm, args, 0));
  return undefined;
};

const confirm: Implementation = (realm, _self, args) => {
  const answer = ask(realm, "confirm", toMessage(realm, args, 0));
  // An object is no answer: a promise, say, of a host that asks later, must not count as the agent's consent.
  return typeof answer !== "object" && Boolean(answer);
};

const prompt: Implementation = (realm, _self, args) => {
  const answer = ask(realm, "prompt", toMessage(realm, args, 0), toMessage(realm, args, 1));
  return typeof answer === "string" ? answer.slice(0, realm.limits.stringLength) : null;
};

/** `alert`, `confirm` and `prompt`, shown by the host's `notify`. */
export const dialogNames: ReadonlyMap<string, Native> = createFunctions({ alert, confirm, prompt });
