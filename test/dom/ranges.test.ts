// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">some <b id="kv-b">text</b> here</p><p id="kv-q">more</p><input id="kv-i">`;
const host = { allow: ["selection"] } as const;
const refuse = (): never => {
  throw new Error("secret of the page");
};

const selectionOf = ({ call, realm }: RowPage): unknown => call(realm.window, "getSelection");
const rangeOf = ({ call, document: doc }: RowPage): unknown => call(doc, "createRange");
const sides = ["startContainer", "startOffset", "endContainer", "endOffset", "collapsed", "commonAncestorContainer", "cloneRange"] as const;

describe("ranges", () => {
  tryRows({ html, host }, [
    [
      "begin at the root",
      (page) => sides.map((key) => page.get(rangeOf(page), key)),
      ["<section>", 0, "<section>", 3, false, "<section>", undefined],
    ],
    ["cost", ({ cost, call, document: doc }) => cost(() => call(doc, "createRange")), 21],
    ...["selectNode", "selectNodeContents"].map(
      (name): Row => [
        name,
        (page) => {
          const range = rangeOf(page);
          return [
            page.call(range, name, page.$("b")),
            page.get(range, "startContainer"),
            page.get(range, "endOffset"),
            page.call(range, "toString"),
            page.outcome(() => page.call(range, name, "p")),
          ];
        },
        [undefined, "<b#b>", 1, "text", `TypeError: \`${name}\` needs a node of this card`],
      ],
    ),
    [
      "collapse",
      (page) =>
        [true, false, undefined, 1].map((toStart) => {
          const range = rangeOf(page);
          return [
            page.call(range, "collapse", toStart),
            page.get(range, "startOffset"),
            page.get(range, "endOffset"),
            page.get(range, "collapsed"),
          ];
        }),
      [
        [undefined, 0, 0, true],
        [undefined, 3, 3, true],
        [undefined, 3, 3, true],
        [undefined, 3, 3, true],
      ],
    ],
    ["detach", (page) => page.call(rangeOf(page), "detach"), undefined],
    [
      "getBoundingClientRect",
      (page) => {
        const range = rangeOf(page);
        return [page.call(range, "getBoundingClientRect"), page.cost(() => page.call(range, "getBoundingClientRect"))];
      },
      [{ bottom: 0, height: 0, left: 0, right: 0, top: 0, width: 0, x: 0, y: 0 }, 9],
    ],
    [
      "are texts",
      (page) => {
        const range = rangeOf(page);
        page.call(range, "selectNodeContents", page.$("q"));
        return page.get(page.call(page.document, "createTextNode", range), "data");
      },
      "more",
    ],
    [
      "have methods that only they answer to",
      (page) =>
        ["collapse", "toString"].map((name) => page.outcome(() => page.call(page.get(rangeOf(page), name), "call", selectionOf(page)))),
      [
        "TypeError: `collapse` needs a value that is a Range of this card",
        "TypeError: `toString` needs a value that is a Range of this card",
      ],
    ],
    [
      "say what the page refuses",
      (page) => {
        const spies = (["collapse", "selectNodeContents"] as const).map((name) => vi.spyOn(Range.prototype, name));
        const range = rangeOf(page);
        for (const spy of spies) spy.mockImplementation(refuse);
        const found = ["collapse", "selectNode", "selectNodeContents"].map((name) =>
          page.outcome(() => page.call(range, name, page.$("p"))),
        );
        for (const spy of spies) spy.mockRestore();
        return found;
      },
      ["collapse", "selectNode", "selectNodeContents"].map((name) => `Error: the page refused \`${name}\``),
    ],
  ]);
});

/** Has the reader select from one text to another. */
function selectFrom(from: Node | null | undefined, start: number, to: Node | null | undefined, end: number): void {
  document.getSelection()?.setBaseAndExtent(from as Node, start, to as Node, end);
}

describe("what is selected around what is the host's", () => {
  const guarded = `<p id="kv-p">one <u id="kv-u">hidden</u> two</p><p id="kv-q">three</p><p id="kv-r">four</p>`;
  const read = (page: RowPage): unknown => {
    const selection = selectionOf(page);
    return [page.call(selection, "toString"), page.call(page.call(selection, "getRangeAt", 0), "toString")];
  };
  tryRows({ html: guarded, host }, [
    [
      "is read without it",
      (page) => {
        page.close("u");
        selectFrom(page.el("p").firstChild, 1, page.el("q").firstChild, 2);
        return read(page);
      },
      ["ne  twoth", "ne  twoth"],
    ],
    [
      "is read as it is beside it",
      (page) => {
        page.close("u");
        selectFrom(page.el("q").firstChild, 1, page.el("r").firstChild, 2);
        return read(page);
      },
      ["hreefo", "hreefo"],
    ],
    [
      "begins in it",
      (page) => {
        page.close("u");
        selectFrom(page.el("u").firstChild, 1, page.el("p").lastChild, 3);
        return read(page);
      },
      [" tw", " tw"],
    ],
    [
      "is read where nothing is closed",
      (page) => {
        selectFrom(page.el("p").firstChild, 1, page.el("q").firstChild, 2);
        return read(page);
      },
      ["ne hidden twoth", "ne hidden twoth"],
    ],
    [
      "costs the elements of the card, and its texts",
      (page) => {
        selectFrom(page.el("p").firstChild, 1, page.el("q").firstChild, 2);
        const selection = selectionOf(page);
        const open = page.cost(() => page.call(selection, "toString"));
        page.close("u");
        const closed = page.cost(() => page.call(selection, "toString"));
        selectFrom(page.el("q").firstChild, 1, page.el("r").firstChild, 2);
        return [open, closed, page.cost(() => page.call(selection, "toString"))];
      },
      [1, 14, 5],
    ],
  ]);
});
