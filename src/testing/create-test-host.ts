import type { FormState, Host, HostClock, StorageArea } from "../runtime/host.ts";
import type { HostCall } from "./calls.ts";
import { checkOptions, type TestHostOptions, toInstant } from "./options.ts";
import { createServices, type Notes } from "./services.ts";
import { settle } from "./settle.ts";
import { ManualClock, PlatformClock } from "./test-clock.ts";
import { TestStorage } from "./test-storage.ts";

/** A host for a test: give it as the option `host`, and ask it what the card did. */
export interface TestHost extends Required<Omit<Host, "command" | "updateAttribute" | "search" | "location" | "allow">> {
  readonly command?: NonNullable<Host["command"]>;
  readonly updateAttribute?: NonNullable<Host["updateAttribute"]>;
  readonly search?: NonNullable<Host["search"]>;
  readonly location?: string;
  readonly allow?: NonNullable<Host["allow"]>;
  readonly storage: { readonly local: StorageArea; readonly session: StorageArea };
  readonly clock: HostClock;
  /** Everything that the card asked for, in order. */
  readonly calls: readonly HostCall[];
  /** What the card asked for that nothing is recorded for. */
  readonly unmatched: readonly string[];
  /** Requests and timers under way, in words: an empty list says that nothing is left. */
  readonly pending: readonly string[];
  /** The text that the card copied last. */
  readonly copied: string | undefined;
  /** The rows of the card's create form, as the agent has filled them in; absent where there is none. */
  readonly form: FormState | undefined;
  /** Answers the `confirm`s and `prompt`s to come, one each. One without an answer is dismissed. */
  answerNotify(...answers: readonly (boolean | string | null)[]): void;
  /** Waits until the card has taken its answers, shown them and run its effects. Timers do not run if there is a `clock`. */
  settle(): Promise<void>;
  /** Lets time pass: timers and delayed answers that come due happen in their order, and the card settles after each. */
  advance(milliseconds: number): Promise<void>;
}

/**
 * Creates a host that answers from records, for tests of cards.
 *
 * It offers every service (`command`, `updateAttribute` and `search` where some are recorded). What nothing is recorded for fails with an
 * error that says what was asked and what is recorded. Throws a `TypeError` for a wrong option, naming it.
 *
 * @example
 * const host = createTestHost({
 *   requests: [{ url: "/v1/users/current", answer: { data: { attributes: { name: "Ada" } } } }],
 *   clock: "2026-10-02T15:04:05Z",
 * });
 * const card = mount(template, bag, element, { host });
 * await host.advance(1_000);
 * console.log(host.calls.length, host.pending.length);
 * card.unmount();
 */
export function createTestHost(options: TestHostOptions = {}): TestHost {
  checkOptions(options);
  const { storage = {}, allow, commands, updates, searches } = options;
  const manual = options.clock === undefined ? undefined : new ManualClock(toInstant(options.clock));
  const clock = manual ?? new PlatformClock();
  const notes: Notes = { calls: [], unmatched: [], open: new Set() };
  const { calls, unmatched, open } = notes;
  const services = createServices(options, clock, notes);
  const replies: (boolean | string | null)[] = [];
  let copied: string | undefined;
  let form: FormState | undefined;
  // An answer that was given shows in what is open; one that is given at once, in the calls.
  const rest = () => settle(() => calls.length * 2 - open.size);

  return {
    request: services.request,
    fetch: services.fetch,
    ...(commands === undefined ? {} : { command: services.command }),
    ...(updates === undefined ? {} : { updateAttribute: services.updateAttribute }),
    ...(searches === undefined ? {} : { search: services.search }),
    ...(options.location === undefined ? {} : { location: options.location }),
    ...(allow === undefined ? {} : { allow }),
    storage: { local: new TestStorage(storage.local ?? {}), session: new TestStorage(storage.session ?? {}) },
    clock: {
      now: () => clock.now(),
      setTimeout: (run, milliseconds) => clock.start(run, milliseconds, true),
      clearTimeout: (handle) => clock.stop(handle as object),
    },
    clipboard: (text) => {
      calls.push({ service: "clipboard", text });
      copied = text;
    },
    notify: (kind, message, initial) => {
      calls.push({ service: "notify", kind, message, initial });
      if (kind === "alert") return undefined;
      return replies.length > 0 ? replies.shift() : kind === "confirm" ? false : null;
    },
    formChange: (next) => {
      form = next;
    },
    openLink: (url) => {
      calls.push({ service: "openLink", url });
    },
    log: (level, values) => {
      calls.push({ service: "log", level, values });
    },
    calls,
    unmatched,
    get pending() {
      return [...[...open].map(({ text }) => text), ...clock.waiting().map((milliseconds) => `timer in ${milliseconds} ms`)];
    },
    get copied() {
      return copied;
    },
    get form() {
      return form;
    },
    answerNotify: (...answers) => {
      replies.push(...answers);
    },
    settle: rest,
    advance: async (milliseconds) => {
      if (!Number.isFinite(milliseconds) || milliseconds < 0)
        throw new TypeError("argument `milliseconds` has to be a number, not below zero");
      if (manual === undefined) throw new Error("time passes by itself: give the option `clock` to advance it");
      await manual.advance(milliseconds, rest);
    },
  };
}
