import { shorten } from "../../runtime/get.ts";
import { type Implementation, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { chargeScan, expectOpaque } from "../intrinsics/arguments.ts";
import { createFunctions } from "./facade-functions.ts";
import { PerCard } from "./per-card.ts";

const parts = ["hash", "host", "hostname", "href", "origin", "pathname", "port", "protocol", "search"] as const;
const known: ReadonlySet<string> = new Set(parts);

const blank = "about:blank";

const refuse: Implementation = (realm) => throwError(realm, "Error", "a card can't navigate: show a link, or open one with `open(url)`");

const toHref: Implementation = (realm, self) => readPart(realm, expectOpaque(realm, self, locationType, "toString"), "href");

const locationType: OpaqueType<URL> = {
  name: "Location",
  methods: createFunctions({
    assign: refuse,
    reload: refuse,
    replace: refuse,
    toString: toHref,
  }),
  read: (realm, url, key) => (known.has(key) ? readPart(realm, url, key as (typeof parts)[number]) : undefined),
  write: (realm, _url, key) => throwType(realm, `a card can't navigate: \`location.${shorten(key)}\` can't be set`),
  primitive: (realm, url) => readPart(realm, url, "href"),
  json: (realm, url) => readPart(realm, url, "href"),
};

function readPart(realm: Realm, url: URL, part: (typeof parts)[number]): string {
  const text = url[part];
  chargeScan(realm, text.length);
  return text;
}

function toAddress(given: unknown): URL {
  return typeof given === "string" && URL.canParse(given) ? new URL(given) : new URL(blank);
}

/** `location`: the address that the host gives, to be read. */
export const locationName = new PerCard(({ host }) => new Opaque(locationType, toAddress(host.location)));
