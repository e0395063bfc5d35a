// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const wide = "(min-width: 1px)";
const ask = ({ call, realm }: RowPage, query: unknown = wide): unknown => call(realm.window, "matchMedia", query);

/** Asks; gives the facade, the page's own list, and what the page was asked. */
function asked(
  page: RowPage,
  query: unknown = wide,
): { readonly facade: unknown; readonly list: MediaQueryList; readonly asked: readonly string[] } {
  const spy = vi.spyOn(window, "matchMedia");
  const facade = ask(page, query);
  const [result] = spy.mock.results;
  const list = result?.value as MediaQueryList;
  const queries = spy.mock.calls.map(([given]) => given);
  spy.mockRestore();
  return { facade, list, asked: queries };
}

describe("media queries", () => {
  tryRows({}, [
    [
      "tell whether they match",
      (page) =>
        [wide, "(max-width: 1px)", "print"].map((query) =>
          ["matches", "media", "onchange", "addListener2"].map((key) => page.get(ask(page, query), key)),
        ),
      [
        [true, wide, null, undefined],
        [false, "(max-width: 1px)", null, undefined],
        [false, "print", null, undefined],
      ],
    ],
    [
      "give no value of the page's own",
      (page) => {
        const { facade, list } = asked(page);
        Object.defineProperties(list, { matches: { value: "yes" }, media: { value: 7 } });
        return [page.get(facade, "matches"), page.get(facade, "media")];
      },
      [false, "7"],
    ],
    ["cost", (page) => [wide, "x".repeat(1000)].map((query) => page.cost(() => ask(page, query))), [51, 66]],
    ...[999, 1000, 1001].map(
      (length): Row => [
        `of ${length} units`,
        (page) => ask(page, "x".repeat(length)),
        length > 1000 ? "TypeError: a media query of this length is too long" : "[MediaQueryList]",
      ],
    ),
    [
      "need a screen",
      (page) => {
        document.implementation.createHTMLDocument().createElement("div").append(page.root);
        return ask(page);
      },
      "TypeError: there is no screen to ask about",
    ],
    [
      "have methods that only they answer to",
      (page) =>
        ["addEventListener", "addListener", "removeEventListener", "removeListener"].map((name) =>
          page.outcome(() => page.call(page.get(ask(page), name), "call", page.get(page.document, "body"))),
        ),
      ["addEventListener", "addListener", "removeEventListener", "removeListener"].map(
        (name) => `TypeError: \`${name}\` needs a value that is a MediaQueryList of this card`,
      ),
    ],
  ]);
});

describe("changes of a media query", () => {
  const change = (list: MediaQueryList, type = "change"): boolean =>
    list.dispatchEvent(Object.assign(new Event(type), { matches: true, media: "x" }));
  tryRows({}, [
    [
      "are heard",
      (page) => {
        const { facade, list } = asked(page);
        const heard: unknown[] = [];
        const fn = page.fn((event, self) =>
          heard.push(
            page.get(event, "type"),
            page.get(event, "matches"),
            page.get(event, "target"),
            page.get(event, "currentTarget"),
            self,
          ),
        );
        const gives = [page.call(facade, "addEventListener", "change", fn)];
        change(list);
        change(list, "resize");
        gives.push(page.call(facade, "removeEventListener", "change", fn));
        change(list);
        return [gives, heard];
      },
      [
        [undefined, undefined],
        ["change", true, null, null, undefined],
      ],
    ],
    [
      "are heard by the old names",
      (page) => {
        const { facade, list } = asked(page);
        let count = 0;
        const fn = page.fn(() => count++);
        page.call(facade, "addListener", fn);
        change(list);
        page.call(facade, "removeListener", fn);
        change(list);
        return [count, page.page.listeners.size];
      },
      [1, 0],
    ],
    [
      "are heard by a handler",
      (page) => {
        const { facade, list } = asked(page);
        let count = 0;
        const fn = page.fn(() => count++);
        page.set(facade, "onchange", fn);
        const read = page.get(facade, "onchange") === fn;
        change(list);
        page.set(facade, "onchange", null);
        change(list);
        page.set(facade, "onchange", "x");
        return [read, count, page.get(facade, "onchange"), page.page.listeners.size];
      },
      [true, 1, null, 0],
    ],
    [
      "are all that is heard",
      (page) => {
        const { facade } = asked(page);
        const fn = page.fn(() => 1);
        page.call(facade, "addEventListener", "click", fn);
        page.call(facade, "addListener", fn);
        page.call(facade, "removeEventListener", "click", fn);
        page.set(facade, "onclick", fn);
        page.set(facade, "matches", 7);
        return [page.page.listeners.size, page.get(facade, "onclick") === fn, page.get(facade, "matches")];
      },
      [1, true, 7],
    ],
    [
      "are heard as the options say",
      (page) => {
        const { facade, list } = asked(page);
        const spy = vi.spyOn(list, "addEventListener");
        const fn = page.fn(() => 1);
        page.call(facade, "addEventListener", "change", fn, true);
        page.call(facade, "addListener", fn, true);
        page.call(facade, "removeEventListener", "change", fn);
        page.call(facade, "removeEventListener", "change", fn, true);
        return [spy.mock.calls.map(([type, , options]) => [type, options]), page.page.listeners.size];
      },
      [
        [
          ["change", { capture: true }],
          ["change", { capture: false }],
        ],
        0,
      ],
    ],
    [
      "have names that are no longer than others",
      (page) => page.outcome(() => page.call(ask(page), "addEventListener", "x".repeat(201), null)),
      "TypeError: the name of an event is too long",
    ],
  ]);
});

describe("the theme that a card is asked for", () => {
  const dark = "(prefers-color-scheme: dark)";
  const [yes, no] = ["(min-width:0px)", "(max-width:-1px)"];
  const rows: readonly (readonly [what: string, set: (page: RowPage) => void, query: string])[] = [
    ["none", () => {}, no],
    ["the host's option, dark", ({ realm }) => void Object.assign(realm, { theme: "dark" }), yes],
    [
      "the host's option, light, in a dark page",
      (page) => {
        page.root.setAttribute("data-theme", "dark");
        Object.assign(page.realm, { theme: "light" });
      },
      no,
    ],
    ["the host's option, the device", ({ realm }) => void Object.assign(realm, { theme: "device" }), dark],
    ["dark around it", ({ root }) => root.setAttribute("data-theme", "dark"), yes],
    ["light around it", ({ root }) => root.setAttribute("data-theme", "light"), no],
    ["another around it", ({ root }) => root.setAttribute("data-theme", "sepia"), no],
    ["the device's around it", ({ root }) => root.setAttribute("data-theme", "device"), dark],
    [
      "dark around its shadow tree",
      ({ root }) => {
        const host = document.createElement("div");
        host.setAttribute("data-theme", "dark");
        host.attachShadow({ mode: "open" }).append(root);
      },
      yes,
    ],
    [
      "dark in its shadow tree",
      ({ root }) => {
        const [host, inner] = [document.createElement("div"), document.createElement("p")];
        host.setAttribute("data-theme", "light");
        inner.setAttribute("data-theme", "dark");
        inner.append(root);
        host.attachShadow({ mode: "open" }).append(inner);
      },
      yes,
    ],
    ["none around its shadow tree", ({ root }) => document.createElement("div").attachShadow({ mode: "open" }).append(root), no],
  ];
  tryRows({}, [
    ...rows.map(
      ([what, set, query]): Row => [
        what,
        (page) => {
          set(page);
          const { facade, asked: queries } = asked(page, dark);
          return [queries, page.get(facade, "media")];
        },
        [[query], dark],
      ],
    ),
    ["is not asked where the query does not", (page) => asked(page).asked, [wide]],
  ]);
});
