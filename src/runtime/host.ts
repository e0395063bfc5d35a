/** A request of `KustomerRequest` (reference/kview.md, section 4), as plain data. */
export interface HostRequest {
  /** A path of the organisation's API, `/v1/…`. */
  readonly url: string;
  /** Upper case. */
  readonly method: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Aborted when the card goes, the request takes too long, or the template gives it up. */
  readonly signal: AbortSignal;
}

/** What a command is run with: what the template posted to `/v1/commands/<name>/run`. */
export interface CommandPayload {
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly args?: unknown;
  readonly urlArgs?: unknown;
}

/** What `fetch` and `XMLHttpRequest` ask of the host. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | FormData;
  readonly signal: AbortSignal;
}

/** What the host's `fetch` answers; the platform's `Response` is one. */
export interface FetchAnswer {
  readonly status: number;
  readonly statusText?: string;
  readonly url?: string;
  readonly headers?: Iterable<readonly [string, string]>;
  text(): Promise<string>;
  blob?(): Promise<Blob>;
}

/** Texts by key; `window.sessionStorage` is one. Keys are handed over with the card's name in front. */
export interface StorageArea {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

/** A change that the agent makes to an attribute of a record, in a row of the platform's. */
export interface AttributeChange {
  /** What the record is: `customer`, `conversation`, `kobject.<klass>`, … */
  readonly resource: string;
  readonly id: string;
  /** The attribute's name, as the row gives it. */
  readonly field: string;
  /** As records hold it, by the attribute's type; `null` where it was emptied. Users and teams: a list of what was there and `Found`s. */
  readonly value: unknown;
  /** What the row has shown so far. */
  readonly previous: unknown;
  /** Aborted when the card goes, or the answer takes too long. */
  readonly signal: AbortSignal;
}

/** What an agent looks for in a row of the platform's. Records are looked for in create forms alone. */
export interface SearchQuery {
  readonly kind: "user" | "team" | "tree" | "record";
  /** Of records: `customer`, `kobject.<klass>`, … */
  readonly klass?: string;
  /** What was typed so far; empty for what to begin with. */
  readonly text: string;
  /** The record and the attribute that it is for. */
  readonly resource: string;
  readonly field: string;
  /** Aborted when the card goes, or something else is looked for. */
  readonly signal: AbortSignal;
}

/** What a search finds. */
export interface Found {
  /** Of a tree: the whole path, its levels parted by dots (`returns.damaged`). */
  readonly id: string;
  /** Of a tree: the label of the last level. */
  readonly name: string;
}

/** An attribute of a record that an agent creates, as the rows of a create form have it now. */
export interface FormField {
  /** What the record will be: `customer`, `kobject.<klass>`, … */
  readonly resource: string;
  readonly field: string;
  /** As records hold it, by the attribute's type; `null` where nothing is entered, or nothing that could be read. */
  readonly value: unknown;
  readonly required: boolean;
  /** What is wrong with what was entered, in words for the agent; absent where nothing is. */
  readonly problem?: string;
}

/** The rows of a create form. */
export interface FormState {
  /** In the order of the card. Masked values are not among them: an agent can't enter one. */
  readonly fields: readonly FormField[];
  /** Nothing is wrong. */
  readonly isValid: boolean;
  /** Has the rows say what is wrong with them, puts the agent into the first such, and gives whether nothing is. */
  check(): boolean;
}

/** The clock that timers run by; the platform's when absent. */
export interface HostClock {
  /** Milliseconds; only differences are looked at. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

/**
 * What a card may do besides reading its data and showing itself, each off unless the host says so: read files that the agent picks,
 * drops or pastes (`files`); read what is selected on the page (`selection`); hear of `mouseup` and `selectionchange` anywhere
 * on the page (`page-events`).
 */
export type HostPermission = "files" | "selection" | "page-events";

/**
 * Services that the host hands to a card. An absent one is refused with an error that names it, and the card goes on. Arguments are
 * plain copies; nothing of the template reaches the host. What a service gives is copied in the same way.
 */
export interface Host {
  /** Answers `KustomerRequest`: a JSON:API document. Rejects with `{ status, body }`, or an error, for a failure. */
  readonly request?: (request: HostRequest) => unknown;
  /** Runs a command by its name (`<app>.app.<command>`); where it is absent, commands go to `request`. */
  readonly command?: (name: string, payload: CommandPayload, signal: AbortSignal) => unknown;
  /** Answers `fetch` and `XMLHttpRequest`; the host decides which addresses. */
  readonly fetch?: (url: string, init: FetchInit) => Promise<FetchAnswer>;
  /** What `localStorage` and `sessionStorage` write to; in memory, for the card's life, when absent. */
  readonly storage?: { readonly local?: StorageArea; readonly session?: StorageArea };
  /** Takes text that the card copies. */
  readonly clipboard?: (text: string) => unknown;
  /** Shows what `alert`, `confirm` and `prompt` say; gives the answer of the latter two. */
  readonly notify?: (kind: "alert" | "confirm" | "prompt", message: string, initial?: string) => unknown;
  /** Writes a change that the agent made in a row. Rejects where it was not taken: the row shows what it was before. */
  readonly updateAttribute?: (change: AttributeChange) => unknown;
  /** Finds users, teams, records and places in a tree for the agent to choose from: a list of `{ id, name }`. */
  readonly search?: (query: SearchQuery) => unknown;
  /** Hears of a create form: its rows once they are there, and whenever the agent has changed one */
  readonly formChange?: (form: FormState) => void;
  /** Opens an address that the policy lets pass (`window.open`). */
  readonly openLink?: (url: string) => unknown;
  /** Takes what `console` says. */
  readonly log?: (level: string, values: readonly unknown[]) => void;
  /** The address that `location` shows; `about:blank` when absent. */
  readonly location?: string;
  /** What timers run by; the platform's clock when absent. */
  readonly clock?: HostClock;
  /** What else the card may do: `files`, `selection`, `page-events`; none of it when absent. */
  readonly allow?: readonly HostPermission[];
}
