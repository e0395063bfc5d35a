/** Names that a card does not have, and the reason: for people, the page `docs/scope.md` and the tests. Nothing at run time asks it. */
export interface RefusedNames {
  readonly names: string;
  readonly why: string;
}

/** By owner, as it is written in a template. */
export type RefusedTable = Readonly<Record<string, readonly RefusedNames[]>>;

/** Reads a table: owner, then name, then the reason. */
export function listRefused(table: RefusedTable): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    Object.entries(table).map(([owner, rows]) => [
      owner,
      new Map(rows.flatMap(({ names, why }) => names.split(" ").map((name): [string, string] => [name, why]))),
    ]),
  );
}

const ofFunctions: RefusedNames = {
  names: "length name arguments caller prototype",
  why: "properties of the library's function object; of these a facade has a `name` and a `length` of its own",
};
const old: RefusedNames = { names: "lang", why: "the deprecated name of `locale`" };

/** What lodash and moment have and a card has not. */
export const refusedByLibraries: RefusedTable = {
  _: [
    ofFunctions,
    { names: "template templateSettings", why: "compiles text to code of the host" },
    { names: "mixin", why: "would write functions into the `_` that all cards share" },
    { names: "runInContext noConflict", why: "hand out the library itself, or write to the page's `_`" },
    { names: "toString", why: "a name that every object inherits: `_` answers to listed names alone" },
    { names: "VERSION", why: "which library the host has is not for the card to know" },
    { names: "_", why: "the library itself under another name" },
  ],
  moment: [
    ofFunctions,
    { names: "defineLocale updateLocale", why: "write locales that all cards and the page share" },
    { names: "locales", why: "which locales the page has loaded is not an input of the card" },
    { names: "lang langData", why: "the deprecated names of `locale` and `localeData`" },
    { names: "fn momentProperties", why: "the prototype of all moments of the page" },
    { names: "relativeTimeRounding relativeTimeThreshold", why: "set how all moments of the page are worded; `humanize` takes thresholds" },
    { names: "calendarFormat", why: "a hook of the page; `calendar` takes formats" },
    { names: "createFromInputFallback updateOffset", why: "hooks that the library calls for all moments of the page" },
    { names: "suppressDeprecationWarnings deprecationHandler", why: "how the page is warned is the page's affair" },
    { names: "defaultFormat defaultFormatUtc", why: "written to change what `format()` gives on the page; here it gives ISO 8601" },
    { names: "_getDefaultDateParts", why: "internal" },
    { names: "version", why: "which library the host has is not for the card to know" },
  ],
  "moment()": [
    { names: "constructor", why: "leads to the code of the host" },
    old,
    { names: "max min", why: "deprecated since 2.7, and the wrong way round; `moment.max` and `moment.min` compare" },
    { names: "zone", why: "deprecated since 2.9 for `utcOffset`, with the sign turned" },
    { names: "isDSTShifted", why: "deprecated since 2.14; it asks the host's own zone" },
    {
      names: "eraName eraNarrow eraAbbr eraYear",
      why: "not documented; the library reads eras in the host's zone. Formats have `N` and `y`",
    },
  ],
  "moment.duration()": [
    { names: "constructor", why: "leads to the code of the host" },
    { names: "_bubble", why: "internal" },
    old,
    { names: "toIsoString", why: "the deprecated name of `toISOString`" },
  ],
};
