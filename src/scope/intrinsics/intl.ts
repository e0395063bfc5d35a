import type { IntlService } from "../../policy/intl-options.ts";
import { charge } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectOpaque } from "./arguments.ts";
import { getFormatter, readOptions, toLocales } from "./intl-cache.ts";
import { expectRange, partsCost, rangeCost, toInstant, toParts, toTexts, use } from "./intl-use.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

const compare: OpaqueMethod<Intl.Collator> = (realm, collator, [left, right]) => {
  const [a, b] = [toText(realm, left), toText(realm, right)];
  charge(realm, (a.length + b.length) >>> 3);
  return use(realm, () => collator.compare(a, b));
};

type OpaqueMethod<Formatter> = (realm: Realm, formatter: Formatter, args: readonly unknown[]) => unknown;

/** Methods of the formatters. Those named in `bound` are handed out bound, as in the language (`list.map(f.format)`). */
interface Service<Formatter> {
  readonly bound?: "format" | "compare";
  readonly methods: Readonly<Record<string, OpaqueMethod<Formatter>>>;
}

const collator: Service<Intl.Collator> = { bound: "compare", methods: { compare } };

const dateTimeFormat: Service<Intl.DateTimeFormat> = {
  bound: "format",
  methods: {
    format: (realm, format, [value]) => {
      const time = toInstant(realm, value);
      return use(realm, () => format.format(time));
    },
    formatRange: (realm, format, [from, to]) => {
      expectRange(realm, from, to);
      const [start, end] = [toInstant(realm, from), toInstant(realm, to)];
      return use(realm, () => format.formatRange(start, end), rangeCost);
    },
    formatRangeToParts: (realm, format, [from, to]) => {
      expectRange(realm, from, to);
      const [start, end] = [toInstant(realm, from), toInstant(realm, to)];
      return toParts(
        realm,
        use(realm, () => format.formatRangeToParts(start, end), rangeCost),
      );
    },
    formatToParts: (realm, format, [value]) => {
      const time = toInstant(realm, value);
      return toParts(
        realm,
        use(realm, () => format.formatToParts(time), partsCost),
      );
    },
  },
};

const displayNames: Service<Intl.DisplayNames> = {
  methods: {
    of: (realm, names, [code]) => {
      const text = toText(realm, code);
      return use(realm, () => names.of(text.slice(0, 100)));
    },
  },
};

const listFormat: Service<Intl.ListFormat> = {
  methods: {
    format: (realm, format, [list]) => {
      const texts = toTexts(realm, list);
      return use(realm, () => format.format(texts));
    },
    formatToParts: (realm, format, [list]) => {
      const texts = toTexts(realm, list);
      return toParts(
        realm,
        use(realm, () => format.formatToParts(texts), partsCost),
      );
    },
  },
};

type NumberRange = Intl.NumberFormat & {
  formatRange(from: number, to: number): string;
  formatRangeToParts(from: number, to: number): Iterable<object>;
};

const numberFormat: Service<Intl.NumberFormat> = {
  bound: "format",
  methods: {
    format: (realm, format, [value]) => {
      const number = toNumber(realm, value);
      return use(realm, () => format.format(number));
    },
    formatRange: (realm, format, [from, to]) => {
      expectRange(realm, from, to);
      const [start, end] = [toNumber(realm, from), toNumber(realm, to)];
      return use(realm, () => (format as NumberRange).formatRange(start, end), rangeCost);
    },
    formatRangeToParts: (realm, format, [from, to]) => {
      expectRange(realm, from, to);
      const [start, end] = [toNumber(realm, from), toNumber(realm, to)];
      return toParts(
        realm,
        use(realm, () => (format as NumberRange).formatRangeToParts(start, end), rangeCost),
      );
    },
    formatToParts: (realm, format, [value]) => {
      const number = toNumber(realm, value);
      return toParts(
        realm,
        use(realm, () => format.formatToParts(number), partsCost),
      );
    },
  },
};

const pluralRules: Service<Intl.PluralRules> = {
  methods: {
    select: (realm, rules, [value]) => {
      const number = toNumber(realm, value);
      return use(realm, () => rules.select(number));
    },
    selectRange: (realm, rules, [from, to]) => {
      expectRange(realm, from, to);
      const [start, end] = [toNumber(realm, from), toNumber(realm, to)];
      return use(
        realm,
        () => (rules as Intl.PluralRules & { selectRange(from: number, to: number): string }).selectRange(start, end),
        rangeCost,
      );
    },
  },
};

const relativeTimeFormat: Service<Intl.RelativeTimeFormat> = {
  methods: {
    format: (realm, format, [value, unit]) => {
      const [number, name] = [toNumber(realm, value), toText(realm, unit)];
      return use(realm, () => format.format(number, name as Intl.RelativeTimeFormatUnit));
    },
    formatToParts: (realm, format, [value, unit]) => {
      const [number, name] = [toNumber(realm, value), toText(realm, unit)];
      return toParts(
        realm,
        use(realm, () => format.formatToParts(number, name as Intl.RelativeTimeFormatUnit), partsCost),
      );
    },
  },
};

interface Supporting {
  supportedLocalesOf(locales: readonly string[]): string[];
}

/** Creates the facade of one formatter: its constructor, its values, their methods. */
function createService<Formatter extends object>(name: IntlService, service: Service<Formatter>): Native {
  const methods: Record<string, Implementation> = {
    resolvedOptions: (realm, self) => {
      const formatter = expectOpaque(realm, self, type, "resolvedOptions") as { resolvedOptions(): object };
      return toRecord(Object.entries(formatter.resolvedOptions()));
    },
  };
  for (const [method, run] of Object.entries(service.methods)) {
    methods[method] = (realm, self, args) => run(realm, expectOpaque(realm, self, type, method), args);
  }
  const owner = `Intl.${name}.prototype` as const;
  const { bound } = service;
  const type: OpaqueType<Formatter> = {
    name: `Intl.${name}`,
    methods: createMembers(owner, methods as never),
    ...(bound === undefined
      ? {}
      : {
          read: (_realm, formatter, key) =>
            key === bound
              ? new Native({
                  name: "",
                  length: 1,
                  run: (realm, _self, args) => (service.methods[bound] as OpaqueMethod<Formatter>)(realm, formatter, args),
                })
              : undefined,
        }),
  };
  const make = (realm: Realm, args: readonly unknown[]): Opaque<Formatter> => {
    const options = readOptions(realm, name, args[1]);
    return new Opaque(type, getFormatter(realm, name, args[0], options) as object as Formatter);
  };
  const callable = name === "Collator" || name === "DateTimeFormat" || name === "NumberFormat";
  return new Native({
    name: `Intl.${name}`,
    make,
    run: (realm, _self, args) => (callable ? make(realm, args) : throwType(realm, `Intl.${name} has to be called with \`new\``)),
    members: new Map<string, unknown>([
      ...createTable("Intl.service", {
        supportedLocalesOf: (realm, _self, [locales]) => (Intl[name] as Supporting).supportedLocalesOf(toLocales(realm, locales)),
      }),
      ["prototype", createPrototype(`Intl.${name}`, type.methods)],
    ]),
  });
}

/** `Intl` (ECMA-402 8). */
export const intlFacade = new Native({
  name: "Intl",
  members: createTable("Intl", {
    Collator: createService("Collator", collator),
    DateTimeFormat: createService("DateTimeFormat", dateTimeFormat),
    DisplayNames: createService("DisplayNames", displayNames),
    ListFormat: createService("ListFormat", listFormat),
    NumberFormat: createService("NumberFormat", numberFormat),
    PluralRules: createService("PluralRules", pluralRules),
    RelativeTimeFormat: createService("RelativeTimeFormat", relativeTimeFormat),
    getCanonicalLocales: (realm, _self, [locales]) => toLocales(realm, locales),
  }),
});
