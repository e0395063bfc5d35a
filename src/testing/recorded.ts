import type { AttributeChange, CommandPayload, HostRequest, SearchQuery } from "../runtime/host.ts";
import type { HostCall } from "./calls.ts";

/** Plain data: what JSON has. */
type Data = string | number | boolean | null | undefined | object;

/** What follows when a record matches. */
interface RecordedOutcome<Asked> {
  /** Plain data, or a function of what was asked that gives it. */
  readonly answer?: Data | ((asked: Asked) => unknown);
  /** Fails with this message in place of an answer, as when there is no network. */
  readonly error?: string;
  /** Milliseconds of the host's clock until the answer; `Infinity` for none ever. */
  readonly delay?: number;
  /** How often the record answers, then the next one that matches does; without end when absent. */
  readonly times?: number;
}

/** An answer to `KustomerRequest`. Without a `method`, a `body`: any. */
export interface RecordedRequest extends RecordedOutcome<HostRequest> {
  readonly method?: string;
  /** The whole text, or a pattern that is found in it. */
  readonly url: string | RegExp;
  /** What has to be in the body; further keys of its objects may be there too. */
  readonly body?: unknown;
  /** 200 when absent; from 400 on the request fails with `{ status, body: answer }`. */
  readonly status?: number;
}

/** An answer to a command, by its name (`acme.app.refund`). */
export interface RecordedCommand extends RecordedOutcome<CommandPayload> {
  readonly name: string | RegExp;
  readonly body?: unknown;
  readonly status?: number;
}

/** An answer to `fetch` and `XMLHttpRequest`: text as it is, anything else as JSON. */
export interface RecordedFetch extends RecordedOutcome<HostCall & { readonly service: "fetch" }> {
  readonly method?: string;
  readonly url: string | RegExp;
  readonly body?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of a change that an agent makes to an attribute: without `error` or `status`, it is taken. */
export interface RecordedUpdate extends Omit<RecordedOutcome<AttributeChange>, "answer"> {
  readonly field: string | RegExp;
  /** What has to be in the change: `{ resource, id, value, previous }`. */
  readonly body?: unknown;
  readonly status?: number;
}

/** What agents can find. */
export interface RecordedSearch extends RecordedOutcome<SearchQuery> {
  readonly kind: SearchQuery["kind"];
  /** What has to be asked for; absent: anything, and of a list as `answer` those are found whose names hold it. */
  readonly text?: string;
  readonly status?: number;
}

/** Any record: what they have in common. */
export interface Recorded {
  readonly method?: string;
  readonly url?: string | RegExp;
  readonly name?: string | RegExp;
  readonly field?: string | RegExp;
  readonly kind?: string;
  readonly text?: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly error?: string;
  readonly delay?: number;
  readonly times?: number;
  // biome-ignore lint/suspicious/noExplicitAny: a function of whatever the record's service is asked.
  readonly answer?: Data | ((asked: any) => unknown);
}

/** What records are compared with. */
export interface Question {
  readonly method: string | undefined;
  /** The address, the command's name, the attribute, or the kind of what is looked for. */
  readonly target: string;
  readonly body: unknown;
}

/** A list of records, and how often each was used. */
export class Records<Kind extends Recorded> {
  readonly #list: readonly Kind[];
  readonly #uses = new Map<Kind, number>();

  constructor(list: readonly Kind[]) {
    this.#list = list;
  }

  /** Takes the first record that matches and is not used up. */
  take(question: Question): Kind | undefined {
    const found = this.#list.find((record) => !this.#isUsedUp(record) && isMatch(record, question));
    if (found !== undefined) this.#uses.set(found, (this.#uses.get(found) ?? 0) + 1);
    return found;
  }

  /** What is recorded, for the message that nothing matched. */
  print(): string {
    if (this.#list.length === 0) return "nothing at all";
    return this.#list.map((record) => printRecord(record) + (this.#isUsedUp(record) ? " (used up)" : "")).join(", ");
  }

  #isUsedUp(record: Kind): boolean {
    return (this.#uses.get(record) ?? 0) >= (record.times ?? Number.POSITIVE_INFINITY);
  }
}

function isMatch({ method, url, name, field, kind, text, body }: Recorded, question: Question): boolean {
  if (method !== undefined && method.toUpperCase() !== question.method) return false;
  const target = url ?? name ?? field ?? kind ?? "";
  if (text !== undefined && !holds(question.body, { text })) return false;
  // `search` leaves alone where a global pattern goes on.
  if (typeof target === "string" ? target !== question.target : question.target.search(target) < 0) return false;
  return body === undefined || holds(question.body, body);
}

/** Whether a value has all that a pattern names. */
function holds(value: unknown, pattern: unknown): boolean {
  if (typeof pattern !== "object" || pattern === null) return Object.is(value, pattern);
  if (typeof value !== "object" || value === null || Array.isArray(value) !== Array.isArray(pattern)) return false;
  if (Array.isArray(pattern) && pattern.length !== (value as readonly unknown[]).length) return false;
  return Object.entries(pattern).every(([key, inner]) => Object.hasOwn(value, key) && holds(value[key as never], inner));
}

function printRecord({ method, url, name, field, kind, text, body }: Recorded): string {
  const parts = [method?.toUpperCase(), String(url ?? name ?? field ?? kind), text];
  if (body !== undefined) parts.push(`with ${JSON.stringify(body)}`);
  return parts.filter((part) => part !== undefined).join(" ");
}
