// @vitest-environment happy-dom
import { beforeEach, describe } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { eventNames } from "../../src/scope/browser/events.ts";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-box"><button id="kv-b" type="button"><i id="kv-i">x</i></button><input id="kv-c" type="checkbox">
<label id="kv-l" for="kv-c"><u id="kv-u">y</u></label><label id="kv-out" for="outside"><s id="kv-s">z</s></label></div>
<a id="kv-a" href="https://e.example/"><em id="kv-em">link</em></a><a id="kv-f" href="#kv-b">f</a><a id="kv-n">none</a>
<svg><a id="kv-x" xlink:href="https://x.example/"><g id="kv-g"></g></a></svg>`;

const make = (page: RowPage, type: string, init: Record<string, unknown> = {}) =>
  construct(page.realm, eventNames.get("Event"), [type, toRecord(Object.entries(init))]);
const send = (page: RowPage, id: string, event: unknown) => page.call(page.$(id), "dispatchEvent", event);

/** What the page hears of an event at an element; `act` is done there. */
function heard(at: Element, type: string, act: (event: Event) => unknown = (event) => event.constructor.name): unknown[] {
  const list: unknown[] = [];
  at.addEventListener(type, (event) => list.push(act(event)));
  return list;
}

// What another card left in the page may have the focus.
beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

describe("events that are dispatched", () => {
  tryRows({ html }, [
    [
      "no event",
      (page) => send(page, "b", toRecord([["type", "click"]])),
      "TypeError: an event has to be made by `new Event` or `new CustomEvent`",
    ],
    [
      "nothing",
      (page) => page.call(page.$("b"), "dispatchEvent"),
      "TypeError: an event has to be made by `new Event` or `new CustomEvent`",
    ],
    ["another facade", (page) => send(page, "b", page.$("b")), "TypeError: an event has to be made by `new Event` or `new CustomEvent`"],
    [
      "costs as a hundred calls",
      (page) => {
        const [b, event] = [page.$("b"), make(page, "x")];
        return page.cost(() => page.call(b, "dispatchEvent", event));
      },
      101,
    ],
    [
      "is a plain one",
      (page) => {
        const list = heard(page.el("b"), "keydown");
        return [send(page, "b", make(page, "keydown", { key: "a" })), list];
      },
      [true, ["Event"]],
    ],
    [
      "has the card's name where the page knows none",
      (page) => {
        const list = heard(page.el("b"), "kv:mine");
        send(page, "b", make(page, "mine"));
        return list;
      },
      ["Event"],
    ],
    [
      "a click acts as a mouse's does",
      (page) => {
        const list = heard(page.el("c"), "click");
        send(page, "c", make(page, "click", { bubbles: true, cancelable: true }));
        return [list, page.get(page.$("c"), "checked")];
      },
      [["MouseEvent"], true],
    ],
    [
      "a click of a link does not",
      (page) => {
        const list = heard(page.el("em"), "click");
        send(page, "em", make(page, "click"));
        return list;
      },
      ["Event"],
    ],
    [
      "bubbles and is cancelable as it says",
      (page) => {
        const list = heard(page.el("b"), "focus", ({ bubbles, cancelable, composed }) => [bubbles, cancelable, composed]);
        for (const bubbles of [true, false]) send(page, "b", make(page, "focus", { bubbles, cancelable: !bubbles }));
        return list;
      },
      [
        [true, false, true],
        [false, true, true],
      ],
    ],
    [
      "goes as far as the root",
      (page) => {
        const lists = [page.el("box"), page.root, document.body].map((at) => heard(at, "focus", () => 1));
        send(page, "b", make(page, "focus", { bubbles: true }));
        return lists;
      },
      [[1], [1], []],
    ],
    [
      "stops there no event of others",
      (page) => {
        const list = heard(document.body, "focus", () => 1);
        page.el("b").addEventListener("focus", () => page.el("c").dispatchEvent(new Event("focus", { bubbles: true })), { once: true });
        send(page, "b", make(page, "focus", { bubbles: true }));
        page.el("b").dispatchEvent(new Event("focus", { bubbles: true }));
        return list;
      },
      [1, 1],
    ],
    [
      "leaves no listener behind",
      (page) => {
        let count = 0;
        page.root.addEventListener = () => void count++;
        page.root.removeEventListener = () => void count--;
        send(page, "b", make(page, "focus"));
        return count;
      },
      0,
    ],
    [
      "tells whether its default was prevented",
      (page) => {
        heard(page.el("b"), "focus", (event) => event.preventDefault());
        const event = make(page, "focus", { cancelable: true });
        return [send(page, "b", event), page.get(event, "defaultPrevented"), send(page, "b", make(page, "focus"))];
      },
      [false, true, true],
    ],
    [
      "keeps its target and no current one",
      (page) => {
        const event = make(page, "focus");
        send(page, "b", event);
        return ["target", "currentTarget", "defaultPrevented"].map((key) => page.get(event, key));
      },
      ["<button#b>", null, false],
    ],
    [
      "from the document",
      (page) => {
        const event = make(page, "focus");
        page.call(page.document, "dispatchEvent", event);
        return page.get(event, "target");
      },
      "[Document]",
    ],
    [
      "from the root",
      (page) => {
        const event = make(page, "focus");
        page.call(page.get(page.document, "body"), "dispatchEvent", event);
        return page.get(event, "target");
      },
      "<section>",
    ],
    [
      "names what the page refused",
      (page) => {
        page.el("b").dispatchEvent = () => {
          throw new Error("the host's");
        };
        return [page.outcome(() => send(page, "b", make(page, "focus"))), page.outcome(() => page.call(page.$("b"), "click"))];
      },
      ["Error: the page refused `dispatchEvent`", "Error: the page refused `click`"],
    ],
    [
      "nowhere without a window",
      (page) => {
        Object.defineProperty(page.page, "view", { value: null });
        const list = heard(page.el("b"), "focus");
        return [send(page, "b", make(page, "focus")), list];
      },
      [true, []],
    ],
  ]);
});
