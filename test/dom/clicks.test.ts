// @vitest-environment happy-dom
import { beforeEach, describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-box"><button id="kv-b" type="button"><i id="kv-i">x</i></button><input id="kv-c" type="checkbox">
<label id="kv-l" for="kv-c"><u id="kv-u">y</u></label><label id="kv-out" for="outside"><s id="kv-s">z</s></label></div>
<a id="kv-a" href="https://e.example/"><em id="kv-em">link</em></a><a id="kv-f" href="#kv-b">f</a><a id="kv-n">none</a>
<svg><a id="kv-x" xlink:href="https://x.example/"><g id="kv-g"></g></a></svg>`;

/** What the page hears of an event at an element; `act` is done there. */
function heard(at: Element, type: string, act: (event: Event) => unknown = (event) => event.constructor.name): unknown[] {
  const list: unknown[] = [];
  at.addEventListener(type, (event) => list.push(act(event)));
  return list;
}

// What another card left in the page may have the focus.
beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

describe("clicks", () => {
  const opened: string[] = [];
  const click = (page: RowPage, id: string) => {
    opened.length = 0;
    page.call(page.$(id), "click");
    return [...opened];
  };
  tryRows({ html, host: { openLink: (address) => void opened.push(address) } }, [
    ["act", (page) => [click(page, "c"), page.get(page.$("c"), "checked")], [[], true]],
    ["of a link open it", (page) => click(page, "a"), ["https://e.example/"]],
    ["of what is in a link", (page) => click(page, "em"), ["https://e.example/"]],
    ["of a drawing's link", (page) => click(page, "g"), ["https://x.example/"]],
    ["of a link into the card open nothing", (page) => [click(page, "f"), page.reports], [[], []]],
    [
      "of a link without an address open nothing",
      (page) => {
        const list = heard(page.el("n"), "click");
        return [click(page, "n"), list, page.reports];
      },
      [[], ["PointerEvent"], []],
    ],
    [
      "of a link with an empty address open nothing",
      (page) => {
        page.el("a").setAttribute("href", "");
        return [click(page, "a"), page.reports];
      },
      [[], []],
    ],
    [
      "of a link that is heard of, bubbles",
      (page) => {
        const list = heard(page.root, "click", ({ target, bubbles, cancelable, composed }) => [
          (target as Element).id,
          bubbles,
          cancelable,
          composed,
        ]);
        click(page, "em");
        return list;
      },
      [["kv-em", true, true, true]],
    ],
    [
      "that are prevented open nothing",
      (page) => {
        heard(page.el("a"), "click", (event) => event.preventDefault());
        return click(page, "a");
      },
      [],
    ],
    [
      "that end the card open nothing",
      (page) => {
        heard(page.el("a"), "click", () => page.page.dispose());
        return click(page, "a");
      },
      [],
    ],
    [
      "of a label act on its control",
      (page) => {
        click(page, "u");
        return page.get(page.$("c"), "checked");
      },
      true,
    ],
    [
      "of a label do nothing while the reader types elsewhere",
      (page) => {
        const apart = document.body.appendChild(document.createElement("input"));
        apart.focus();
        const list = heard(page.el("u"), "click");
        click(page, "u");
        click(page, "c");
        apart.remove();
        return [list, page.get(page.$("c"), "checked")];
      },
      [["Event"], true],
    ],
    [
      "of a label of something outside do nothing",
      (page) => {
        const outside = document.body.appendChild(document.createElement("input"));
        outside.id = "outside";
        outside.type = "checkbox";
        const list = heard(page.el("s"), "click");
        const opened = click(page, "s");
        outside.remove();
        return [list, outside.checked, opened];
      },
      [["Event"], false, []],
    ],
    [
      "of the root do nothing",
      (page) => {
        const list = heard(page.root, "click");
        return [page.call(page.get(page.document, "body"), "click"), list];
      },
      [undefined, []],
    ],
    [
      "give nothing, and cost as a hundred calls",
      (page) => {
        const b = page.$("b");
        return [page.call(b, "click"), page.cost(() => page.call(b, "click"))];
      },
      [undefined, 101],
    ],
    [
      "name what the page refused",
      (page) => {
        for (const id of ["b", "a"])
          page.el(id).click = page.el(id).dispatchEvent = () => {
            throw new Error("the host's");
          };
        return ["b", "a"].map((id) => page.outcome(() => page.call(page.$(id), "click")));
      },
      ["Error: the page refused `click`", "Error: the page refused `click`"],
    ],
    [
      "of a link do what they do without a window",
      (page) => {
        Object.defineProperty(page.page, "view", { value: null });
        const list = heard(page.el("a"), "click");
        return [click(page, "a"), list];
      },
      [[], ["PointerEvent"]],
    ],
    [
      "act without a window, too",
      (page) => {
        Object.defineProperty(page.page, "view", { value: null });
        click(page, "c");
        return page.el("c").matches(":checked");
      },
      true,
    ],
  ]);
});
