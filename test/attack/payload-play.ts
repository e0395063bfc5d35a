import { expect } from "vitest";
import { createContext } from "../../src/index.ts";
import { findUnlisted, never } from "../print/message.ts";
import { runDom, runString } from "../support/card.ts";
import type { Payload } from "../support/payload-case.ts";
import { findUnsafeAnywhere } from "./parse-contexts.ts";
import { type PayloadPlace, payloadPlaces, sheetCard, sheets, tagCard } from "./payload-places.ts";
import { findUnsafe } from "./safe-html.ts";

type Card = PayloadPlace["template"];

/** Attributes of one card are many, and lists of texts long: all of them have to come out. */
const limits = { fuel: 50_000_000, nodes: 2_000_000 };

const toBag = (customer: object) => createContext({ resource: "customer", customer });

/** Names payloads whose HTML is not safe, with what is wrong. The many are played at once; those at fault, one by one. */
export function findFaults(payloads: readonly Payload[], check: (texts: readonly string[]) => readonly string[]): readonly string[] {
  if (check(payloads.map(({ payload }) => payload)).length === 0) return [];
  const single = payloads.flatMap(({ id, payload }) =>
    check([payload])
      .slice(0, 2)
      .map((fault) => `${id}: ${fault}`),
  );
  return single.length > 0 ? single : [`${payloads[0]?.id} and those after it, together`];
}

/** Shows texts in a place on a target, and gives what is wrong with the HTML. */
export function checkPlace(template: Card, texts: readonly string[], target: "string" | "DOM", everywhere = false): readonly string[] {
  const bag = toBag({ values: texts });
  const { html, diagnostics } = (target === "string" ? runString : runDom)(template, bag, { limits });
  const failed = diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
  // What stands in a live field is no HTML: there NUL, ESC and halves of characters are what somebody typed.
  const shown = target === "DOM" ? html.replace(/[\0\x1b]|\p{Surrogate}/gu, "\ufffd") : html;
  return [...failed, ...(everywhere ? findUnsafeAnywhere(shown) : findUnsafe(shown))];
}

/** The same for an element that a text names: what is no name of an element fails the card. */
export function checkTag(text: string): readonly string[] {
  const { html, diagnostics } = runString(tagCard, toBag({ values: [text] }));
  const failed = diagnostics.filter(({ severity, code }) => severity === "error" && code !== "run/throw").map(({ message }) => message);
  return [...failed, ...findUnsafeAnywhere(html)];
}

/** Puts a text into every place of a style sheet. */
export function checkSheets(text: string): readonly string[] {
  return [...sheets].flatMap(([place, toSheet]) => {
    const { html } = runString(sheetCard, toBag({ sheet: toSheet(text) }));
    return findUnsafe(html).map((fault) => `as ${place}: ${fault}`);
  });
}

/** Shows texts in messages. */
export function checkMessages(template: Card, texts: readonly string[]): readonly string[] {
  const bag = toBag({ values: texts });
  const email = runString(template, bag, { target: "email", limits }).html;
  const text = runString(template, bag, { target: "text", limits }).html;
  const found = [...findUnlisted(email)];
  if (never.test(email)) found.push("an element that no message holds");
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(text)) found.push("text: controls");
  return found;
}

/** Nothing ran: neither at once nor in a task that it left behind. */
export async function expectNothingRan(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  expect("__kv_pwned" in globalThis).toBe(false);
}

/** The place of a name. */
export function placeOf(name: string): Card {
  const found = payloadPlaces.find((place) => place.name === name);
  if (found === undefined) throw new TypeError(`no place ${name}`);
  return found.template;
}
