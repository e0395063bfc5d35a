import { copyData } from "../../runtime/copy.ts";
import { importValue } from "../../runtime/import.ts";
import { RequestEnd } from "../../runtime/live.ts";
import { isRecord, toRecord } from "../../runtime/record.ts";
import { createError } from "../../runtime/throw.ts";

/** What a host's rejection may tell, besides its message: own data, copied. */
const told: readonly string[] = ["status", "statusText", "body", "responseBody", "errors"];
const longestMessage = 1_000;

const ends: Readonly<Record<RequestEnd["reason"], string>> = {
  timeout: "got no answer in time",
  abort: "was aborted",
  "too-many": "was refused: too many requests are under way",
};

/**
 * Creates the error of the template for a request that failed: its status and what the server said. An error object's own message and
 * stack are the host's (they name files and servers) and stay outside; a plain object's message was written for the card.
 */
export function createRequestError(what: string, failure: unknown): unknown {
  if (failure instanceof RequestEnd) return createError("Error", `${what} ${ends[failure.reason]}`);
  const facts = readFacts(failure);
  const status = facts.get("status");
  const message = facts.get("message");
  const error = createError(
    "Error",
    typeof message === "string"
      ? message.slice(0, longestMessage)
      : `${what} failed${typeof status === "number" ? ` with status ${status}` : ""}`,
  );
  facts.delete("message");
  const body = facts.get("body") ?? facts.get("responseBody");
  if (body !== undefined) {
    // Under both names, as an answer has it.
    facts.set("body", body).set("responseBody", facts.get("responseBody") ?? body);
    if (!facts.has("errors") && isRecord(body) && Array.isArray(body.errors)) facts.set("errors", body.errors);
  }
  error.extra = toRecord(facts);
  return error;
}

/** Reads what a rejection tells. Accessors are not run; what can't be copied is left out. */
function readFacts(failure: unknown): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  if (typeof failure !== "object" || failure === null) return facts;
  for (const key of isPlain(failure) ? [...told, "message"] : told) {
    try {
      const value: unknown = Object.getOwnPropertyDescriptor(failure, key)?.value;
      if (value !== undefined) facts.set(key, copyData(importValue(value, key)));
    } catch {
      // No plain data, or a proxy that throws: nothing that the template could use.
    }
  }
  if (typeof facts.get("status") !== "number") facts.delete("status");
  return facts;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
