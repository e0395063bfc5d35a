// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">a</p><input id="kv-i" value="v"><input id="kv-c" type="checkbox"><select id="kv-s"><option>1</option><option>2</option></select>
<a id="kv-a">x</a><x-host id="kv-x"></x-host>`;
const body = (page: RowPage) => page.get(page.document, "body");
const raw = (page: RowPage, id: string) => page.el(id) as unknown as Record<string, unknown>;

/** Writes, and gives what the page has then, and what the template reads. */
const state = (id: string, key: string, value: unknown, after: unknown, told = after): Row => [
  `#${id}.${key} = ${typeof value} ${String(value).slice(0, 20)}`,
  (page) => {
    page.set(page.$(id), key, value);
    return [raw(page, id)[key], page.get(page.$(id), key)];
  },
  [after, told],
];
const attribute = (id: string, key: string, value: unknown, name: string, after: string | null): Row => [
  `#${id}.${key} = ${JSON.stringify(value)}`,
  (page) => {
    const element = page.el(id);
    page.set(page.$(id), key, value);
    return element.getAttribute(name);
  },
  after,
];

describe("what is written to elements", () => {
  tryRows({ html }, [
    state("i", "value", "new", "new"),
    state("i", "value", 5, "5"),
    state("i", "value", null, ""),
    state("i", "value", "a\0", "a\uFFFD"),
    state("i", "selectionStart", "1", 1),
    state("c", "checked", 1, true),
    state("c", "checked", "", false),
    state("c", "indeterminate", true, true),
    state("s", "selectedIndex", "1", 1),
    state("p", "scrollTop", 5, 5),
    // Elements of other kinds have no such state.
    state("p", "checked", 1, undefined, 1),
    state("p", "value", "x", undefined, "x"),
    state("p", "mine", "x", undefined, "x"),
    attribute("p", "className", "x y", "class", "x y"),
    attribute("p", "hidden", true, "hidden", ""),
    attribute("p", "hidden", false, "hidden", null),
    attribute("p", "title", false, "title", null),
    attribute("p", "title", 5, "title", "5"),
    attribute("p", "title", null, "title", "null"),
    attribute("p", "tabIndex", 5, "tabindex", "0"),
    attribute("p", "id", "other", "id", "kv-other"),
    attribute("a", "href", "https://e.example/", "href", "https://e.example/"),
    attribute("a", "href", "javascript:x()", "href", null),
    attribute("p", "style", "color: red", "style", "color: red;"),
    attribute("x", "title", "x", "title", null),
  ]);

  tryRows({ html }, [
    [
      "nothing of the host's element",
      (page) => {
        const x = raw(page, "x");
        x.value = "host";
        page.set(page.$("x"), "value", "mine");
        return [x.value, page.get(page.$("x"), "value")];
      },
      ["host", "mine"],
    ],
    [
      "nothing of the root but how it is scrolled",
      (page) => {
        Object.assign(page.root, { value: "host", checked: false });
        for (const [key, value] of [
          ["value", "mine"],
          ["checked", true],
          ["scrollTop", "5"],
          ["scrollLeft", 6],
        ] as const)
          page.set(body(page), key, value);
        const { value, checked, scrollTop, scrollLeft } = page.root as unknown as Record<string, unknown>;
        return [value, checked, scrollTop, scrollLeft];
      },
      ["host", false, 5, 6],
    ],
    [
      "what the page has, from then on",
      (page) => {
        const p = page.$("p");
        for (const [key, value] of [
          ["className", "a"],
          ["textContent", "a"],
          ["innerText", "a"],
          ["innerHTML", "a"],
          ["title", "a"],
          ["onclick", "x()"],
        ] as const)
          page.set(p, key, value);
        page.set(page.$("i"), "value", "a");
        Object.assign(page.el("p"), { className: "b", textContent: "b", title: "b" });
        raw(page, "i").value = "b";
        page.set(p, "style", "color: red");
        return [
          ...["className", "textContent", "innerText", "innerHTML", "title", "onclick", "style"].map((key) => page.get(p, key)),
          page.get(page.$("i"), "value"),
        ];
      },
      ["b", "b", "b", "b", "b", null, "[CSSStyleDeclaration]", "b"],
    ],
    [
      "handlers",
      (page) => {
        const heard: unknown[] = [];
        const own = page.fn((event) => heard.push(page.get(event, "type")));
        page.set(page.$("p"), "onclick", own);
        page.el("p").click();
        const kept = page.get(page.$("p"), "onclick") === own;
        page.set(page.$("p"), "onclick", null);
        page.el("p").click();
        return [heard, kept, page.get(page.$("p"), "onclick")];
      },
      [["click"], true, null],
    ],
    [
      "handlers of the root",
      (page) => {
        const heard: unknown[] = [];
        page.set(
          body(page),
          "onclick",
          page.fn((event, self) => heard.push(page.get(event, "type"), self === body(page))),
        );
        page.root.click();
        document.body.click();
        page.page.dispose();
        return heard;
      },
      ["click", true],
    ],
    [
      "other names stay the template's",
      (page) => {
        const keys = ["click", "xxclick", "onfoo", "on", "nodeType"];
        for (const key of keys) page.set(page.$("p"), key, 1);
        return [...keys.map((key) => page.get(page.$("p"), key)), page.page.listeners.size];
      },
      [1, 1, 1, 1, 1, 0],
    ],
    [
      "the page refuses",
      (page) => {
        Object.defineProperty(page.el("i"), "value", {
          set: () => {
            throw new Error("the host's");
          },
        });
        return page.outcome(() => page.set(page.$("i"), "value", "x"));
      },
      "Error: the page refused `value`",
    ],
    [
      "the costs",
      (page) => {
        const [i, c] = [page.$("i"), page.$("c")];
        return [
          page.cost(() => page.set(i, "value", "x".repeat(640))),
          page.cost(() => page.set(c, "checked", true)),
          page.cost(() => page.set(i, "title", "x")),
        ];
      },
      [12, 2, 4],
    ],
  ]);
  tryRows({ html, limits: { stringLength: 10 } }, [
    [
      "the longest text",
      (page) => {
        page.set(page.$("i"), "value", "x".repeat(10));
        return raw(page, "i").value;
      },
      "x".repeat(10),
    ],
    [
      "one that is too long",
      (page) => page.set(page.$("i"), "value", "x".repeat(11)),
      "limit stringLength: a string of 11 characters is too long",
    ],
  ]);
});
