// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<input id="kv-i" value="copy me"><p id="kv-p">some text</p>`;
const copied: unknown[] = [];
const host = { clipboard: (text: string) => void copied.push(text) };
const copy = (page: RowPage) => {
  copied.length = 0;
  return [page.call(page.document, "execCommand", "copy"), ...copied];
};
const nothing = () => document.getSelection()?.removeAllRanges();

describe("copying what is selected outside of controls", () => {
  /** Selects from one place to another. */
  const select = (from: Node, to: Node) => {
    const range = document.createRange();
    range.setStart(from, 0);
    range.setEnd(to, to.childNodes.length);
    nothing();
    document.getSelection()?.addRange(range);
    (document.activeElement as HTMLElement | null)?.blur();
  };
  const outside = (place: "before" | "after") => {
    const node = document.createElement("b");
    node.textContent = "outside";
    document.body[place === "before" ? "prepend" : "append"](node);
    return node;
  };
  tryRows({ html, host }, [
    [
      "in the card",
      (page) => {
        select(page.el("p"), page.el("p"));
        return copy(page);
      },
      [true, "some text"],
    ],
    [
      "from outside into the card",
      (page) => {
        const node = outside("before");
        select(node, page.el("p"));
        const result = copy(page);
        node.remove();
        return result;
      },
      [false],
    ],
    [
      "from the card to the outside",
      (page) => {
        const node = outside("after");
        select(page.el("p"), node);
        const result = copy(page);
        node.remove();
        return result;
      },
      [false],
    ],
    [
      "outside",
      (page) => {
        const node = outside("after");
        select(node, node);
        const result = copy(page);
        node.remove();
        return result;
      },
      [false],
    ],
    [
      "where the page tells of no selection",
      (page) => {
        nothing();
        const gone = [vi.spyOn(document, "getSelection"), vi.spyOn(window, "getSelection")];
        for (const one of gone) one.mockReturnValue(null);
        const result = copy(page);
        for (const one of gone) one.mockRestore();
        return result;
      },
      [false],
    ],
  ]);
});
