// @vitest-environment happy-dom
import { describe } from "vitest";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">one</p><style id="kv-s">p{}</style>`;
const textOf = ({ get, $ }: RowPage): unknown => get($("p"), "firstChild");
const contents = ["data", "nodeValue", "textContent"] as const;

describe("texts", () => {
  tryRows({ html, limits: { stringLength: 1000 } }, [
    [
      "are read",
      (page) => [...contents, "length", "innerHTML", "wholeText", "parentNode"].map((key) => page.get(textOf(page), key)),
      ["one", "one", "one", 3, undefined, undefined, "<p#p>"],
    ],
    ...contents.map(
      (key): Row => [
        `are written by ${key}`,
        (page) => {
          const written = ["two", 3, true, "<b>", null, undefined, "\u0000a"].map((value) => {
            page.set(textOf(page) ?? page.$("p"), key, value);
            return page.el("p").innerHTML;
          });
          return written;
        },
        ["two", "3", "true", "&lt;b&gt;", "", "undefined", "\ufffda"],
      ],
    ),
    [
      "keep other names on the facade",
      (page) => {
        for (const key of ["length", "nodeType", "mine", "wholeText"]) page.set(textOf(page), key, "x");
        return [page.html(), page.get(textOf(page), "mine")];
      },
      [html, "x"],
    ],
    [
      "are charged for their length",
      (page) => {
        const text = textOf(page);
        page.set(text, "data", "x".repeat(640));
        return [
          page.cost(() => page.get(text, "data")),
          page.cost(() => page.get(text, "length")),
          page.cost(() => page.set(text, "data", "y".repeat(320))),
        ];
      },
      [10, 0, 5],
    ],
    [
      "are no longer than texts may be",
      (page) => page.set(textOf(page), "data", "x".repeat(1001)),
      "limit stringLength: a string of 1001 characters is too long",
    ],
    [
      "are no longer than texts may be when they are read",
      (page) => {
        page.el("p").textContent = "x".repeat(1001);
        return page.get(textOf(page), "data");
      },
      "limit stringLength: a string of 1001 characters is too long",
    ],
    [
      "of style elements are judged with them",
      (page) => [page.outcome(() => page.set(page.get(page.$("s"), "firstChild"), "data", "p{color:red}")), page.html()],
      ["Error: write to the style element in place of its text", html],
    ],
    [
      "say what the page refuses",
      (page) => {
        Object.defineProperty(page.el("p").firstChild, "data", {
          set: () => {
            throw new Error("page");
          },
        });
        return contents.map((key) => page.outcome(() => page.set(textOf(page), key, "x")));
      },
      contents.map((key) => `Error: the page refused \`${key}\``),
    ],
    [
      "that stand nowhere",
      ({ call, get, set, document: doc }) => {
        const text = call(doc, "createTextNode", "a");
        set(text, "data", "b");
        return [text, get(text, "parentNode"), call(text, "remove")];
      },
      ['"b"', null, undefined],
    ],
    [
      "are what the platform says",
      (page) => ["Text", "Node", "EventTarget", "Element"].map((name) => isInstanceOf(page.realm, textOf(page), page.page.names.get(name))),
      [true, true, true, false],
    ],
    [
      "have methods that only they answer to",
      ({ call, get, document: doc, $ }) => call(get(call(doc, "createTextNode", ""), "remove"), "call", call($("p"), "getAttributeNames")),
      "TypeError: `remove` needs a value that is a Text of this card",
    ],
  ]);
});
