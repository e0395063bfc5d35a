import { chargeString } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan, expectOpaque } from "./arguments.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";
import { createSearchParams, type SearchParamsState } from "./url-search-params.ts";

interface UrlState {
  readonly url: URL;
  /** The value of `searchParams`, the same at each reading. */
  params: Opaque<SearchParamsState> | undefined;
}

// Encoding can make nine units of one; names of hosts grow less.
const growth = 9;

/** Parts that can be read and, but for `origin`, written. */
const parts: ReadonlySet<string> = new Set([
  "hash",
  "host",
  "hostname",
  "href",
  "origin",
  "password",
  "pathname",
  "port",
  "protocol",
  "search",
  "username",
]);

type Parts = Record<string, string>;

const toHref: Implementation = (realm, self) => readPart(realm, expectOpaque(realm, self, urlType, "toString"), "href");

function readPart(realm: Realm, state: UrlState, name: string): string {
  const text = (state.url as unknown as Parts)[name] as string;
  chargeScan(realm, text.length);
  return text;
}

/** Addresses: texts in, texts out. What an address may be used for is judged where it is written (`policy/urls`). */
export const urlType: OpaqueType<UrlState> = {
  name: "URL",
  methods: createMembers("URL.prototype", { toJSON: toHref, toString: toHref }),
  read: (realm, state, key) => {
    if (key === "searchParams") {
      state.params ??= createSearchParams(state.url.searchParams);
      return state.params;
    }
    return parts.has(key) ? readPart(realm, state, key) : undefined;
  },
  write: (realm, state, key, value) => {
    if (!parts.has(key)) return false;
    if (key === "origin") throwType(realm, "`origin` can't be set");
    const text = toText(realm, value);
    chargeString(realm, state.url.href.length + text.length * growth);
    try {
      (state.url as unknown as Parts)[key] = text;
    } catch {
      throwType(realm, "this is not a valid address");
    }
    return true;
  },
  primitive: (realm, state) => readPart(realm, state, "href"),
  json: (realm, state) => readPart(realm, state, "href"),
};

/** Parses an address; `undefined` where it is none. */
function parse(realm: Realm, [address, base]: readonly unknown[]): URL | undefined {
  const text = toText(realm, address);
  const from = base === undefined ? undefined : toText(realm, base);
  chargeString(realm, (text.length + (from?.length ?? 0)) * growth);
  try {
    return new URL(text, from);
  } catch {
    return undefined;
  }
}

/** Web IDL counts arguments: a missing address is not `undefined`. */
function expectAddress(realm: Realm, args: readonly unknown[]): void {
  if (args.length === 0) throwType(realm, "an address is needed");
}

function createUrl(url: URL): Opaque<UrlState> {
  return new Opaque<UrlState>(urlType, { url, params: undefined });
}

/** `URL`. `createObjectURL` does not exist. */
export const urlFacade = new Native({
  name: "URL",
  length: 1,
  run: (realm) => throwType(realm, "URL has to be called with `new`"),
  make: (realm, args) => {
    expectAddress(realm, args);
    return createUrl(parse(realm, args) ?? throwType(realm, "this is not a valid address"));
  },
  members: createTable("URL", {
    canParse: (realm, _self, args) => {
      expectAddress(realm, args);
      return parse(realm, args) !== undefined;
    },
    parse: (realm, _self, args) => {
      expectAddress(realm, args);
      const url = parse(realm, args);
      return url === undefined ? null : createUrl(url);
    },
    prototype: createPrototype("URL", urlType.methods),
  }),
});
