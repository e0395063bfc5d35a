// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { eventNames } from "../../src/scope/browser/events.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p" style="color: red"></p>`;
const measures =
  "devicePixelRatio innerHeight innerWidth outerHeight outerWidth pageXOffset pageYOffset screenX screenY scrollX scrollY".split(" ");
const windowless = ({ root }: RowPage): void => document.implementation.createHTMLDocument().createElement("div").append(root);
/** Has the window tell a number of the test's. */
function withNumber(name: string, value: unknown, read: () => unknown): unknown {
  const before = Object.getOwnPropertyDescriptor(window, name);
  Object.defineProperty(window, name, { value, configurable: true });
  try {
    return read();
  } finally {
    if (before === undefined) Reflect.deleteProperty(window, name);
    else Object.defineProperty(window, name, before);
  }
}
const refuse = (): never => {
  throw new Error("secret of the page");
};

describe("the names that a page adds", () => {
  tryRows({ html }, [
    [
      "are these",
      ({ page }) =>
        [
          ...measures,
          "document",
          "screen",
          "addEventListener",
          "dispatchEvent",
          "getComputedStyle",
          "getSelection",
          "matchMedia",
          "removeEventListener",
          "scroll",
          "scrollBy",
          "scrollTo",
          "HTMLElement",
          "Node",
        ].filter((name) => !page.names.has(name)),
      [],
    ],
    [
      "measures, read anew",
      ({ get, realm }) =>
        measures.map((name, i) => {
          return withNumber(name, i + 0.5, () => get(realm.window, name));
        }),
      measures.map((_name, i) => i + 0.5),
    ],
    [
      "measures that are no numbers",
      ({ get, realm }) =>
        [null, undefined, "7", {}].map((value) => {
          return withNumber("scrollX", value, () => get(realm.window, "scrollX"));
        }),
      [0, 0, 7, Number.NaN],
    ],
    [
      "measures without a window",
      (page) => {
        windowless(page);
        return [...measures.map((name) => page.get(page.realm.window, name)), page.get(page.realm.window, "screen")];
      },
      [...measures.map(() => 0), { availHeight: 0, availWidth: 0, height: 0, width: 0 }],
    ],
    [
      "the screen",
      ({ get, realm }) => {
        vi.stubGlobal("screen", { availHeight: 1, availWidth: 2, height: "3", secret: 4 });
        const found = get(realm.window, "screen");
        vi.stubGlobal("screen", undefined);
        const none = get(realm.window, "screen");
        vi.unstubAllGlobals();
        return [found, none];
      },
      [
        { availHeight: 1, availWidth: 2, height: 3, width: 0 },
        { availHeight: 0, availWidth: 0, height: 0, width: 0 },
      ],
    ],
    ["the document", ({ get, realm, document: doc }) => get(realm.window, "document") === doc, true],
    ["computed styles", ({ call, realm, $, get }) => get(call(realm.window, "getComputedStyle", $("p")), "color"), "red"],
  ]);
});

describe("the functions that a page adds", () => {
  const scrolls: readonly (readonly [name: string, on: "scrollTo" | "scrollBy", args: readonly unknown[], given: unknown])[] = [
    ["scroll", "scrollTo", [1, 2], { left: 1, top: 2 }],
    ["scrollTo", "scrollTo", [1], { left: 1 }],
    ["scrollBy", "scrollBy", [1, 2], { left: 1, top: 2 }],
    [
      "scrollBy",
      "scrollBy",
      [
        toRecord([
          ["top", 3],
          ["behavior", "smooth"],
        ]),
      ],
      { top: 3, behavior: "smooth" },
    ],
  ];
  tryRows({ html }, [
    ...scrolls.map(
      ([name, on, args, given]): Row => [
        `${name} ${args.length}`,
        ({ call, realm, root, cost }) => {
          const seen: unknown[] = [];
          Object.assign(root, { scrollTo: undefined, scrollBy: undefined, [on]: (options: unknown) => seen.push(options) });
          return [call(realm.window, name, ...args), [...seen], cost(() => call(realm.window, name, ...args))];
        },
        [undefined, [given], 9],
      ],
    ),
    ...(["scroll", "scrollTo", "scrollBy"] as const).map(
      (name): Row => [
        `${name} where nothing scrolls`,
        ({ call, realm, root }) => {
          Object.assign(root, { scrollTo: undefined, scrollBy: undefined });
          return call(realm.window, name, 1, 2);
        },
        undefined,
      ],
    ),
    ...(
      [
        ["scroll", "scrollTo"],
        ["scrollTo", "scrollTo"],
        ["scrollBy", "scrollBy"],
      ] as const
    ).map(
      ([name, on]): Row => [
        `${name} that the page refuses`,
        ({ call, realm, root }) => {
          Object.assign(root, { [on]: refuse });
          return call(realm.window, name, 1, 2);
        },
        `Error: the page refused \`${on}\``,
      ],
    ),
    [
      "dispatchEvent",
      (page) => {
        const { call, realm, fn, get, document: doc } = page;
        const event = construct(realm, eventNames.get("Event"), ["saved", toRecord([["cancelable", true]])]);
        const heard: unknown[] = [];
        call(
          realm.window,
          "addEventListener",
          "saved",
          fn((one, self) => heard.push(self === realm.window, call(one, "preventDefault"))),
        );
        call(
          doc,
          "addEventListener",
          "saved",
          fn((_one, self) => heard.push(self)),
        );
        return [call(realm.window, "dispatchEvent", event), heard, get(event, "target") === realm.window];
      },
      [false, [true, undefined, "[Document]"], true],
    ],
    [
      "dispatchEvent of what is none",
      ({ call, realm }) => call(realm.window, "dispatchEvent", "click"),
      "TypeError: an event has to be made by `new Event` or `new CustomEvent`",
    ],
    [
      "removeEventListener",
      ({ call, realm, fn, page }) => {
        const listener = fn(() => 1);
        call(realm.window, "addEventListener", "click", listener, true);
        const gives = [call(realm.window, "removeEventListener", "click", listener), page.listeners.size];
        return [...gives, call(realm.window, "removeEventListener", "click", listener, true), page.listeners.size];
      },
      [undefined, 1, undefined, 0],
    ],
    [
      "listeners have names that are no longer than others",
      ({ call, realm, outcome }) =>
        ["addEventListener", "removeEventListener"].map((name) => outcome(() => call(realm.window, name, "x".repeat(201), null))),
      ["TypeError: the name of an event is too long", "TypeError: the name of an event is too long"],
    ],
  ]);
});

describe("where elements are shown", () => {
  const rect = { bottom: 1, height: 2, left: 3, right: 4, top: 5, width: 6, x: 7, y: 8 };
  tryRows({ html }, [
    [
      "numbers alone are copied",
      ({ call, $, el }) => {
        el("p").getBoundingClientRect = () => ({ ...rect, x: "7", secret: document, toJSON: () => "" }) as unknown as DOMRect;
        return call($("p"), "getBoundingClientRect");
      },
      rect,
    ],
  ]);
});

describe("methods of facades", () => {
  tryRows({ html }, [
    [
      "are no other card's",
      ({ call, $, make, page, outcome, root }) => {
        const other = make("b");
        // As if a facade had got across.
        Object.assign(page, { isOf: () => false });
        root.append("x");
        return [outcome(() => call($("p"), "remove")), outcome(() => call(other, "getAttribute", "id"))];
      },
      [
        "TypeError: `remove` needs a value that is a Element of this card",
        "TypeError: `getAttribute` needs a value that is a Element of this card",
      ],
    ],
    ["have names", ({ get, $ }) => [get($("p"), "remove", "name"), get($("p"), "getAttribute", "name")], ["remove", "getAttribute"]],
    [
      "are charged for the time that the page takes",
      ({ call, $, cost, realm }) => {
        let time = 0;
        vi.spyOn(performance, "now").mockImplementation(() => {
          time += 4;
          return time;
        });
        return [cost(() => call($("p"), "hasChildNodes")), realm.limits.fuel];
      },
      [20_001, 2_000_000],
    ],
  ]);
});
