// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<input id="kv-i" value="copy me"><input id="kv-pw" type="password" value="secret"><p id="kv-p">some text</p>`;
const copied: unknown[] = [];
const host = { clipboard: (text: string) => void copied.push(text) };
const copy = (page: RowPage, command: unknown = "copy") => {
  copied.length = 0;
  return [page.call(page.document, "execCommand", command), ...copied];
};
const pick = (element: Element | null, from: number, to: number) => (element as HTMLInputElement).setSelectionRange(from, to);
/** Gives a control the focus, and selects a part of its text. */
const hold = (page: RowPage, id: string, from: number, to: number) => {
  nothing();
  page.el(id).focus();
  pick(page.el(id), from, to);
  return page;
};
const nothing = () => document.getSelection()?.removeAllRanges();

/** A control of the host's beside the card, which has the focus and a selection. */
function beside(): HTMLInputElement {
  const control = document.body.appendChild(document.createElement("input"));
  control.value = "the host's";
  control.focus();
  control.select();
  return control;
}

describe("copying", () => {
  tryRows({ html, host }, [
    [
      "nothing",
      (page) => {
        nothing();
        return copy(page);
      },
      [false],
    ],
    ["the part of the control with the focus", (page) => copy(hold(page, "i", 1, 4)), [true, "opy"]],
    ["by the command in any case", (page) => copy(hold(page, "i", 0, 4), "COPY"), [true, "copy"]],
    ["by no other command", (page) => copy(hold(page, "i", 0, 4), "cut"), [false]],
    ["no password", (page) => copy(hold(page, "pw", 0, 6)), [false]],
    [
      "the control whose text the card selected, without the focus",
      (page) => {
        nothing();
        page.call(page.$("i"), "setSelectionRange", 5, 7);
        page.el("i").blur();
        return copy(page);
      },
      [true, "me"],
    ],
    [
      "the control with the focus before it",
      (page) => {
        page.page.selected = page.el("i");
        pick(page.el("i"), 0, 4);
        const other = page.root.appendChild(document.createElement("textarea"));
        other.value = "other";
        other.focus();
        pick(other, 0, 5);
        return copy(page);
      },
      [true, "other"],
    ],
    [
      "nothing of the host's",
      (page) => {
        nothing();
        const control = beside();
        const result = copy(page);
        control.remove();
        return result;
      },
      [false],
    ],
    [
      "nothing of a control that left the card",
      (page) => {
        nothing();
        const control = page.el("i") as HTMLInputElement;
        page.page.selected = control;
        pick(control, 0, 4);
        control.remove();
        return copy(page);
      },
      [false],
    ],
    [
      "nothing of the host's element around the card",
      (page) => {
        nothing();
        Object.assign(page.root, { value: "the host's", selectionStart: 0, selectionEnd: 4 });
        page.call(page.get(page.document, "body"), "select");
        return copy(page);
      },
      [false],
    ],
    [
      "nothing of what is closed",
      (page) => {
        hold(page, "i", 0, 4);
        page.page.selected = page.el("i");
        page.page.guard.isOn = true;
        return copy(page);
      },
      [false],
    ],
    [
      "nothing of what only looks like a control",
      (page) => {
        nothing();
        page.page.selected = page.el("p");
        const looks = [
          { value: "text" },
          { selectionStart: 0 },
          { selectionEnd: 4, selectionStart: undefined },
          { value: 7, selectionStart: 0 },
        ];
        return looks.flatMap((properties) => {
          Object.assign(page.el("p"), properties);
          return copy(page);
        });
      },
      [false, false, false, false],
    ],
    [
      "nothing once the card has gone",
      (page) => {
        hold(page, "i", 0, 4);
        page.page.dispose();
        return copy(page);
      },
      [false],
    ],
    [
      "is known to be there",
      (page) => ["copy", "COPY", "cut", undefined].map((command) => page.call(page.document, "queryCommandSupported", command)),
      [true, true, false, false],
    ],
    [
      "costs by its length",
      (page) => {
        (page.el("i") as HTMLInputElement).value = "x".repeat(640);
        hold(page, "i", 0, 640);
        return page.cost(() => page.call(page.document, "execCommand", "copy"));
      },
      11,
    ],
  ]);
});

describe("a host that copies", () => {
  const withHost = (
    what: string,
    clipboard: ((text: string) => unknown) | undefined,
    gives: unknown,
    then?: (page: RowPage) => unknown,
  ): void => {
    const row: Row = [
      what,
      (page) => {
        hold(page, "i", 0, 4);
        const result = page.outcome(() => page.call(page.document, "execCommand", "copy"));
        return then === undefined ? result : [result, then(page)];
      },
      gives,
    ];
    tryRows({ html, host: clipboard === undefined ? {} : { clipboard: clipboard as never } }, [row]);
  };
  withHost(
    "throws",
    () => {
      throw new Error("its own words");
    },
    "Error: the host service `clipboard` failed",
  );
  const caught = vi.fn();
  withHost(
    "gives a promise",
    () => Object.assign(Promise.resolve(), { catch: caught }),
    [true, 1],
    () => caught.mock.calls.length,
  );
  withHost(
    "is not there",
    undefined,
    [
      "Error: execCommand needs the host service `clipboard`",
      ["run/refused: execCommand was refused: the host offers no service `clipboard`"],
    ],
    (page) => page.reports,
  );
});
