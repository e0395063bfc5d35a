import { isBrowserHeader, judgeHeaderName, judgeHeaderValue, requestCaps } from "../../policy/requests.ts";
import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan, expectCallable, expectOpaque } from "../intrinsics/arguments.ts";
import { createIterator } from "../intrinsics/iterator.ts";
import { createClass, createMethods } from "./network-members.ts";

/** Headers by name, in lower case. */
interface HeadersState {
  readonly values: Map<string, string>;
  /** Those of an answer can't be changed. */
  readonly fixed: boolean;
}

/** Judges the name of a header; one that is none is a TypeError. */
export function expectHeaderName(realm: Realm, name: unknown): string {
  return judgeHeaderName(toText(realm, name)) ?? throwType(realm, "this is not the name of a header");
}

/** Adds a header to others. A line break in it, which would begin another header, is a TypeError. */
export function appendHeader(realm: Realm, values: Map<string, string>, name: unknown, value: unknown): void {
  const key = expectHeaderName(realm, name);
  const text = expectValue(realm, value);
  const earlier = values.get(key);
  const joined = earlier === undefined ? text : `${earlier}, ${text}`;
  if (joined.length > requestCaps.headerValue || values.size >= requestCaps.headers) throwType(realm, "too many headers, or too long ones");
  chargeScan(realm, joined.length);
  if (!isBrowserHeader(key)) values.set(key, joined);
}

function expectValue(realm: Realm, value: unknown): string {
  return judgeHeaderValue(toText(realm, value)) ?? throwType(realm, "this is not the value of a header");
}

/** Reads headers as `fetch` takes them: a record, pairs, or another `Headers`. */
export function toHeaders(realm: Realm, source: unknown): Map<string, string> {
  const values = new Map<string, string>();
  if (source === undefined || source === null) return values;
  if (isRecord(source)) {
    for (const key of Object.keys(source)) appendHeader(realm, values, key, source[key]);
    return values;
  }
  if (typeof source !== "object") throwType(realm, "headers have to be an object or pairs");
  walkItems(realm, source, (pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) throwType(realm, "each header has to be a pair");
    appendHeader(realm, values, get(realm, pair, 0), get(realm, pair, 1));
  });
  return values;
}

function expectHeaders(realm: Realm, self: unknown, method: string): HeadersState {
  const state = expectOpaque(realm, self, headersType, method);
  charge(realm, state.values.size);
  return state;
}

function expectOpen(realm: Realm, self: unknown, method: string): Map<string, string> {
  const { values, fixed } = expectHeaders(realm, self, method);
  return fixed ? throwType(realm, "the headers of an answer can't be changed") : values;
}

/** As the platform walks them: sorted by name, fresh pairs. */
function sortedPairs({ values }: HeadersState): string[][] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, value]);
}

const entries: Implementation = (realm, self) => createIterator(sortedPairs(expectHeaders(realm, self, "entries")).values());

const headersType: OpaqueType<HeadersState> = {
  name: "Headers",
  methods: createMethods("Headers", {
    append: (realm, self, [name, value]) => {
      appendHeader(realm, expectOpen(realm, self, "append"), name, value);
      return undefined;
    },
    delete: (realm, self, [name]) => {
      expectOpen(realm, self, "delete").delete(expectHeaderName(realm, name));
      return undefined;
    },
    entries,
    forEach: (realm, self, [callback, thisArg]) => {
      const pairs = sortedPairs(expectHeaders(realm, self, "forEach"));
      const fn = expectCallable(realm, callback);
      for (const [name, value] of pairs) call(realm, fn, thisArg, [value, name, self]);
      return undefined;
    },
    get: (realm, self, [name]) => expectHeaders(realm, self, "get").values.get(expectHeaderName(realm, name)) ?? null,
    has: (realm, self, [name]) => expectHeaders(realm, self, "has").values.has(expectHeaderName(realm, name)),
    keys: (realm, self) =>
      createIterator(
        sortedPairs(expectHeaders(realm, self, "keys"))
          .map(([name]) => name)
          .values(),
      ),
    set: (realm, self, [name, value]) => {
      const values = expectOpen(realm, self, "set");
      values.delete(expectHeaderName(realm, name));
      appendHeader(realm, values, name, value);
      return undefined;
    },
    values: (realm, self) =>
      createIterator(
        sortedPairs(expectHeaders(realm, self, "values"))
          .map(([, value]) => value)
          .values(),
      ),
  }),
  iterate: (_realm, state) => sortedPairs(state).values(),
};

/** Creates the headers of an answer. */
export function createAnswerHeaders(values: ReadonlyMap<string, string>): Opaque {
  return new Opaque<HeadersState>(headersType, { values: new Map(values), fixed: true }) as Opaque;
}

/** `Headers` (Fetch 5.1). */
export const headersFacade = createClass(
  headersType,
  (realm, [source]) => new Opaque(headersType, { values: toHeaders(realm, source), fixed: false }),
);
