// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { TemplateThrow } from "../../src/runtime/failure.ts";
import type { Opaque } from "../../src/runtime/handles.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { createRowPage, type Row, type RowPage, show, tryRows } from "../support/facade-rows.ts";
import { asks, called, fail } from "../support/page-calls.ts";

const html = `<p id="kv-p">a</p><form id="kv-f"><input id="kv-i"></form>`;
const body = (page: RowPage) => page.get(page.document, "body");
const record = (values: Record<string, unknown>) => toRecord(Object.entries(values));
// What another card left in the page may have the focus.
beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

describe("methods that take nothing", () => {
  const names = ["checkValidity", "load", "pause", "reportValidity", "requestSubmit", "reset", "select", "stepDown", "stepUp"];
  const rows = names.flatMap((name): Row[] => [
    [
      `${name} gives what is true or false`,
      (page) => [true, false].map((value) => called(page, name, [1], () => value)),
      [
        [true, []],
        [false, []],
      ],
    ],
    [
      `${name} gives nothing else`,
      (page) => [{}, "x", null].map((value) => called(page, name, [], () => value)),
      [
        [undefined, []],
        [undefined, []],
        [undefined, []],
      ],
    ],
    [`${name} where there is none`, (page) => called(page, name, []), [undefined]],
    [`${name} that the page refuses`, (page) => called(page, name, [], fail), [`Error: the page refused \`${name}\``, []]],
    [`${name} of the root`, (page) => called(page, name, [], () => true, page.root as HTMLElement, body(page)), [undefined]],
    [
      `${name} costs`,
      (page) => {
        const p = page.$("p");
        return page.cost(() => page.call(p, name));
      },
      101,
    ],
  ]);
  tryRows({ html }, rows);

  const focusing = ["reportValidity", "requestSubmit", "select", "focus"];
  tryRows({ html }, [
    ...focusing.map(
      (name): Row => [
        `${name} takes no focus from what is typed elsewhere`,
        (page) => {
          const apart = document.body.appendChild(document.createElement("input"));
          apart.focus();
          const result = called(page, name, [], () => true);
          apart.remove();
          return result;
        },
        [undefined],
      ],
    ),
    [
      "reset not where controls are closed",
      (page) => {
        const f = page.$("f");
        page.page.guard.isOn = true;
        return called(page, "reset", [], () => true, page.el("f"), f);
      },
      [undefined],
    ],
    [
      "select remembers the control",
      (page) => {
        page.call(page.$("p"), "select");
        return page.page.selected === page.el("p");
      },
      true,
    ],
  ]);
});

describe("focus", () => {
  tryRows({ html }, [
    asks("focus", [], [{ preventScroll: false }]),
    asks("focus", [record({ preventScroll: true })], [{ preventScroll: true }]),
    asks("focus", [record({ preventScroll: 1 })], [{ preventScroll: false }]),
    asks("focus", [true], [{ preventScroll: false }]),
    asks("blur", [], []),
    ["not of the root", (page) => called(page, "focus", [], () => 1, page.root as HTMLElement, body(page)), [undefined]],
    ["where there is none", (page) => [called(page, "focus", []), called(page, "blur", [])], [[undefined], [undefined]]],
    [
      "that the page refuses",
      (page) => [called(page, "focus", [], fail)[0], called(page, "blur", [], fail)[0]],
      ["Error: the page refused `focus`", "Error: the page refused `blur`"],
    ],
    [
      "costs",
      (page) => {
        const p = page.$("p");
        return ["focus", "blur"].map((name) => page.cost(() => page.call(p, name)));
      },
      [101, 101],
    ],
  ]);
});

describe("what elements don't do", () => {
  tryRows({ html }, [
    ["draw", (page) => page.call(page.$("p"), "getContext", "2d"), "Error: cards can't draw on a canvas"],
    [
      "submit",
      (page) => page.call(page.$("f"), "submit"),
      "Error: a card's form can't be submitted: listen to its `submit` event, and use `requestSubmit()`",
    ],
    [
      "listen for long names",
      (page) =>
        page.call(
          page.$("p"),
          "addEventListener",
          "x".repeat(201),
          page.fn(() => 1),
        ),
      "TypeError: the name of an event is too long",
    ],
    [
      "act for another receiver",
      (page) => page.call(page.get(page.$("p"), "focus"), "call", page.document),
      "TypeError: `focus` needs a value that is a Element of this card",
    ],
  ]);
});

describe("listeners of elements", () => {
  tryRows({ html }, [
    [
      "hear there",
      (page) => {
        const heard: unknown[] = [];
        const listener = page.fn((event, self) => heard.push([page.get(event, "type"), self]));
        for (const self of [page.$("p"), body(page)]) page.call(self, "addEventListener", "click", listener);
        page.el("p").click();
        const both = [...heard];
        for (const self of [page.$("p"), body(page)]) page.call(self, "removeEventListener", "click", listener);
        page.el("p").click();
        return [show(both), heard.length, page.page.listeners.size];
      },
      [
        [
          ["click", "<p#p>"],
          ["click", "<section>"],
        ],
        2,
        0,
      ],
    ],
  ]);
});

describe("playing", () => {
  const play = (own: unknown) => {
    const page = createRowPage({ html });
    Object.defineProperty(page.el("p"), "play", { value: own });
    return { page, playing: page.call(page.$("p"), "play") as Opaque<{ promise: Promise<unknown> }> | undefined };
  };

  it("waits until it plays, without what the page gives", async () => {
    await expect(play(async () => "the page's").playing?.state.promise).resolves.toBeUndefined();
  });

  it("fails where the page does not play", async () => {
    const error = await play(() => Promise.reject(new Error("the host's"))).playing?.state.promise.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TemplateThrow);
    const { name, message } = ((error as TemplateThrow).value as Opaque<{ name: string; message: string }>).state;
    expect([name, message]).toEqual(["NotAllowedError", "the page does not play this now"]);
  });

  tryRows({ html }, [
    ["where there is nothing to play", (page) => called(page, "play", []), [undefined]],
    ["that the page refuses", (page) => called(page, "play", [], fail), ["Error: the page refused `play`", []]],
    [
      "costs",
      (page) => {
        const p = page.$("p");
        return page.cost(() => page.call(p, "play"));
      },
      101,
    ],
  ]);
});
