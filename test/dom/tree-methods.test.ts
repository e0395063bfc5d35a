// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p">one</p><p id="kv-q">two</p></div><div id="kv-b"></div>`;
const inB = (content: string): string => html.replace('</div><div id="kv-b">', `</div><div id="kv-b">${content}`);

describe("what parents do", () => {
  tryRows({ html }, [
    ["append", ({ call, $, html: now }) => [call($("b"), "append", "x", 1, null, "y"), now()], [undefined, inB("x1nully")]],
    ["append of nothing", ({ call, $, html: now }) => [call($("b"), "append"), now()], [undefined, html]],
    [
      "prepend",
      ({ call, $, make, html: now }) => [call($("b"), "append", "x"), call($("b"), "prepend", make("i"), "y"), now()],
      [undefined, undefined, inB("<i></i>yx")],
    ],
    [
      "appendChild gives the child",
      ({ call, $, make, html: now }) => [call($("b"), "appendChild", make("i")), now()],
      ["<i>", inB("<i></i>")],
    ],
    ["insertBefore gives the child", ({ call, $, make }) => call($("a"), "insertBefore", make("i"), $("q")), "<i>"],
    [
      "insertBefore finds its place",
      ({ call, $, make, el }) => {
        call($("a"), "insertBefore", make("i"), $("q"));
        call($("a"), "insertBefore", make("u"), null);
        call($("a"), "insertBefore", make("b"), undefined);
        call($("a"), "insertBefore", make("s"));
        return [...el("a").children].map(({ localName }) => localName);
      },
      ["p", "i", "p", "u", "b", "s"],
    ],
    [
      "removeChild gives the child",
      ({ call, $, html: now }) => [call($("a"), "removeChild", $("p")), now()],
      ["<p#p>", html.replace('<p id="kv-p">one</p>', "")],
    ],
    [
      "replaceChild gives the old one",
      ({ call, $, make, html: now }) => {
        const [old, next] = [make("i"), make("u")];
        call($("b"), "append", "x", old, "y");
        return [call($("b"), "replaceChild", next, old), now()];
      },
      ["<i>", inB("x<u></u>y")],
    ],
    [
      "replaceChild of a node by itself",
      ({ call, $, make, html: now }) => {
        const old = make("i");
        call($("b"), "append", old, "x");
        return [call($("b"), "replaceChild", old, old), now()];
      },
      ["<i>", inB("<i></i>x")],
    ],
    [
      "replaceChildren",
      ({ call, $, make, html: now }) => {
        call($("b"), "append", "x", make("i"));
        return [call($("b"), "replaceChildren", make("u"), "y"), now()];
      },
      [undefined, inB("<u></u>y")],
    ],
    [
      "a fragment gives what it holds",
      ({ call, $, make, get, document: doc, html: now }) => {
        const fragment = call(doc, "createDocumentFragment");
        call(fragment, "append", make("i"), "x");
        return [call($("b"), "appendChild", fragment), get(fragment, "childNodes"), now()];
      },
      ["#fragment", [], inB("<i></i>x")],
    ],
    [
      "a node that stands in the card moves",
      ({ call, $, make, html: now }) => {
        const made = make("i");
        call($("b"), "append", made, "x");
        call($("b"), "append", made);
        return now();
      },
      inB("x<i></i>"),
    ],
  ]);
});

describe("what nodes do beside themselves", () => {
  tryRows({ html }, [
    [
      "before",
      ({ call, $, make, el }) => [call($("q"), "before", make("i"), "x"), el("a").innerHTML],
      [undefined, '<p id="kv-p">one</p><i></i>x<p id="kv-q">two</p>'],
    ],
    [
      "after",
      ({ call, $, make, el }) => [call($("p"), "after", make("i"), "x"), el("a").innerHTML],
      [undefined, '<p id="kv-p">one</p><i></i>x<p id="kv-q">two</p>'],
    ],
    [
      "replaceWith",
      ({ call, $, make, el }) => {
        const made = make("u");
        call($("p"), "after", made);
        return [call(made, "replaceWith", make("i"), "x"), el("a").innerHTML];
      },
      [undefined, '<p id="kv-p">one</p><i></i>x<p id="kv-q">two</p>'],
    ],
    ["remove", ({ call, $, el }) => [call($("p"), "remove"), el("a").innerHTML], [undefined, '<p id="kv-q">two</p>']],
    ...["before", "after", "replaceWith", "remove"].map((name): Row => {
      return [
        `${name} of a node that stands nowhere`,
        ({ call, make, get }) => {
          const made = make("u");
          return [call(made, name, "x"), get(made, "parentNode"), get(made, "nextSibling"), get(made, "previousSibling")];
        },
        [undefined, null, null, null],
      ];
    }),
    ...["before", "after"].map((name): Row => {
      return [
        `${name} of the root, which is the host's`,
        ({ call, get, document: doc, root }) => {
          const around = root.parentElement?.childNodes.length;
          return [call(get(doc, "body"), name, "x"), root.parentElement?.childNodes.length === around];
        },
        [undefined, true],
      ];
    }),
  ]);
});

describe("what nodes tell and copy", () => {
  tryRows({ html: `<div id="kv-a" class="x"><p id="kv-p">one</p><p id="kv-q">two</p></div><x-host id="kv-h"></x-host>` }, [
    [
      "cloneNode",
      ({ call, get, $ }) => ["deep", true, false, undefined, 1].map((deep) => get(call($("a"), "cloneNode", deep), "outerHTML")),
      [
        '<div id="a" class="x"></div>',
        '<div id="a" class="x"><p id="p">one</p><p id="q">two</p></div>',
        '<div id="a" class="x"></div>',
        '<div id="a" class="x"></div>',
        '<div id="a" class="x"></div>',
      ],
    ],
    ["cloneNode of what is not in the policy", ({ call, $ }) => call($("h"), "cloneNode"), "Error: this node can't be copied"],
    [
      "cloneNode of a text",
      ({ call, get, $ }) => [call(get($("p"), "firstChild"), "cloneNode"), get(call(get($("p"), "firstChild"), "cloneNode"), "parentNode")],
      ['"one"', null],
    ],
    [
      "cloneNode stands nowhere and is the template's",
      ({ call, get, $, el }) => {
        const copy = call($("p"), "cloneNode", true);
        return [get(copy, "parentNode"), call($("a"), "appendChild", copy), el("a").children.length];
      },
      [null, "<p#p>", 3],
    ],
    [
      "contains",
      ({ call, get, $, document: doc, make }) => [
        call($("a"), "contains", $("p")),
        call($("a"), "contains", $("a")),
        call($("a"), "contains", get($("p"), "firstChild")),
        call($("p"), "contains", $("a")),
        call($("a"), "contains", make("p")),
        call($("a"), "contains", doc),
        call($("a"), "contains", null),
        call(get(doc, "body"), "contains", $("p")),
      ],
      [true, true, true, false, false, false, false, true],
    ],
    [
      "hasChildNodes",
      ({ call, get, $, make }) => [
        call($("a"), "hasChildNodes"),
        call(make("p"), "hasChildNodes"),
        call(get($("p"), "firstChild"), "hasChildNodes"),
      ],
      [true, false, false],
    ],
    [
      "isEqualNode",
      ({ call, $, make }) => [
        call(make("p", "x"), "isEqualNode", make("p", "x")),
        call(make("p", "x"), "isEqualNode", make("p", "y")),
        call($("p"), "isEqualNode", $("p")),
        call($("p"), "isEqualNode", null),
        call($("p"), "isEqualNode", "p"),
      ],
      [true, false, true, false, false],
    ],
    [
      "isSameNode",
      ({ call, $, make }) => [
        call(make("p"), "isSameNode", make("p")),
        call($("p"), "isSameNode", $("p")),
        call($("p"), "isSameNode", $("q")),
        call($("p"), "isSameNode", undefined),
      ],
      [false, true, false, false],
    ],
    [
      "compareDocumentPosition",
      ({ call, $ }) => [
        call($("p"), "compareDocumentPosition", $("q")),
        call($("q"), "compareDocumentPosition", $("p")),
        call($("a"), "compareDocumentPosition", $("p")),
        call($("p"), "compareDocumentPosition", $("a")),
        call($("p"), "compareDocumentPosition", $("p")),
      ],
      [4, 2, 20, 10, 0],
    ],
    ["normalize", ({ call, $ }) => call($("a"), "normalize"), undefined],
  ]);
});
