import type { AttributeChange, CommandPayload, FetchAnswer, FetchInit, HostRequest, SearchQuery } from "../runtime/host.ts";
import type { HostCall } from "./calls.ts";
import type { TestHostOptions } from "./options.ts";
import { type Question, type Recorded, Records } from "./recorded.ts";
import type { TestClock } from "./test-clock.ts";

/** What services note while they work. */
export interface Notes {
  readonly calls: HostCall[];
  readonly unmatched: string[];
  /** What is under way. */
  readonly open: Set<{ readonly text: string }>;
}

/** The services that answer from records. */
export interface RecordedServices {
  request(request: HostRequest): Promise<unknown>;
  command(name: string, payload: CommandPayload, signal: AbortSignal): Promise<unknown>;
  fetch(url: string, init: FetchInit): Promise<FetchAnswer>;
  updateAttribute(change: AttributeChange): Promise<unknown>;
  search(query: SearchQuery): Promise<unknown>;
}

/** Creates the services that answer from records. */
export function createServices(options: TestHostOptions, clock: TestClock, notes: Notes): RecordedServices {
  const requests = new Records(options.requests ?? []);
  const commands = new Records(options.commands ?? []);
  const fetches = new Records(options.fetches ?? []);
  const updates = new Records(options.updates ?? []);
  const searches = new Records(options.searches ?? []);

  /** Finds the record, waits as long as it says, and makes the answer. */
  const answer = async <Kind extends Recorded, Answer>(
    records: Records<Kind>,
    question: Question,
    signal: AbortSignal,
    asked: unknown,
    toAnswer: (record: Kind, data: unknown) => Answer,
  ): Promise<Answer> => {
    const text = [question.method, question.target].filter((part) => part !== undefined).join(" ");
    const record = records.take(question);
    if (record === undefined) {
      notes.unmatched.push(text);
      throw toFailure(`nothing is recorded for ${text}; recorded is: ${records.print()}`);
    }
    const entry = { text };
    notes.open.add(entry);
    try {
      await wait(clock, record.delay ?? 0, signal);
      if (record.error !== undefined) throw toFailure(record.error);
      return toAnswer(record, await (typeof record.answer === "function" ? record.answer(asked) : record.answer));
    } finally {
      notes.open.delete(entry);
    }
  };

  return {
    request: (request) => {
      const { method, url, body, headers = {}, signal } = request;
      notes.calls.push({ service: "request", method, url, body, headers });
      return answer(requests, { method, target: url, body }, signal, request, toData);
    },
    command: (name, payload, signal) => {
      notes.calls.push({ service: "command", name, payload });
      return answer(commands, { method: undefined, target: name, body: payload.body }, signal, payload, toData);
    },
    fetch: (url, { method, headers, body, signal }) => {
      const call = { service: "fetch", method, url, body, headers } as const;
      notes.calls.push(call);
      return answer(fetches, { method, target: url, body: parseText(body) }, signal, call, (record, data) =>
        toFetchAnswer(data, record.status ?? 200, url, record.headers),
      );
    },
    updateAttribute: ({ signal, ...change }) => {
      notes.calls.push({ service: "updateAttribute", ...change });
      return answer(updates, { method: undefined, target: change.field, body: change }, signal, change, toData);
    },
    search: ({ signal, ...query }) => {
      notes.calls.push({ service: "search", ...query });
      const { kind, text } = query;
      return answer(searches, { method: undefined, target: kind, body: query }, signal, query, (record, data) => {
        const found = toData(record, data);
        return record.text === undefined && Array.isArray(found) ? found.filter((one) => hasName(one, text)) : found;
      });
    },
  };
}

/** No `Error`: the message of one is the host's own and stays outside of the card, this is for the author to read in there. */
function toFailure(message: string): { readonly message: string } {
  return { message };
}

/** Waits by the host's clock; a request that is given up fails at once. */
function wait(clock: TestClock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (milliseconds === 0) return resolve();
    const timer = Number.isFinite(milliseconds) ? clock.start(resolve, milliseconds, false) : undefined;
    const giveUp = () => {
      if (timer !== undefined) clock.stop(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

function toData({ status = 200 }: Recorded, data: unknown): unknown {
  if (status >= 400) throw { status, body: data };
  return data;
}

function hasName(found: unknown, text: string): boolean {
  const { name } = (found ?? {}) as { readonly name?: unknown };
  return String(name).toLowerCase().includes(text.trim().toLowerCase());
}

/** The body as records see it: JSON as data. */
function parseText(body: FetchInit["body"]): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function toFetchAnswer(data: unknown, status: number, url: string, headers: Readonly<Record<string, string>> = {}): FetchAnswer {
  const isText = typeof data === "string";
  const text = isText ? data : data === undefined ? "" : JSON.stringify(data);
  const type = isText ? "text/plain;charset=utf-8" : "application/json";
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    status,
    url,
    headers: new Map([["content-type", type], ...lower]),
    text: async () => text,
    blob: async () => new Blob([text], { type }),
  };
}
