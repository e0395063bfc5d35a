// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, tryRows } from "../support/facade-rows.ts";

const html = `<div class="list" id="kv-l"><p class="row" id="kv-p"><b id="kv-b">1</b></p><p class="row odd" id="kv-q"><b id="kv-c">2</b></p></div>`;
const refuse = (): never => {
  throw new Error("secret of the page");
};

describe("looking for elements", () => {
  tryRows({ html }, [
    [
      "querySelector",
      ({ call, $ }) => [
        call($("l"), "querySelector", ".row"),
        call($("l"), "querySelector", ".odd b"),
        call($("p"), "querySelector", ".odd b"),
        call($("p"), "querySelector", "#l > p > b"),
        call($("p"), "querySelector", "p"),
        call($("p"), "querySelector", "body"),
      ],
      ["<p#p>", "<b#c>", null, "<b#b>", null, null],
    ],
    [
      "querySelectorAll",
      ({ call, $ }) => [
        call($("l"), "querySelectorAll", ".row, b"),
        call($("q"), "querySelectorAll", "b, p"),
        call($("q"), "querySelectorAll", "i"),
        call($("q"), "querySelectorAll", "body"),
      ],
      [["<p#p>", "<b#b>", "<p#q>", "<b#c>"], ["<b#c>"], [], []],
    ],
    [
      ":scope",
      ({ call, $ }) => [
        call($("l"), "querySelectorAll", ":scope > p"),
        call($("l"), "querySelectorAll", ":scope b"),
        call($("p"), "querySelectorAll", ":scope > p"),
        call($("p"), "querySelectorAll", ":scope"),
      ],
      [["<p#p>", "<p#q>"], ["<b#b>", "<b#c>"], [], []],
    ],
    [
      "from the root",
      ({ call, get, document: doc }) => [
        call(get(doc, "body"), "querySelectorAll", "body > div > p"),
        call(get(doc, "body"), "querySelector", "div"),
        call(get(doc, "body"), "querySelector", "section"),
      ],
      [["<p#p>", "<p#q>"], "<div#l>", null],
    ],
    [
      "in a tree that stands nowhere",
      ({ call, make }) => {
        const outer = make("div", '<p class="row"><i id="x"></i></p>');
        const inner = call(outer, "querySelector", "p");
        return [
          inner,
          call(inner, "querySelector", "div i"),
          call(inner, "querySelector", ".list i"),
          call(inner, "matches", "div .row"),
          call(inner, "closest", "div > p"),
          call(inner, "matches", "body > p"),
          call(outer, "matches", "div"),
        ];
      },
      ["<p>", null, null, false, null, true, true],
    ],
    [
      "in a fragment",
      ({ call, document: doc, make }) => {
        const fragment = call(doc, "createDocumentFragment");
        call(fragment, "append", make("p", '<b class="x"></b>'), make("b"));
        return [
          call(fragment, "querySelector", "p b"),
          call(fragment, "querySelectorAll", "b"),
          call(fragment, "querySelectorAll", ":scope b"),
          call(fragment, "querySelectorAll", ".x"),
          call(call(fragment, "querySelector", "p"), "querySelectorAll", "p b"),
          call(fragment, "getElementsByTagName", "b"),
          call(fragment, "getElementsByClassName", "x"),
        ];
      },
      ["<b>", ["<b>", "<b>"], ["<b>", "<b>"], ["<b>"], ["<b>"], [], []],
    ],
    [
      "getElementsBy…",
      ({ call, $ }) => [
        call($("l"), "getElementsByClassName", "row"),
        call($("l"), "getElementsByClassName", "row odd"),
        call($("l"), "getElementsByTagName", "b"),
        call($("l"), "getElementsByTagName", "*"),
        call($("b"), "getElementsByTagName", "b"),
      ],
      [["<p#p>", "<p#q>"], ["<p#q>"], ["<b#b>", "<b#c>"], ["<p#p>", "<b#b>", "<p#q>", "<b#c>"], []],
    ],
    [
      "in a card that has gone",
      ({ call, $, page }) => {
        const kept = $("l");
        page.dispose();
        return [
          call(kept, "querySelector", "p"),
          call(kept, "querySelectorAll", "p"),
          call(kept, "getElementsByTagName", "p"),
          call(kept, "matches", "div"),
          call(kept, "matches", "section div"),
          call(kept, "closest", "div"),
        ];
      },
      [null, [], [], false, false, null],
    ],
  ]);
});

describe("asking elements", () => {
  tryRows({ html }, [
    [
      "matches",
      ({ call, $ }) =>
        [".row", ".list", "#l .row", ".list > .row", "section > div > p", "body > div > p", "p, i", "b, .odd", "body", "p:not(.odd)"].map(
          (selector) => call($("p"), "matches", selector),
        ),
      [true, false, true, true, false, true, true, false, false, true],
    ],
    [
      "matches of the root",
      ({ call, get, document: doc }) =>
        ["body", "html", ":root", "section", "*", "div, body"].map((selector) => call(get(doc, "body"), "matches", selector)),
      [true, true, true, false, false, true],
    ],
    [
      "closest",
      ({ call, $ }) =>
        ["b", "p", ".list", "#l > p", "body", "section", ".host-class", "i", "*"].map((selector) => call($("b"), "closest", selector)),
      ["<b#b>", "<p#p>", "<div#l>", "<p#p>", "<section>", null, null, null, "<b#b>"],
    ],
  ]);
  tryRows({ html, limits: { outputDepth: 3 } }, [
    [
      "closest looks as far as nodes nest",
      ({ call, $ }) => ["b", ".row", ".list", "body"].map((selector) => call($("b"), "closest", selector)),
      ["<b#b>", "<p#p>", "<div#l>", null],
    ],
  ]);
});

describe("what is the host's", () => {
  tryRows({ html: `<div id="kv-l"><u><b id="kv-b"></b></u><i id="kv-i"></i><u></u></div>` }, [
    [
      "is not found",
      ({ call, $, close }) => {
        close("u");
        return [
          call($("l"), "querySelector", "u"),
          call($("l"), "querySelectorAll", "*"),
          call($("l"), "querySelector", "b, i"),
          call($("l"), "getElementsByTagName", "*"),
        ];
      },
      [null, ["<i#i>"], "<i#i>", ["<i#i>"]],
    ],
    [
      "is not what an element stands in",
      ({ call, $, el, make, close }) => {
        close("u");
        const own = make("s");
        call($("l"), "append", own);
        const [wrap] = el("l").getElementsByTagName("u");
        wrap?.append(el("l").lastElementChild as Element);
        return ["s", "u", "u > s", "div", "div s", "u, div"].map((selector) => call(own, "closest", selector));
      },
      ["<s>", null, "<s>", "<div#l>", "<s>", "<div#l>"],
    ],
  ]);
});

describe("what is refused", () => {
  const no = "SyntaxError: this is not a selector that cards may use";
  tryRows({ html }, [
    ...["querySelector", "querySelectorAll", "matches", "closest"].map((name): Row => {
      const none = name === "matches" ? false : name.endsWith("All") ? [] : null;
      const selectors = ["", "p[", "+ p", "#", undefined, null];
      return [
        `${name} of what is no selector`,
        ({ call, $, outcome }) => selectors.map((selector) => outcome(() => call($("l"), name, selector))),
        [no, no, no, no, none, none],
      ];
    }),
    [
      "by the page: querySelectorAll",
      ({ call, get, document: doc, root }) => {
        Object.assign(root, { querySelectorAll: refuse });
        return call(get(doc, "body"), "querySelector", "p");
      },
      "Error: the page refused `querySelectorAll`",
    ],
    [
      "by the page: matches, from the root",
      ({ call, $, root }) => {
        const p = $("p");
        Object.assign(root, { querySelectorAll: refuse });
        return call(p, "matches", "div p");
      },
      "Error: the page refused `matches`",
    ],
    [
      "by the page: matches",
      ({ call, $, el }) => {
        Object.assign(el("p"), { matches: refuse });
        return call($("p"), "matches", "p");
      },
      "Error: the page refused `matches`",
    ],
    ...["getElementsByTagName", "getElementsByClassName"].map(
      (name): Row => [
        `by the page: ${name}`,
        ({ call, $, el }) => {
          Object.assign(el("p"), { [name]: refuse });
          return call($("p"), name, "p");
        },
        `Error: the page refused \`${name}\``,
      ],
    ),
  ]);
});

describe("what looking costs", () => {
  const costs: readonly (readonly [method: string, selector: string, units: number])[] = [
    ["querySelector", "i", 47],
    ["querySelectorAll", "i", 57],
    ["querySelectorAll", "b", 7],
    ["querySelectorAll", `${" ".repeat(100)}b`, 107],
    ["getElementsByTagName", "i", 11],
    ["matches", "div", 5],
    ["matches", "body > div", 13],
    ["closest", "i", 4],
  ];
  tryRows(
    { html: `<div id="kv-l">${"<i></i>".repeat(40)}</div>${"<u></u>".repeat(20)}` },
    costs.map(
      ([method, selector, units]): Row => [
        `${method} ${selector.trim()}`,
        ({ call, $, cost }) => cost(() => call($("l"), method, selector)),
        units,
      ],
    ),
  );
});
