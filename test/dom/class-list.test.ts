// @vitest-environment happy-dom
import { describe } from "vitest";
import { toText } from "../../src/runtime/coerce.ts";
import { toList } from "../../src/runtime/iterate.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p" class="  aa\n bb aa "></p><p id="kv-none"></p>`;
const listOf = (page: RowPage, id = "p") => page.get(page.$(id), "classList");
const classOf = (page: RowPage, id = "p") => page.el(id).getAttribute("class");
const body = (page: RowPage) => page.get(page.document, "body");

/** Calls a method of the classes; gives what it gives, and the attribute after. */
const called = (method: string, args: unknown[], value: unknown, after: string | null, id = "p"): Row => [
  `${method}(${JSON.stringify(args)}) of #${id}`,
  (page) => [page.call(listOf(page, id), method, ...args), classOf(page, id)],
  [value, after],
];
const unchanged = "  aa\n bb aa ";
const wrong = "Error: a class has to be one word";

describe("the classes of an element", () => {
  tryRows({ html }, [
    called("add", ["x"], undefined, "aa bb x"),
    called("add", ["x", "aa", "x"], undefined, "aa bb x"),
    called("add", [], undefined, "aa bb"),
    called("add", [1], undefined, "1", "none"),
    called("add", ["a\0"], undefined, "a\uFFFD", "none"),
    called("contains", ["aa"], true, unchanged),
    called("contains", ["a"], false, unchanged),
    called("contains", ["a"], false, null, "none"),
    called("item", [0], "aa", unchanged),
    called("item", [1], "bb", unchanged),
    called("item", [2], null, unchanged),
    called("item", [], "aa", unchanged),
    called("item", ["1"], "aa", unchanged),
    called("item", [0], null, null, "none"),
    called("remove", ["aa"], undefined, "bb"),
    called("remove", ["aa", "bb"], undefined, ""),
    called("remove", ["x"], undefined, "aa bb"),
    called("replace", ["aa", "x"], true, "x bb"),
    called("replace", ["aa", "bb"], true, "bb"),
    called("replace", ["x", "y"], false, unchanged),
    called("toString", [], unchanged, unchanged),
    called("toString", [], "", null, "none"),
    called("toggle", ["x"], true, "aa bb x"),
    called("toggle", ["aa"], false, "bb"),
    called("toggle", ["x", true], true, "aa bb x"),
    called("toggle", ["x", 0], false, unchanged),
    called("toggle", ["aa", 1], true, unchanged),
    called("toggle", ["aa", false], false, "bb"),
    called("toggle", ["aa", undefined], false, "bb"),
  ]);

  const refused: Row[] = [
    ["add", ["a b"]],
    ["add", [""]],
    ["add", ["x", "\n"]],
    ["remove", ["a b"]],
    ["replace", ["a b", "x"]],
    ["replace", ["aa", ""]],
    ["toggle", ["a\tb"]],
  ].map(
    ([method, args]): Row => [
      `${method}(${JSON.stringify(args)})`,
      (page) => [page.outcome(() => page.call(listOf(page), method as string, ...(args as unknown[]))), classOf(page)],
      [wrong, unchanged],
    ],
  );
  tryRows({ html }, refused);

  tryRows({ html }, [
    [
      "what they read",
      (page) => ["length", "value", 0, 1, 2, "item0", "-1"].map((key) => page.get(listOf(page), key)),
      [2, unchanged, "aa", "bb", undefined, undefined, undefined],
    ],
    ["none", (page) => ["length", "value", 0].map((key) => page.get(listOf(page, "none"), key)), [0, "", undefined]],
    ["as text", (page) => [toText(page.realm, listOf(page)), toText(page.realm, listOf(page, "none"))], [unchanged, ""]],
    ["as a list", (page) => toList(page.realm, listOf(page)), ["aa", "bb"]],
    ["one facade", (page) => new Set([listOf(page), listOf(page)]).size, 1],
    [
      "written as a whole",
      (page) => {
        page.set(listOf(page), "value", "x  y");
        const after = classOf(page);
        page.call(listOf(page), "add", "z");
        return [after, page.get(listOf(page), "value")];
      },
      ["x  y", "x y z"],
    ],
    [
      "other names are the template's",
      (page) => {
        page.set(listOf(page), "mine", "x");
        return [page.get(listOf(page), "mine"), classOf(page)];
      },
      ["x", unchanged],
    ],
    [
      "another receiver",
      (page) => page.call(page.get(listOf(page), "add"), "call", page.$("p"), "x"),
      "TypeError: `add` needs a value that is a DOMTokenList of this card",
    ],
    [
      "the root has none",
      (page) => {
        const list = page.get(body(page), "classList");
        page.call(list, "add", "x");
        return [page.get(list, "length"), page.get(list, "value"), page.call(list, "toggle", "host-class"), page.root.className];
      },
      [0, "", true, "host-class"],
    ],
  ]);
});

describe("what classes cost", () => {
  const long = "x".repeat(640);
  const cost = (units: number, what: string, run: (page: RowPage, list: unknown) => unknown): Row => [
    what,
    (page) => {
      const list = listOf(page);
      return page.cost(() => run(page, list));
    },
    units,
  ];
  tryRows({ html: `<p id="kv-p" class="${long}"></p>` }, [
    cost(90, "length", (page, list) => page.get(list, "length")),
    cost(90, "an index", (page, list) => page.get(list, 0)),
    cost(10, "the text", (page, list) => page.get(list, "value")),
    cost(0, "another name", (page, list) => page.get(list, "mine")),
    cost(268, "add", (page, list) => page.call(list, "add", "a", "b", "c", "d")),
    cost(275, "a long one", (page, list) => page.call(list, "add", long)),
  ]);
  tryRows({ html: '<p id="kv-p"></p>', limits: { stringLength: 10, arrayLength: 2 } }, [
    [
      "the longest",
      (page) => {
        page.call(listOf(page), "remove", "x".repeat(10));
        return classOf(page);
      },
      "",
    ],
    [
      "one that is too long",
      (page) => page.call(listOf(page), "remove", "x".repeat(11)),
      "limit stringLength: a string of 11 characters is too long",
    ],
    [
      "many",
      (page) => {
        page.call(listOf(page), "add", "a", "b");
        return classOf(page);
      },
      "a b",
    ],
    ["too many", (page) => page.call(listOf(page), "add", "a", "b", "c"), "limit arrayLength: a collection of 3 entries is too large"],
  ]);
});
