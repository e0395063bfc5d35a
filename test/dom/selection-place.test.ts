// @vitest-environment happy-dom
import { describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">some <b id="kv-b">text</b> here</p><p id="kv-q">more</p><input id="kv-i">`;
const host = { allow: ["selection"] } as const;

const selectionOf = ({ call, realm }: RowPage): unknown => call(realm.window, "getSelection");

/** Has the reader select. */
function select({ el }: RowPage): void {
  const text = el("p").firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 2, el("b").firstChild as Text, 3);
}

describe("the selection of a card", () => {
  const shadow = (page: RowPage): ShadowRoot => {
    const tree = document.createElement("div").attachShadow({ mode: "open" });
    tree.append(page.root);
    return tree;
  };
  tryRows({ html, host }, [
    [
      "in a shadow tree is that tree's",
      (page) => {
        Object.assign(shadow(page), { getSelection: () => ({ rangeCount: 7 }) });
        return page.get(selectionOf(page), "rangeCount");
      },
      7,
    ],
    [
      "in a shadow tree that has none is the page's",
      (page) => {
        select(page);
        Object.assign(shadow(page), { getSelection: undefined });
        return page.get(selectionOf(page), "rangeCount");
      },
      1,
    ],
    [
      "in a tree that gives none is the page's",
      (page) => {
        select(page);
        Object.assign(shadow(page), { getSelection: () => null });
        return page.get(selectionOf(page), "rangeCount");
      },
      1,
    ],
    [
      "is none in a document without a window",
      (page) => {
        document.implementation.createHTMLDocument().createElement("div").append(page.root);
        return [page.page.view, selectionOf(page)];
      },
      [null, null],
    ],
    [
      "is read where nothing has the focus",
      (page) => {
        page.close("input");
        Object.defineProperty(shadow(page), "activeElement", { value: null });
        select(page);
        return page.call(selectionOf(page), "toString");
      },
      "me tex",
    ],
  ]);
});
