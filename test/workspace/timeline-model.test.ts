import { describe, expect, it } from "vitest";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews } from "../../src/index.ts";
import { neutralIcon } from "../../src/policy/neutral-icon.ts";
import { Formatter } from "../../src/workspace/formatter.ts";
import { toWorkspaceSettings, type WorkspaceOptions } from "../../src/workspace/options.ts";
import { writePiece } from "../../src/workspace/piece.ts";
import { toCardPrefix, toItemBag, toItemPrefix } from "../../src/workspace/timeline/cards.ts";
import { Days } from "../../src/workspace/timeline/days.ts";
import { toHead, toKlassLabel, toSearchText } from "../../src/workspace/timeline/head.ts";
import { toEntry } from "../../src/workspace/timeline/item.ts";
import { orderEntries } from "../../src/workspace/timeline/order.ts";
import { toPlainBody } from "../../src/workspace/timeline/plain-body.ts";

const noViews = createViews([]);
const now = "2026-10-14T09:30:00Z";

function setUp(options: Partial<WorkspaceOptions> = {}) {
  const settings = toWorkspaceSettings({ views: noViews, icons, now, ...options });
  return { settings, formatter: new Formatter(settings) };
}

function entryOf(resource: string, records: object, more: object = {}) {
  return toEntry({ id: "a", resource, at: "2026-10-14T01:30:00Z", records, ...more }, "items[0]");
}

function headOf(resource: string, records: object, more: object = {}, options: Partial<WorkspaceOptions> = {}) {
  const { settings, formatter } = setUp(options);
  return toHead(entryOf(resource, records, more), settings, formatter);
}

describe("items", () => {
  const fine = { id: "a", resource: "message", at: 0, records: {} };

  it.each<[string, unknown, string]>([
    ["no record", 5, "items[3]: expected an item, found a number"],
    ["an array", [], "items[3]: expected an item, found an array"],
    ["no id", { ...fine, id: undefined }, "items[3].id: expected a text that names the item, found nothing"],
    ["an empty id", { ...fine, id: "" }, "items[3].id: expected a text that names the item, found nothing"],
    ["a number as id", { ...fine, id: 7 }, "items[3].id: expected a text that names the item, found a number"],
    [
      "another resource",
      { ...fine, resource: "order" },
      "items[3].resource: expected customer, conversation, company, message, user or kobject.<klass>, found a string",
    ],
    [
      "a text that is no date",
      { ...fine, at: "yesterday" },
      "items[3].at: expected a Date, milliseconds or ISO 8601 text, of the years 1 to 9999, found a string",
    ],
    [
      "an invalid date",
      { ...fine, at: new Date(Number.NaN) },
      "items[3].at: expected a Date, milliseconds or ISO 8601 text, of the years 1 to 9999, found a record",
    ],
    [
      "the 30th of February",
      { ...fine, at: "2026-02-30T00:00:00Z" },
      "items[3].at: expected a Date, milliseconds or ISO 8601 text, of the years 1 to 9999, found a string",
    ],
    [
      "microseconds",
      { ...fine, at: 1.8e18 },
      "items[3].at: expected a Date, milliseconds or ISO 8601 text, of the years 1 to 9999, found a number",
    ],
    ["a number as title", { ...fine, title: 5 }, "items[3].title: expected a string, found a number"],
    ["a text as expanded", { ...fine, expanded: "yes" }, "items[3].expanded: expected a boolean, found a string"],
    ["no records", { ...fine, records: null }, "items[3].records: expected a record of records, found null"],
    ["a key nearly right", { ...fine, expand: true }, "items[3].expand: no key of an item; did you mean `expanded`?"],
    ["data of its own", { ...fine, kobject: {} }, "items[3].kobject: no key of an item; data belongs into `records`"],
  ])("are refused with %s", (_, item, message) => {
    expect(() => toEntry(item, "items[3]")).toThrow(new TypeError(message));
  });

  it.each<[unknown, string]>([
    [new Date("2026-10-02T15:04:05Z"), "2026-10-02T15:04:05.000Z"],
    [1_790_953_445_000, "2026-10-02T15:04:05.000Z"],
    ["2026-10-02T17:04:05+02:00", "2026-10-02T15:04:05.000Z"],
    ["2026-10-02T15:04:05", "2026-10-02T15:04:05.000Z"],
    ["2026-10-02", "2026-10-02T00:00:00.000Z"],
  ])("take %s as an instant", (at, iso) => {
    expect(new Date(toEntry({ ...fine, at }, "x").at).toISOString()).toBe(iso);
  });

  it("are ordered newest first, those of one instant as they were given", () => {
    const entries = [3, 9, 3, 5, 9].map((at, index) => ({ at, index }));
    const ordered = orderEntries(entries);
    expect(ordered.map(({ index }) => index)).toEqual([1, 4, 3, 0, 2]);
    expect(entries.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("days", () => {
  const daysOf = (timeZone: string, options: Partial<WorkspaceOptions> = {}) => {
    const { settings, formatter } = setUp({ timeZone, ...options });
    return new Days(formatter, settings.words);
  };

  // The same instants fall on other days in other zones, also where the clock is moved in between.
  it.each<[zone: string, first: string, second: string, days: string]>([
    ["UTC", "2026-10-13T23:59:59Z", "2026-10-14T00:00:00Z", "Yesterday, Today"],
    ["America/New_York", "2026-10-14T03:59:59Z", "2026-10-14T04:00:00Z", "Yesterday, Today"],
    ["Asia/Kolkata", "2026-10-13T18:29:59Z", "2026-10-13T18:30:00Z", "Yesterday, Today"],
    ["Pacific/Kiritimati", "2026-10-14T09:59:59Z", "2026-10-14T10:00:00Z", "Today, Tomorrow"],
    // Begins: the 8th of March has 23 hours in New York; ends: the 1st of November has 25.
    ["America/New_York", "2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "Saturday, March 7, Sunday, March 8"],
    ["America/New_York", "2026-03-09T03:59:59Z", "2026-03-09T04:00:00Z", "Sunday, March 8, Monday, March 9"],
    ["America/New_York", "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z", "Saturday, October 31, Sunday, November 1"],
    ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z", "Sunday, November 1, Monday, November 2"],
    ["Europe/Stockholm", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "Sunday, October 25, Sunday, October 25"],
    // At midnight of this day the clocks of Cairo go to one.
    ["Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23T22:00:00Z", "Thursday, April 23, Friday, April 24"],
    ["Asia/Kolkata", "2025-12-31T18:29:59Z", "2025-12-31T18:30:00Z", "Wednesday, December 31, 2025, Thursday, January 1"],
  ])("part %s between %s and %s", (zone, first, second, names) => {
    const days = daysOf(zone);
    expect([first, second].map((at) => days.nameOf(days.dayOf(Date.parse(at)))).join(", ")).toBe(names);
  });

  it("are numbered without gaps where clocks are moved", () => {
    const days = daysOf("America/New_York");
    const noon = Date.parse("2026-03-07T17:00:00Z");
    const numbers = Array.from({ length: 300 }, (_, n) => days.dayOf(noon + n * 86_400_000));
    expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] as number) + n));
  });

  it.each<[string, string]>([
    ["en-US", "Today|Yesterday|Monday, October 12|Tuesday, December 31, 2024"],
    ["de-DE", "Heute|Gestern|Montag, 12. Oktober|Dienstag, 31. Dezember 2024"],
    ["sv-SE", "I dag|I går|Måndag 12 oktober|Tisdag 31 december 2024"],
    ["fr-FR", "Aujourd’hui|Hier|Lundi 12 octobre|Mardi 31 décembre 2024"],
    ["ja-JP", "今日|昨日|10月12日月曜日|2024年12月31日火曜日"],
  ])("are named in %s", (locale, names) => {
    const days = daysOf("UTC", { locale });
    const instants = [now, "2026-10-13T00:00:00Z", "2026-10-12T00:00:00Z", "2024-12-31T00:00:00Z"];
    expect(instants.map((at) => days.nameOf(days.dayOf(Date.parse(at)))).join("|")).toBe(names);
  });

  it("are named by the host's words", () => {
    const days = daysOf("UTC", { words: { today: "This day", yesterday: "The day before" } });
    const today = days.dayOf(Date.parse(now));
    expect([0, 1, -1].map((past) => days.nameOf(today - past))).toEqual(["This day", "The day before", "Tomorrow"]);
  });

  it("follow a clock that goes on", () => {
    let time = Date.parse("2026-10-14T23:59:59Z");
    const clock = { now: () => time, setTimer: () => () => {} };
    const { settings, formatter } = setUp({ host: { clock } as never, now: undefined } as never);
    const days = new Days(formatter, settings.words);
    const day = days.dayOf(time);
    expect(days.nameOf(day)).toBe("Today");
    time += 1_000;
    expect(days.nameOf(day)).toBe("Yesterday");
  });
});

describe("heads", () => {
  const masked = { isMasked: true, maskedPresentation: "****" };

  it.each<[string, string, object, object, string, string]>([
    ["a title of the item", "message", { message: { preview: "Hi" } }, { title: " My\n title " }, "My title", "Hi"],
    ["an empty title of the item", "message", { message: { preview: "Hi" } }, { title: " " }, "Hi", ""],
    ["an empty summary of the item", "message", { message: { preview: "Hi", channel: "sms" } }, { summary: "" }, "Hi", ""],
    ["the record's title", "kobject.a", { kobject: { title: "T", name: "N", description: "D" } }, {}, "T", "D"],
    ["its name", "customer", { customer: { name: "Ada", emails: [{ email: "a@b.c" }] } }, {}, "Ada", "a@b.c"],
    ["its display name", "customer", { customer: { displayName: "Ada L." } }, {}, "Ada L.", ""],
    ["a number", "kobject.a", { kobject: { title: 1007 } }, {}, "1007", ""],
    ["its preview", "message", { message: { preview: "Hi", direction: "in", channel: "social_media" } }, {}, "Hi", "In · Social Media"],
    ["its klass", "kobject.acme_big-order", { kobject: {} }, {}, "Acme Big Order", ""],
    ["its klass, of no record", "conversation", {}, {}, "Conversation", ""],
    [
      "a JSON:API resource",
      "conversation",
      { conversation: { type: "conversation", attributes: { name: "N", status: "snoozed" } } },
      {},
      "N",
      "Snoozed",
    ],
    ["another record's title never", "message", { kobject: { title: "T" }, customer: { name: "Ada" } }, {}, "Message", ""],
    [
      "a custom attribute",
      "kobject.a",
      { kobject: { title: "T", custom: { totalNum: 5, payIdStr: masked, stateStr: "sent" } } },
      {},
      "T",
      "sent",
    ],
    [
      "what the title does not say",
      "kobject.a",
      { kobject: { title: "Order 7", custom: { numberStr: "7", treeTree: "a.out_of_stock" } } },
      {},
      "Order 7",
      "Out Of Stock",
    ],
    ["a masked title", "kobject.a", { kobject: { title: masked } }, {}, "****", ""],
    ["a masked name", "customer", { customer: { name: masked, displayName: "Ada" } }, {}, "****", ""],
    ["a mask without a presentation", "customer", { customer: { name: { isMasked: true, name: "Ada" } } }, {}, "********", ""],
    ["a masked record", "customer", { customer: { ...masked, name: "Ada", emails: ["a@b.c"] } }, {}, "****", ""],
    ["masked attributes", "customer", { customer: { name: "Ada", custom: masked, emails: masked } }, {}, "Ada", ""],
    ["records that can't be read", "customer", { customer: { name: "Ada", run: () => {} } }, {}, "Customer", ""],
  ])("say %s", (_, resource, records, more, title, summary) => {
    const head = headOf(resource, records, more);
    expect([head.title, head.summary]).toEqual([title, summary]);
  });

  it("cut long texts, not through a character, and take control characters out", () => {
    const { title } = headOf("kobject.a", { kobject: { title: `${"x".repeat(158)}😀😀😀` } });
    expect(title).toBe(`${"x".repeat(158)}…`);
    expect(headOf("kobject.a", { kobject: { title: "a\0b\u007fc\u0085d\te" } }).title).toBe("a b c d e");
    expect(headOf("kobject.a", { kobject: { title: "y".repeat(5_000_000) } }).title).toHaveLength(160);
  });

  it("tell the time in the viewer's locale and zone", () => {
    const head = headOf("message", {}, {}, { locale: "de-DE", timeZone: "America/New_York" });
    expect(head).toMatchObject({ time: "21:30", instant: "13.10.2026 21:30", iso: "2026-10-14T01:30:00.000Z" });
    expect(headOf("message", {})).toMatchObject({ time: "1:30 AM", instant: "Oct 14, 2026 1:30 AM" });
  });

  it("take the icon of the item, the view, the klass, the record, and tell of an unknown one once", () => {
    const told: string[] = [];
    const views = createViews([
      { name: "kustomer.app.acme.a", resource: "kobject.acme-a", context: "expanded-timeline", template: "<p/>", meta: { icon: "cart" } },
    ]);
    const klasses = createKlasses([{ name: "acme-a", icon: "star" }, { name: "acme-b", icon: "star" }, { name: "acme-c" }]);
    const { settings, formatter } = setUp({ views, klasses, onDiagnostic: ({ message }, { item }) => told.push(`${item}: ${message}`) });
    const iconOf = (resource: string, more: object = {}, kobject: object = {}) =>
      toHead(entryOf(resource, { kobject }, more), settings, formatter).icon;
    expect(iconOf("kobject.acme-a", { icon: "basket" })).toBe(icons.get("basket"));
    expect(iconOf("kobject.acme-a")).toBe(icons.get("cart"));
    expect(iconOf("kobject.acme-b", {}, { icon: "gift" })).toBe(icons.get("star"));
    expect(iconOf("kobject.acme-c", {}, { icon: "gift" })).toBe(icons.get("gift"));
    expect(iconOf("kobject.acme-c", {}, { icon: "no-such" })).toBe(icons.get("cube-outline"));
    expect(iconOf("message")).toBe(icons.get("message-text"));
    expect(told).toEqual([]);
    expect(iconOf("message", { icon: "no-such" })).toBe(neutralIcon);
    expect(iconOf("message", { icon: "no-such", id: "b" })).toBe(neutralIcon);
    expect(told).toEqual(["a: there is no icon `no-such`"]);
    expect(headOf("message", {}, {}, { icons: undefined } as never).icon).toBe(neutralIcon);
  });

  it("name klasses without their app, and standard ones by the host's words", () => {
    const views = createViews([
      { name: "kustomer.app.acme.x", resource: "kobject.acme-gift-card", context: "expanded-timeline", template: "<p/>" },
    ]);
    const { settings } = setUp({ views, words: { message: "Nachricht" } });
    const labels = ["kobject.acme-gift-card", "kobject.other-order", "message", "user"].map((resource) => toKlassLabel(resource, settings));
    expect(labels).toEqual(["Gift Card", "Other Order", "Nachricht", "User"]);
  });

  it("are searched in the viewer's lower case", () => {
    const head = headOf("message", { message: { preview: "DIŞ İŞLER" } });
    expect(toSearchText(head, "tr-TR")).toBe("dış işler\n\nmessage");
  });

  it("do not tell of values that the body tells of", () => {
    const told: string[] = [];
    const head = headOf("conversation", { conversation: { status: ["open"] } }, {}, { onDiagnostic: ({ code }) => told.push(code) });
    expect([head.summary, told]).toEqual(["open", []]);
  });

  it("survive attributes too large to format", () => {
    const emails = Array.from({ length: 3_000 }, () => "a");
    expect(headOf("customer", { customer: { emails } }, {}, { limits: { fuel: 1_500 } }).summary).toBe("…");
  });
});

describe("plain bodies", () => {
  const bodyOf = (resource: string, records: object, options: Partial<WorkspaceOptions> = {}) => {
    const { settings, formatter } = setUp(options);
    return writePiece(toPlainBody(entryOf(resource, records), settings, formatter))
      .replace(/<\/?(div|p|a)[^>]*>/g, "|")
      .replace(/\|+/g, "|");
  };

  it("show custom attributes in the order of the klass, by its names and formats", () => {
    const klasses = createKlasses([
      {
        name: "a",
        metadata: {
          properties: { totalNum: { displayName: "Total" }, paidAt: {} },
          relationships: { buyer: { klass: "customer", type: "one-to-one" } },
        },
      },
    ]);
    const custom = {
      extraStr: "x",
      paidAt: "2026-10-02T15:04:05Z",
      totalNum: 5,
      flagBool: true,
      gone: null,
      empty: "",
      buyer: { name: "Ada" },
    };
    expect(bodyOf("kobject.a", { kobject: { title: "T", tags: ["b", "c"], custom } }, { klasses, timeZone: "Asia/Kolkata" })).toBe(
      "|Tags|b, c|Total|5|Paid|Oct 2, 2026 8:34 PM|Buyer|Ada|Extra|x|Flag|Yes|",
    );
  });

  it("report a value of another type with the item's id", () => {
    const told: string[] = [];
    const body = bodyOf(
      "kobject.a",
      { kobject: { custom: { totalNum: "many" } } },
      { onDiagnostic: ({ code }, { item }) => told.push(`${code} ${item}`) },
    );
    expect([body, told]).toEqual(["|Total|many|", ["context/value a"]]);
  });

  it("show masks as they are presented, and nothing beside them", () => {
    const masked = { isMasked: true, maskedPresentation: "****", secret: "Ada" };
    expect(bodyOf("kobject.a", { kobject: { description: masked, custom: { nameStr: masked, listObj: [masked], shopUrl: masked } } })).toBe(
      "|****|Name|****|List|[&quot;****&quot;]|Shop|****|",
    );
    expect(bodyOf("kobject.a", { kobject: { custom: masked } })).toBe("|No details|");
    expect(bodyOf("customer", { customer: { ...masked, name: "Ada" } })).toBe("|No details|");
  });

  it("link web addresses that the policy lets pass, and no others", () => {
    const custom = {
      goodUrl: "https://a.example/x?y=1&z",
      badUrl: "javascript:alert(1)",
      userUrl: "https://u:p@a.example/",
      otherUrl: "https://b.example/",
    };
    const { settings, formatter } = setUp({ policy: { links: ({ host }) => host !== "b.example" } });
    const html = writePiece(toPlainBody(entryOf("kobject.a", { kobject: { custom } }), settings, formatter));
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(["https://a.example/x?y=1&amp;z"]);
    expect(html).toContain("javascript:alert(1)</div>");
  });

  it("are bounded, whatever a record holds", () => {
    const custom = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`a${n}Str`, "x".repeat(50_000)]));
    const html = bodyOf("kobject.a", { kobject: { custom } });
    expect(html.split("…").length - 1).toBe(60);
    expect(html.length).toBeLessThan(700_000);
  });
});

describe("bags and prefixes", () => {
  it("refuse what is the timeline's to say, and accessors, without ending anything", () => {
    const { settings } = setUp();
    const failed = (records: object) => {
      const made = toItemBag(entryOf("message", records), settings);
      return "fault" in made ? made.fault.told.message : "none";
    };
    expect(failed({ message: {} })).toBe("none");
    expect(failed({ klasses: {} })).toBe("the records of `a` can't be shown: klasses: expected nothing, it is the timeline's to say");
    const hostile = Object.defineProperty({}, "message", {
      enumerable: true,
      get: () => {
        throw "no error";
      },
    });
    expect(failed(hostile)).toBe("the records of `a` can't be shown: they threw something when they were read");
  });

  it("never begin one another", () => {
    const { settings } = setUp({ idPrefix: "page" });
    const prefixes = [1, 11, 2].flatMap((item) => [0, 1, 10].map((card) => `${toCardPrefix(settings, item, card)}-`));
    for (const one of prefixes) expect(prefixes.filter((other) => other.startsWith(one))).toEqual([one]);
    expect(prefixes.some((one) => `${toItemPrefix(settings, 1)}-title`.startsWith(one))).toBe(false);
  });
});

describe("options", () => {
  const views = noViews;

  it.each<[string, object, string]>([
    ["an unknown one", { views, view: 1 }, "unknown option `view`; did you mean `views`?"],
    ["no views", {}, "option `views` has to be what `createViews` gave"],
    ["another theme", { views, theme: "blue" }, "option `theme` is `light`, `dark` or `device`"],
    ["icons of another form", { views, icons: {} }, "option `icons` has to be a map of path data by name: `icons` of `kview/icons`"],
    ["an unknown word", { views, words: { todday: "x" } }, "unknown key of `words` `todday`; did you mean `today`?"],
    ["a word that is no text", { views, words: { today: 5 } }, "key `today` of option `words` has to be text"],
    ["a listener that is none", { views, onDiagnostic: 1 }, "option `onDiagnostic` has to be a function"],
    ["an option of cards", { views, timeZone: "Mars/Phobos" }, "option `timeZone` is not known here: `Mars/Phobos`"],
    ["a limit that there isn't", { views, limits: { fule: 1 } }, "unknown limit `fule`; did you mean `fuel`?"],
    ["klasses of another form", { views, klasses: [{ name: 5 }] }, "klasses[0].name: expected a klass name, found a number"],
    [
      "too long a prefix",
      { views, idPrefix: "x".repeat(41) },
      "option `idPrefix` has to hold at most 40 characters: those of the items come behind it",
    ],
  ])("are refused: %s", (_, options, message) => {
    expect(() => toWorkspaceSettings(options as WorkspaceOptions)).toThrow(new TypeError(message));
  });
});
