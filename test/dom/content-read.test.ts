// @vitest-environment happy-dom
import { describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">a<b id="kv-b">b</b><!-- no --><i id="kv-i">c</i></p><em id="kv-e">d</em>`;

/** Closes all that these ids don't name, as elements of the host's components are. */
function open(page: RowPage, ...ids: string[]): void {
  page.page.guard.isOn = true;
  const props = {} as { ref?: (element: Element) => void };
  page.page.guard.note(props as never);
  for (const id of ids) props.ref?.(page.el(id));
}

/** Has the page show a text for an element. */
const shown = (element: Element | null, text: unknown) => Object.defineProperty(element, "innerText", { value: text });
const read = (page: RowPage, id: string) => [page.get(page.$(id), "textContent"), page.get(page.$(id), "innerText")];

describe("text that is read", () => {
  tryRows({ html }, [
    ["all of it", (page) => read(page, "p"), ["abc", "abc"]],
    [
      "as it is shown",
      (page) => {
        shown(page.el("p"), "shown");
        return read(page, "p");
      },
      ["abc", "shown"],
    ],
    [
      "where the page tells of none",
      (page) => {
        shown(page.el("p"), undefined);
        return read(page, "p");
      },
      ["abc", "abc"],
    ],
    [
      "where nothing is closed",
      (page) => {
        open(page, "p", "b", "i");
        shown(page.el("p"), "shown");
        return read(page, "p");
      },
      ["abc", "shown"],
    ],
    [
      "without what is closed",
      (page) => {
        const p = page.$("p");
        open(page, "p", "b");
        shown(page.el("p"), "shown");
        return ["textContent", "innerText"].map((key) => page.get(p, key));
      },
      ["ab", "ab"],
    ],
    [
      "of a style sheet as it was written",
      (page) => {
        const style = page.make("style");
        page.set(style, "textContent", "a{x:1}");
        page.call(page.$("p"), "append", style);
        shown(page.el("p").querySelector("style"), "shown");
        return ["textContent", "innerText", "innerHTML"].map((key) => page.get(style, key));
      },
      ["a{x:1}", "a{x:1}", "a{x:1}"],
    ],
    [
      "costs by what is there",
      (page) => {
        const p = page.$("p");
        return ["textContent", "innerText"].map((key) => page.cost(() => page.get(p, key)));
      },
      [3, 23],
    ],
    [
      "costs more where something may be closed",
      (page) => {
        const p = page.$("p");
        open(page, "p", "b", "i");
        return page.cost(() => page.get(p, "innerText"));
      },
      25,
    ],
  ]);
  tryRows({ html, limits: { stringLength: 2 } }, [
    [
      "up to the longest text",
      (page) => {
        page.el("i").textContent = "";
        return page.get(page.$("p"), "textContent");
      },
      "ab",
    ],
    ["not beyond", (page) => page.get(page.$("p"), "textContent"), "limit stringLength: a string of 3 characters is too long"],
  ]);
});
