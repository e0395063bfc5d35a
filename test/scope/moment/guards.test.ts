import real from "moment";
import "moment/locale/de.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { momentConstants, momentDurationMethods, momentFunctions, momentLocaleMethods, momentMethods } from "../../../src/policy/moment.ts";
import { call } from "../../../src/runtime/call.ts";
import { compare, toNumber, toText } from "../../../src/runtime/coerce.ts";
import { LimitError, TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native, type Opaque } from "../../../src/runtime/handles.ts";
import { isInstanceOf, ownKeys } from "../../../src/runtime/keys.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord, toRecord } from "../../../src/runtime/record.ts";
import { set } from "../../../src/runtime/set.ts";
import { createDate } from "../../../src/scope/intrinsics/date.ts";
import { lodash } from "../../../src/scope/lodash/lodash.ts";
import { moment } from "../../../src/scope/moment/moment.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { durationPrograms, staticPrograms } from "./programs/durations.ts";
import { localePrograms, madePrograms } from "./programs/made.ts";
import { arithmeticPrograms, comparePrograms, readPrograms, setPrograms } from "./programs/moments.ts";
import { parsePrograms } from "./programs/parse.ts";

const realm = createTestRealm();
const { enter } = createUniverse(realm);
const make = (...args: unknown[]) => makeIn(realm, ...args);
const makeIn = (inside: Realm, ...args: unknown[]) => call(inside, moment, undefined, args);
const send = (value: unknown, name: string, ...args: unknown[]) => call(realm, get(realm, value, name), value, args);
const at = (...args: unknown[]) => send(make(...args), "valueOf");

describe("what there is", () => {
  const tables = [
    ["moment", moment.members, [...momentFunctions.keys(), ...momentConstants]],
    ["a moment", (make() as Opaque).type.methods, [...momentMethods.keys()]],
    ["a locale", (send(moment, "localeData") as Opaque).type.methods, [...momentLocaleMethods.keys()]],
    ["a duration", (send(moment, "duration", 1) as Opaque).type.methods, [...momentDurationMethods.keys()]],
  ] as const;

  it.each(tables)("%s has what the policy lists, and nothing else", (_, members, listed) => {
    expect([...members.keys()].sort()).toEqual([...listed].sort());
  });

  it("is all compared with the library", () => {
    const programs = [
      ...parsePrograms,
      ...durationPrograms,
      ...staticPrograms,
      ...madePrograms,
      ...localePrograms,
      ...[readPrograms, arithmeticPrograms, setPrograms].flatMap((of) => of("m")),
      ...comparePrograms("m", ["x"]),
    ].join("\n");
    for (const [, , listed] of tables) for (const name of listed) expect(programs, name).toContain(`.${name}`);
  });

  const absent =
    "constructor prototype __proto__ fn momentProperties updateLocale defineLocale locales lang langData suppressDeprecationWarnings deprecationHandler updateOffset createFromInputFallback relativeTimeThreshold relativeTimeRounding calendarFormat defaultFormat version defaultFormat";
  it.each(absent.split(" "))("moment.%s is not there", (name) => {
    expect(get(realm, moment, name)).toBeUndefined();
  });

  const inside = "constructor __proto__ _d _i _f _locale _isUTC _offset _pf _isAMomentObject lang zone max min eraYear isDSTShifted";
  it.each(inside.split(" "))("moment().%s is not there", (name) => {
    expect(get(realm, make(), name)).toBeUndefined();
    expect(get(realm, send(moment, "duration", 1), name)).toBeUndefined();
  });

  it("shows no keys", () => {
    expect(ownKeys(make())).toEqual([]);
    expect(ownKeys(moment)).toEqual([]);
  });

  it("can't be written to", () => {
    for (const target of [moment, get(realm, moment, "HTML5_FMT"), get(realm, moment, "utc")]) {
      expect(() => set(realm, target, "now", 0)).toThrow(TemplateThrow as never);
    }
  });
});

describe("names that lead the library astray", () => {
  const names = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf"];

  it.each(names)("%s is a format like any other", (name) => {
    expect(typeof send(make(0), "format", name)).toBe("string");
    expect(typeof send(make(0), "calendar", null, toRecord([["sameElse", name]]))).toBe("string");
    expect(typeof at("2020", name)).toBe("number");
  });

  it.each(names)("%s is no unit", (name) => {
    const start = at(0);
    expect(send(send(make(0), "add", 5, name), "valueOf")).toBe(start);
    expect(send(send(make(0), "add", toRecord([[name, 5]])), "valueOf")).toBe(start);
    expect(send(send(make(0), "startOf", name), "valueOf")).toBe(start);
    expect(send(send(make(0), "set", name, 5), "valueOf")).toBe(start);
    expect(send(send(make(0), "set", toRecord([[name, 5]])), "valueOf")).toBe(start);
    expect(send(make(5), "diff", make(0), name)).toBe(5);
    expect(send(moment, "normalizeUnits", name)).toBeUndefined();
    const same = make(0);
    expect(send(same, "get", name)).toBe(same);
    expect(() => send(send(moment, "duration", 1), "get", name)).toThrow(TemplateThrow as never);
    expect(() => send(send(moment, "duration", 1), "as", name)).toThrow(TemplateThrow as never);
    expect(send(send(moment, "duration", 1), "humanize", toRecord([[name, 5]]))).toBe("a few seconds");
  });
});

describe("locales", () => {
  const locale = () => send(moment, "localeData");

  it.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])("%s names nothing of one", (name) => {
    expect(send(locale(), "longDateFormat", name)).toBeUndefined();
    expect(send(locale(), "calendar", name)).toBe("L");
    expect(() => send(locale(), "relativeTime", 5, false, name, true)).toThrow(TemplateThrow as never);
    expect(send(locale(), "monthsParse", name, name, true)).toBeUndefined();

    expect(send(send(moment, "localeData", name), "months", make("2020-05-06"))).toBe("May");
  });

  it("can't be written to, nor their lists", () => {
    const months = send(locale(), "months") as unknown[];
    months[0] = "changed";
    expect(send(locale(), "months", make("2020-01-06"))).toBe("January");
    for (const name of ["set", "_config", "_months", "constructor", "parentLocale"]) expect(get(realm, locale(), name)).toBeUndefined();
  });

  it("refuse long text and other values", () => {
    for (const name of ["isPM", "preparse", "postformat", "monthsParse", "weekdaysParse", "longDateFormat"]) {
      expect(() => send(locale(), name, "x".repeat(101)), name).toThrow(TemplateThrow as never);
    }
    expect(() => send(locale(), "week", 5)).toThrow(TemplateThrow as never);
  });
});

describe("what a moment was made of", () => {
  it("is told of long text too, without reading it", () => {
    for (const args of [["x".repeat(101)], ["2020", "Y".repeat(101)], ["2020", Array.from({ length: 11 }, () => "YYYY")]]) {
      expect(send(make(...args), "invalidAt")).toBeLessThan(0);
      expect(get(realm, send(make(...args), "creationData"), "input")).toBe(args[0]);
    }
  });

  it("is a new record each time", () => {
    const one = make("2020-13-01");
    const flags = send(one, "parsingFlags");
    set(realm, flags, "overflow", 7);
    expect(send(one, "invalidAt")).toBe(1);
    expect(send(send(moment, "invalid", toRecord([["__proto__", 5]])), "isValid")).toBe(false);
  });
});

describe("input", () => {
  const named = toRecord([
    ["toString", enter(() => "2020")],
    ["valueOf", enter(() => 5)],
  ]);
  const odd: readonly (readonly [string, readonly unknown[]])[] = [
    ["a function", [enter(() => 5)]],
    ["a facade", [lodash]],
    ["an instance of nothing known", [send(moment, "duration", 1)]],
    ["a list that holds an object", [[2020, named]]],
    ["a boolean", [true]],
    ["text that is too long", ["1".repeat(101)]],
    ["text that is quadratic to read", ["(".repeat(60_000)]],
    ["a format that is too long", ["2020", "Y".repeat(101)]],
    ["text too long for a format", ["1".repeat(101), "Y"]],
    ["more formats than ten", ["2020", Array.from({ length: 11 }, () => "YYYY")]],
    ["formats that are none", ["2020", [named, 5]]],
    ["an object as format", ["2020", named]],
    ["a function as format", ["2020", enter(() => "YYYY")]],
    ["an era", ["2020 AD", "y N"]],
  ];
  it.each(odd)("%s gives an invalid moment", (_, args) => {
    expect(at(...args)).toBeNaN();
  });

  it("a record without units is today", () => {
    expect(
      send(
        make(
          toRecord([
            ["constructor", 1],
            ["toString", 1],
            ["__proto__", toRecord([["year", 1]])],
          ]),
        ),
        "format",
      ),
    ).toBe("2026-10-02T00:00:00+00:00");
  });

  it.each([[named], [createRecord()], [[1]], [enter(() => 1)], ["x".repeat(101)]])(
    "setters refuse what is no number or short text (%#)",
    (value) => {
      expect(() => send(make(0), "hour", value)).toThrow(TemplateThrow as never);
    },
  );

  it("a format to write that is too long is refused", () => {
    expect(() => send(make(0), "format", "Y".repeat(101))).toThrow(TemplateThrow as never);
  });

  it("dates of the template are read", () => {
    expect(at(createDate(5))).toBe(5);
    expect(send(send(make(createDate(5)), "toDate"), "getTime")).toBe(5);
  });
});

describe("values", () => {
  it("share nothing", () => {
    const first = make(0);
    const second = make(first);
    send(second, "add", 1, "day");
    expect([toNumber(realm, first), toNumber(realm, second)]).toEqual([0, 86_400_000]);
  });

  it("compare and print as in the language", () => {
    expect(compare(realm, make(0), make(1), "<")).toBe(true);
    expect(toText(realm, make(0))).toBe("Thu Jan 01 1970 00:00:00 GMT+0000");
    expect(isInstanceOf(realm, make(0), moment)).toBe(true);
  });

  it("know eras by the calendar, not by the host's zone", () => {
    expect(send(make("2020-01-01"), "format", "y yo yyyy N NNNN NNNNN")).toBe("2020 2020th 2020 AD Anno Domini AD");
    expect(send(make("-000004-06-01"), "format", "y N NNNN")).toBe("5 BC Before Christ");
  });

  it("are cloned and compared by lodash", () => {
    const one = make(5);
    const copy = call(realm, lodash.members.get("cloneDeep"), undefined, [toRecord([["at", one]])]) as Record<string, unknown>;
    expect(copy.at).not.toBe(one);
    expect(call(realm, lodash.members.get("isEqual"), undefined, [copy.at, one])).toBe(true);
    expect(call(realm, lodash.members.get("isEqual"), undefined, [make(6), one])).toBe(false);
  });

  it("refuse other receivers", () => {
    const format = get(realm, make(0), "format");
    for (const self of [undefined, 5, createRecord(), send(moment, "duration", 1), moment]) {
      expect(() => call(realm, format, self, [])).toThrow(TemplateThrow as never);
    }
    expect(() => send(moment, "max", make(0), 5)).toThrow(TemplateThrow as never);
  });
});

describe("the library's own state", () => {
  const before = new Map<string, unknown>();
  beforeAll(() => {
    for (const key of Object.keys(real)) before.set(key, (real as unknown as Record<string, unknown>)[key]);
  });
  afterAll(() => {
    real.locale("en");
  });

  it("is not changed by a template", () => {
    for (const tag of ["xx-evil", "de", "../../package", "__proto__", "constructor"]) {
      expect(send(moment, "locale", tag)).toBe("en");
      send(make(0), "locale", tag);
      make("2020", "YYYY", tag);
      send(send(moment, "duration", 1), "locale", tag);
    }
    for (const [key, value] of before) expect((real as unknown as Record<string, unknown>)[key], key).toBe(value);
    expect(real.locales()).toEqual(["en", "de"]);
    // Loading the locale above made it the page's; it stays so.
    expect(real.locale()).toBe("de");
  });

  it("is not asked for its locale", () => {
    expect(send(make("2020-03-01"), "format", "dddd, D. MMMM")).toBe("Sunday, 1. March");
    expect(send(send(moment, "duration", 5, "days"), "humanize")).toBe("5 days");
    expect(send(moment, "weekdays")).toContain("Sunday");
    expect(at("March 5 2020", "MMMM D YYYY")).toBe(Date.UTC(2020, 2, 5));
  });

  it("gives the locale of the realm where it has it", () => {
    const german = createTestRealm({ locale: "de-AT" });
    const format = (value: unknown, ...args: unknown[]) => call(german, get(german, value, "format"), value, args);
    expect(format(makeIn(german, "2020-03-01"), "dddd, LL")).toBe("Sonntag, 1. März 2020");
    expect(format(makeIn(german, "5. März 2020", "D. MMMM YYYY"))).toBe("2020-03-05T00:00:00+00:00");
    expect(call(german, moment.members.get("locale"), undefined, [])).toBe("de");
    expect(call(german, moment.members.get("months"), undefined, [2])).toBe("März");
    expect(send(send(make("2020-03-01"), "locale", "de"), "format", "dddd")).toBe("Sonntag");
  });

  it("has no say in what is now", () => {
    const held = real.now;
    real.now = () => 0;
    try {
      expect(at()).toBe(realm.now());
      expect(send(make("10:30", "HH:mm"), "format")).toBe("2026-10-02T10:30:00+00:00");
      expect(send(make("Monday", "dddd"), "format")).toBe("2026-09-28T00:00:00+00:00");
      expect(send(make(realm.now() - 5_000), "fromNow")).toBe("a few seconds ago");
    } finally {
      real.now = held;
    }
  });
});

describe("limits", () => {
  const endless: readonly (readonly [string, (inside: Realm) => unknown])[] = [
    ["making moments", (inside) => makeIn(inside)],
    ["reading text", (inside) => makeIn(inside, "2020-01-05", "YYYY-MM-DD")],
    ["formats", (inside) => call(inside, get(inside, makeIn(inside, 0), "format"), makeIn(inside, 0), ["LLLL"])],
    [
      "many formats",
      (inside) =>
        makeIn(
          inside,
          "x",
          Array.from({ length: 10 }, () => "YYYY-MM-DD"),
        ),
    ],
    [
      "the maximum of many",
      (inside) => call(inside, moment.members.get("max"), undefined, [Array.from({ length: 10_000 }, () => makeIn(inside, 0))]),
    ],
  ];
  it.each(endless)("%s runs out of fuel", (_, step) => {
    const inside = createTestRealm({ limits: { fuel: 100_000 } });
    expect(() => {
      for (let turn = 0; turn < 100_001; turn++) step(inside);
    }).toThrow(LimitError);
  });

  it("hands nothing but functions and constants to templates", () => {
    for (const [name, member] of moment.members) expect(member instanceof Native, name).toBe(true);
  });
});
