// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p">one</p></div><div id="kv-b"></div>`;

/** Calls of the methods that take nodes, with one argument that is `value`. */
const calls: readonly (readonly [name: string, run: (page: RowPage, value: unknown) => unknown])[] = [
  ["appendChild", ({ call, $ }, value) => call($("b"), "appendChild", value)],
  ["insertBefore", ({ call, $ }, value) => call($("b"), "insertBefore", value, null)],
  ["replaceChild", ({ call, $, make }, value) => call($("a"), "replaceChild", make("b"), value)],
  ["replaceChild", ({ call, $, make }, value) => call($("a"), "replaceChild", value, make("b"))],
  ["insertAdjacentElement", ({ call, $ }, value) => call($("b"), "insertAdjacentElement", "beforeend", value)],
];

describe("arguments that are no node of the card", () => {
  tryRows({ html }, [
    ...calls.flatMap(([name, run]) =>
      [undefined, null, "p", 1].map((value): Row => {
        return [`${name} ${value}`, (page) => run(page, value), `TypeError: \`${name}\` needs a node of this card`];
      }),
    ),
    ...["removeChild", "compareDocumentPosition"].map((name): Row => {
      return [name, ({ call, $ }) => call($("b"), name, "p"), `TypeError: \`${name}\` needs a node of this card`];
    }),
    [
      "insertBefore, as the reference",
      ({ call, $, make }) => call($("b"), "insertBefore", make("b"), "p"),
      "TypeError: `insertBefore` needs a node of this card",
    ],
  ]);
});

describe("nodes that the card rendered, or that stand elsewhere", () => {
  const rendered = (name: string) => `Error: \`${name}\` can't move what the card rendered: change its state in place of its nodes`;
  const puts: readonly (readonly [name: string, run: (page: RowPage, value: unknown) => unknown])[] = [
    ...calls,
    ["append", ({ call, $ }, value) => call($("b"), "append", value)],
    ["prepend", ({ call, $ }, value) => call($("b"), "prepend", value)],
    ["replaceChildren", ({ call, $ }, value) => call($("b"), "replaceChildren", value)],
    ["before", ({ call, $ }, value) => call($("b"), "before", value)],
    ["after", ({ call, $ }, value) => call($("b"), "after", value)],
    ["replaceWith", ({ call }, value) => call(value, "replaceWith", "x")],
  ];
  tryRows({ html }, [
    ...puts.flatMap(([name, run]): Row[] => [
      [`${name} of an element`, (page) => [page.outcome(() => run(page, page.$("p"))), page.html()], [rendered(name), html]],
      [
        `${name} of the root`,
        (page) => [page.outcome(() => run(page, page.get(page.document, "body"))), page.html()],
        [rendered(name), html],
      ],
    ]),
    [
      "remove of the root",
      ({ call, get, document: doc }) => call(get(doc, "body"), "remove"),
      "Error: `remove` can't take away all that the card rendered",
    ],
    [
      "replaceChildren in the root",
      ({ call, get, document: doc }) => call(get(doc, "body"), "replaceChildren"),
      "Error: `replaceChildren` can't replace all that the card rendered: change its state",
    ],
    [
      "insertBefore of what is no child",
      ({ call, $, make }) => call($("b"), "insertBefore", make("b"), $("p")),
      "Error: `insertBefore`: the reference is no child of the node",
    ],
    [
      "removeChild of what is no child",
      ({ call, $ }) => call($("b"), "removeChild", $("p")),
      "Error: `removeChild`: the node is no child of this one",
    ],
    [
      "replaceChild of what is no child",
      ({ call, $, make }) => call($("b"), "replaceChild", make("b"), make("i")),
      "Error: `replaceChild`: the node is no child of this one",
    ],
    [
      "a node into itself",
      ({ call, make, get }) => {
        const outer = make("div", "<b></b>");
        return call(get(outer, "firstChild"), "append", outer);
      },
      "Error: a node can't be put into itself",
    ],
    [
      "a node into itself at once",
      ({ call, make }) => {
        const outer = make("div");
        return call(outer, "append", outer);
      },
      "Error: a node can't be put into itself",
    ],
  ]);
});

describe("what the page refuses", () => {
  const refuse = (): never => {
    throw new Error("secret of the page");
  };
  const own: readonly (readonly [name: string, run: (page: RowPage) => unknown])[] = [
    ["append", ({ call, $ }) => call($("b"), "append", "x")],
    ["appendChild", ({ call, $, make }) => call($("b"), "appendChild", make("i"))],
    ["insertBefore", ({ call, $, make }) => call($("b"), "insertBefore", make("i"))],
    ["prepend", ({ call, $ }) => call($("b"), "prepend", "x")],
    ["replaceChildren", ({ call, $ }) => call($("b"), "replaceChildren", "x")],
    ["insertAdjacentElement", ({ call, $, make }) => call($("b"), "insertAdjacentElement", "beforeend", make("i"))],
    ["insertAdjacentHTML", ({ call, $ }) => call($("b"), "insertAdjacentHTML", "beforeend", "x")],
    ["insertAdjacentText", ({ call, $ }) => call($("b"), "insertAdjacentText", "beforeend", "x")],
  ];
  const inner = (page: RowPage): unknown => {
    const child = page.make("i");
    page.call(page.$("b"), "append", child);
    Object.assign(page.el("b"), { insertBefore: refuse, removeChild: refuse });
    return child;
  };
  tryRows({ html }, [
    ...own.map(([name, run]): Row => {
      return [
        name,
        (page) => {
          Object.assign(page.el("b"), { insertBefore: refuse });
          return run(page);
        },
        `Error: the page refused \`${name}\``,
      ];
    }),
    ...["before", "after", "replaceWith"].map((name): Row => {
      return [name, (page) => page.call(inner(page), name, "x"), `Error: the page refused \`${name}\``];
    }),
    [
      "replaceChild",
      (page) => page.call(page.$("b"), "replaceChild", page.make("u"), inner(page)),
      "Error: the page refused `replaceChild`",
    ],
    ["remove", (page) => page.call(inner(page), "remove"), "Error: the page refused `remove`"],
    ["removeChild", (page) => page.call(page.$("b"), "removeChild", inner(page)), "Error: the page refused `removeChild`"],
    [
      "replaceChild, when it takes the old one away",
      (page) => {
        const child = inner(page);
        Object.assign(page.el("b"), { insertBefore: () => {} });
        return page.call(page.$("b"), "replaceChild", page.make("u"), child);
      },
      "Error: the page refused `replaceChild`",
    ],
    [
      "replaceWith, when it takes the old one away",
      (page) => {
        const child = inner(page);
        Object.assign(page.el("b"), { insertBefore: () => {} });
        return page.call(child, "replaceWith", page.make("u"));
      },
      "Error: the page refused `replaceWith`",
    ],
    [
      "replaceChildren, when it takes the old ones away",
      (page) => {
        inner(page);
        (page.el("b").firstChild as HTMLElement).remove = refuse;
        return page.call(page.$("b"), "replaceChildren");
      },
      "Error: the page refused `replaceChildren`",
    ],
    [
      "insertAdjacentText into a draft",
      (page) => {
        const draft = page.make("textarea");
        page.call(page.$("b"), "append", draft);
        Object.assign(page.root.querySelector("textarea") as object, { appendChild: refuse });
        return page.call(draft, "insertAdjacentText", "beforeend", "x");
      },
      "Error: the page refused `insertAdjacentText`",
    ],
  ]);
});
