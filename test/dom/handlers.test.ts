// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p"></p><u id="kv-u"></u></div>`;
const fire = (page: RowPage, type = "click", id = "p", Kind: typeof Event = Event): Event => {
  const event = new Kind(type, { bubbles: true, cancelable: true, composed: true });
  page.el(id).dispatchEvent(event);
  return event;
};
/** A listener that notes what it is called with. */
function noting({ fn, get }: RowPage, result?: unknown): { readonly fn: unknown; readonly heard: unknown[] } {
  const heard: unknown[] = [];
  return {
    heard,
    fn: fn((event, self) => {
      heard.push(get(event, "type"), get(event, "target"), get(event, "currentTarget"), self);
      return result;
    }),
  };
}

describe("handlers", () => {
  tryRows({ html }, [
    [
      "are read as they were set",
      (page) => {
        const [one, other] = [noting(page).fn, noting(page).fn];
        page.set(page.$("p"), "onclick", one);
        page.set(page.$("p"), "onmouseup", other);
        return [
          page.get(page.$("p"), "onclick") === one,
          page.get(page.$("p"), "onmouseup") === other,
          page.get(page.$("p"), "onmousedown"),
          page.get(page.$("u"), "onclick"),
        ];
      },
      [true, true, null, null],
    ],
    [
      "are no listeners",
      (page) => {
        const { fn, heard } = noting(page);
        page.call(page.$("p"), "addEventListener", "click", fn);
        const none = page.get(page.$("p"), "onclick");
        page.set(page.$("p"), "onclick", fn);
        page.call(page.$("p"), "addEventListener", "click", fn);
        fire(page);
        page.call(page.$("p"), "removeEventListener", "click", fn);
        fire(page);
        page.set(page.$("p"), "onclick", null);
        fire(page);
        return [none, heard.length / 4, page.page.listeners.size];
      },
      [null, 3, 0],
    ],
    ...[null, undefined, "x", 1, {}].map(
      (value): Row => [
        `go by ${value}`,
        (page) => {
          page.set(page.$("p"), "onclick", noting(page).fn);
          page.set(page.$("p"), "onclick", value);
          return [page.get(page.$("p"), "onclick"), page.page.listeners.size];
        },
        [null, 0],
      ],
    ),
    ...[false, true, undefined, 0, null].map(
      (result): Row => [
        `prevent by ${result}`,
        (page) => {
          page.set(page.$("p"), "onclick", noting(page, result).fn);
          page.call(page.$("u"), "addEventListener", "click", noting(page, result).fn);
          return [fire(page).defaultPrevented, fire(page, "click", "u").defaultPrevented];
        },
        [result === false, false],
      ],
    ),
    [
      "are none of a card that has gone",
      (page) => {
        const p = page.$("p");
        const add = vi.spyOn(page.el("p"), "addEventListener");
        page.page.dispose();
        page.set(p, "onclick", noting(page).fn);
        page.call(p, "addEventListener", "click", noting(page).fn);
        return [add.mock.calls.length, page.page.listeners.size];
      },
      [0, 0],
    ],
  ]);
});

describe("what is the host's", () => {
  tryRows({ html }, [
    [
      "is heard of where the reader points, not of what they type",
      (page) => {
        page.close("u");
        const { fn, heard } = noting(page);
        for (const type of ["click", "keydown", "input"]) page.call(page.$("a"), "addEventListener", type, fn);
        for (const type of ["click", "keydown", "input"]) fire(page, type, "u");
        fire(page, "keydown");
        return heard;
      },
      ["click", "<div#a>", "<div#a>", "<div#a>", "keydown", "<p#p>", "<div#a>", "<div#a>"],
    ],
    [
      "hears nothing when the card has gone",
      (page) => {
        const { fn, heard } = noting(page);
        const drop = vi.spyOn(page.el("p"), "removeEventListener").mockImplementation(() => {});
        page.call(page.$("p"), "addEventListener", "click", fn, true);
        const p = page.el("p");
        page.page.dispose();
        p.dispatchEvent(new Event("click"));
        return [heard, drop.mock.calls.map(([type, , options]) => [type, options])];
      },
      [[], [["click", true]]],
    ],
    [
      "may be asked by an event that is nowhere",
      (page) => {
        const add = vi.spyOn(page.el("p"), "addEventListener");
        const { fn, heard } = noting(page);
        page.call(page.$("p"), "addEventListener", "click", fn);
        for (const [, listener] of add.mock.calls) (listener as (event: Event) => void)(new Event("click"));
        return heard;
      },
      ["click", null, null, "<p#p>"],
    ],
  ]);
});
