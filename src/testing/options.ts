import { checkKeys } from "../render/options.ts";
import type { HostPermission } from "../runtime/host.ts";
import type { Recorded, RecordedCommand, RecordedFetch, RecordedRequest, RecordedSearch, RecordedUpdate } from "./recorded.ts";

/** What a test host has to give. */
export interface TestHostOptions {
  /** Answers to `KustomerRequest`; the first that matches. */
  readonly requests?: readonly RecordedRequest[];
  /** Answers to commands. Where it is absent, the host has no service `command`, and commands are requests. */
  readonly commands?: readonly RecordedCommand[];
  readonly fetches?: readonly RecordedFetch[];
  /** What becomes of changes that agents make in rows. Where it is absent, the host has no `updateAttribute`, and rows are read-only. */
  readonly updates?: readonly RecordedUpdate[];
  /** What agents find. Where it is absent, the host has no `search`. */
  readonly searches?: readonly RecordedSearch[];
  /** What the storages hold at the start, by the template's own keys. A card finds it when it has asked for a key. */
  readonly storage?: { readonly local?: Readonly<Record<string, string>>; readonly session?: Readonly<Record<string, string>> };
  /** The instant at which the card's clock stands until `advance` moves it. The platform's clock when absent. */
  readonly clock?: number | string | Date;
  /** The address that `location` shows. */
  readonly location?: string;
  readonly allow?: readonly HostPermission[];
}

const optionNames: readonly string[] = ["requests", "commands", "fetches", "updates", "searches", "storage", "clock", "location", "allow"];
const permissions: readonly unknown[] = ["files", "selection", "page-events"] satisfies readonly HostPermission[];
const outcomeKeys = ["answer", "error", "delay", "times", "status", "body"];
const requestKeys: readonly string[] = [...outcomeKeys, "method", "url"];
const commandKeys: readonly string[] = [...outcomeKeys, "name"];
const fetchKeys: readonly string[] = [...outcomeKeys, "method", "url", "headers"];
const updateKeys: readonly string[] = ["error", "delay", "times", "status", "body", "field"];
const searchKeys: readonly string[] = ["answer", "error", "delay", "times", "status", "kind", "text"];

/** Checks options. A `TypeError` names the one at fault. */
export function checkOptions(options: TestHostOptions): void {
  checkKeys(options, optionNames, "option");
  const { requests, commands, fetches, updates, searches, storage, clock, allow } = options;
  checkRecords("requests", requests, requestKeys, "url");
  checkRecords("commands", commands, commandKeys, "name");
  checkRecords("fetches", fetches, fetchKeys, "url");
  checkRecords("updates", updates, updateKeys, "field");
  checkRecords("searches", searches, searchKeys, "kind");
  if (storage !== undefined) {
    checkKeys(storage, ["local", "session"], "key of `storage`");
    checkTexts("storage.local", storage.local);
    checkTexts("storage.session", storage.session);
  }
  if (clock !== undefined && !Number.isFinite(toInstant(clock)))
    throw new TypeError("option `clock` has to be a Date, milliseconds or ISO text");
  if (options.location !== undefined && !(typeof options.location === "string" && URL.canParse(options.location)))
    throw new TypeError("option `location` has to be an absolute address");
  if (allow !== undefined && !(Array.isArray(allow) && allow.every((one) => permissions.includes(one))))
    throw new TypeError(`option \`allow\` has to be a list of ${permissions.map((one) => `\`${one}\``).join(", ")}`);
}

/** The instant that is meant, in milliseconds; `NaN` for what means none. */
export function toInstant(clock: number | string | Date): number {
  if (clock instanceof Date) return clock.getTime();
  return typeof clock === "string" ? Date.parse(clock) : typeof clock === "number" ? clock : Number.NaN;
}

/** The key of a record that says what it answers. */
type Target = "url" | "name" | "field" | "kind";

function checkRecords(option: string, records: readonly Recorded[] | undefined, keys: readonly string[], target: Target): void {
  if (records === undefined) return;
  if (!Array.isArray(records)) throw new TypeError(`option \`${option}\` has to be a list`);
  for (const [index, record] of records.entries()) {
    const path = `${option}[${index}]`;
    if (typeof record !== "object" || record === null) throw new TypeError(`option \`${path}\` has to be an object`);
    checkKeys(record, keys, `key of \`${path}\``);
    const expect = (key: string, is: boolean, what: string) => {
      if (!is) throw new TypeError(`option \`${path}.${key}\` has to be ${what}`);
    };
    const { method, error, status, delay, times } = record;
    expect(target, typeof record[target] === "string" || record[target] instanceof RegExp, "text or a regular expression");
    expect("method", method === undefined || typeof method === "string", "text");
    expect("error", error === undefined || typeof error === "string", "text");
    expect("error", error === undefined || !("answer" in record || "status" in record), "alone: an error is no answer and has no status");
    expect("status", status === undefined || (Number.isInteger(status) && status >= 200 && status <= 599), "a whole number of 200 to 599");
    expect("delay", delay === undefined || (typeof delay === "number" && delay >= 0), "a number of milliseconds");
    expect("times", times === undefined || (Number.isInteger(times) && times > 0), "a positive whole number");
    if ("headers" in record) checkTexts(`${path}.headers`, record.headers);
  }
}

function checkTexts(option: string, texts: unknown): void {
  if (texts === undefined) return;
  const isRecord = typeof texts === "object" && texts !== null && !Array.isArray(texts);
  if (!isRecord || !Object.values(texts).every((text) => typeof text === "string"))
    throw new TypeError(`option \`${option}\` has to be an object of texts`);
}
