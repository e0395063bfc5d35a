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
const ends = ["anchorNode", "anchorOffset", "focusNode", "focusOffset", "isCollapsed", "rangeCount", "type", "baseNode"] as const;
const sides = ["startContainer", "startOffset", "endContainer", "endOffset", "collapsed", "commonAncestorContainer", "cloneRange"] as const;

/** Has the reader select. */
function select({ el }: RowPage): void {
  const text = el("p").firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 2, el("b").firstChild as Text, 3);
}

describe("without the host's permission", () => {
  const refused = (what: string): string => `Error: \`${what}\` needs the host's permission \`selection\``;
  tryRows({ html, host: { allow: ["files"] } }, [
    ["window.getSelection", selectionOf, refused("getSelection")],
    ["document.getSelection", ({ call, document: doc }) => call(doc, "getSelection"), refused("getSelection")],
    ["document.createRange", rangeOf, refused("createRange")],
  ]);
  tryRows({ html }, [["window.getSelection, without a list", selectionOf, refused("getSelection")]]);
});

describe("selections", () => {
  tryRows({ html, host }, [
    [
      "tell what is selected",
      (page) => {
        select(page);
        return [...ends.map((key) => page.get(selectionOf(page), key)), page.call(selectionOf(page), "toString")];
      },
      ['"some "', 2, '"text"', 3, false, 1, "Range", undefined, "me tex"],
    ],
    [
      "are texts",
      (page) => {
        select(page);
        return page.get(page.call(page.document, "createTextNode", selectionOf(page)), "data");
      },
      "me tex",
    ],
    [
      "of nothing",
      (page) => {
        document.getSelection()?.removeAllRanges();
        return [...ends.map((key) => page.get(selectionOf(page), key)), page.call(selectionOf(page), "toString")];
      },
      [null, 0, null, 0, true, 0, "None", undefined, ""],
    ],
    [
      "collapse",
      (page) => {
        const found = ["collapseToStart", "collapseToEnd"].map((name) => {
          select(page);
          const gives = page.call(selectionOf(page), name);
          return [
            gives,
            page.get(selectionOf(page), "anchorNode"),
            page.get(selectionOf(page), "anchorOffset"),
            page.get(selectionOf(page), "isCollapsed"),
          ];
        });
        return found;
      },
      [
        [undefined, '"some "', 2, true],
        [undefined, '"text"', 3, true],
      ],
    ],
    ...["empty", "removeAllRanges"].map(
      (name): Row => [
        name,
        (page) => {
          select(page);
          return [page.call(selectionOf(page), name), page.get(selectionOf(page), "rangeCount")];
        },
        [undefined, 0],
      ],
    ),
    [
      "selectAllChildren",
      (page) => {
        const gives = page.call(selectionOf(page), "selectAllChildren", page.$("b"));
        return [gives, page.get(selectionOf(page), "anchorNode"), String(document.getSelection())];
      },
      [undefined, "<b#b>", "text"],
    ],
    [
      "addRange",
      (page) => {
        const range = rangeOf(page);
        page.call(range, "selectNodeContents", page.$("b"));
        page.call(selectionOf(page), "removeAllRanges");
        return [page.call(selectionOf(page), "addRange", range), page.call(selectionOf(page), "toString")];
      },
      [undefined, "text"],
    ],
    [
      "containsNode",
      (page) => {
        select(page);
        const selection = selectionOf(page);
        return [page.$("b"), page.get(page.$("p"), "firstChild")].flatMap((node) =>
          [undefined, false, true, 1].map((partly) => page.call(selection, "containsNode", node, partly)),
        );
      },
      [false, false, true, false, false, false, true, false],
    ],
    [
      "getRangeAt",
      (page) => {
        select(page);
        const range = page.call(selectionOf(page), "getRangeAt", 0);
        return [range, ...sides.map((key) => page.get(range, key)), page.call(range, "toString")];
      },
      ["[Range]", '"some "', 2, '"text"', 3, false, "<p#p>", undefined, "me tex"],
    ],
    [
      "refuse what is no node, or no range",
      (page) => [
        page.outcome(() => page.call(selectionOf(page), "selectAllChildren", "p")),
        page.outcome(() => page.call(selectionOf(page), "containsNode", null)),
        page.outcome(() => page.call(selectionOf(page), "addRange", page.$("p"))),
        page.outcome(() => page.call(selectionOf(page), "addRange", selectionOf(page))),
      ],
      [
        "TypeError: `selectAllChildren` needs a node of this card",
        "TypeError: `containsNode` needs a node of this card",
        "TypeError: `addRange` needs a value that is a Range of this card",
        "TypeError: `addRange` needs a value that is a Range of this card",
      ],
    ],
    [
      "have methods that only they answer to",
      (page) =>
        ["addRange", "containsNode", "toString"].map((name) =>
          page.outcome(() => page.call(page.get(selectionOf(page), name), "call", rangeOf(page))),
        ),
      ["addRange", "containsNode", "toString"].map((name) => `TypeError: \`${name}\` needs a value that is a Selection of this card`),
    ],
    [
      "say what the page refuses",
      (page) => {
        const selection = document.getSelection() as Selection;
        const names = ["addRange", "collapseToEnd", "collapseToStart", "getRangeAt", "removeAllRanges", "selectAllChildren"] as const;
        const spies = names.map((name) => vi.spyOn(selection, name).mockImplementation(refuse));
        const found = [...names, "empty"].map((name) =>
          page.outcome(() => page.call(selectionOf(page), name, name === "addRange" ? rangeOf(page) : page.$("p"))),
        );
        for (const spy of spies) spy.mockRestore();
        return found;
      },
      ["addRange", "collapseToEnd", "collapseToStart", "getRangeAt", "removeAllRanges", "selectAllChildren", "removeAllRanges"].map(
        (name) => `Error: the page refused \`${name}\``,
      ),
    ],
    [
      "of a card that has gone",
      (page) => {
        select(page);
        const kept = selectionOf(page);
        page.page.dispose();
        return [selectionOf(page), page.call(kept, "getRangeAt", 0), page.call(kept, "removeAllRanges"), String(document.getSelection())];
      },
      [null, null, undefined, "me tex"],
    ],
    [
      "are charged for their length",
      (page) => {
        page.el("b").textContent = "x".repeat(640);
        const selection = selectionOf(page);
        page.call(selection, "selectAllChildren", page.$("b"));
        return [page.cost(() => page.call(selection, "toString")), page.cost(() => page.call(selection, "getRangeAt", 0))];
      },
      [11, 1],
    ],
  ]);
});

describe("where the reader types into what is the host's", () => {
  tryRows({ html, host }, [
    [
      "nothing is selected by the card",
      (page) => {
        page.close("input");
        document.getSelection()?.removeAllRanges();
        page.el("i").focus();
        const range = rangeOf(page);
        page.call(range, "selectNodeContents", page.$("b"));
        page.call(selectionOf(page), "addRange", range);
        page.call(selectionOf(page), "selectAllChildren", page.$("b"));
        return document.getSelection()?.rangeCount;
      },
      0,
    ],
    [
      "and what is selected there is not read",
      (page) => {
        select(page);
        page.el("i").focus();
        page.close("input");
        return [page.call(selectionOf(page), "toString"), page.call(rangeOf(page), "toString")];
      },
      ["", "some text heremore"],
    ],
  ]);
});
