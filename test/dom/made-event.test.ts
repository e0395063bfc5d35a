// @vitest-environment happy-dom
import { describe } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { eventNames } from "../../src/scope/browser/events.ts";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p">text</p></div>`;
const bubbling = { bubbles: true, cancelable: true } as const;

/** Sends an event of the template from the paragraph; gives what its listener there makes of it, and the event. */
function sent(
  page: RowPage,
  kind: "Event" | "CustomEvent",
  init: Record<string, unknown>,
  use: (facade: unknown, made: unknown) => unknown,
): unknown[] {
  const { call, $, fn, realm } = page;
  const made = construct(realm, eventNames.get(kind), ["saved", toRecord(Object.entries(init))]);
  let gives: unknown;
  call(
    $("p"),
    "addEventListener",
    "saved",
    fn((facade) => {
      gives = use(facade, made);
    }),
  );
  const log: string[] = [];
  call(
    $("p"),
    "addEventListener",
    "saved",
    fn(() => log.push("same")),
  );
  call(
    $("a"),
    "addEventListener",
    "saved",
    fn(() => log.push("above")),
  );
  const allowed = call($("p"), "dispatchEvent", made);
  return [gives, allowed, log.join(), page.get(made, "defaultPrevented")];
}

describe("events of the template", () => {
  tryRows({ html }, [
    [
      "go through",
      (page) =>
        sent(page, "Event", bubbling, (event, made) => [
          event === made,
          page.get(event, "type"),
          page.get(event, "detail"),
          isInstanceOf(page.realm, event, eventNames.get("CustomEvent")),
        ]),
      [[false, "saved", undefined, false], true, "same,above", false],
    ],
    [
      "carry what was hung on them",
      (page) =>
        sent(page, "CustomEvent", { ...bubbling, detail: 1 }, (event, made) => {
          page.set(made, "mine", "x");
          page.set(made, "key", "k");
          page.set(made, "bubbles2", true);
          return [
            page.get(event, "mine"),
            page.get(event, "key"),
            page.get(event, "type"),
            page.get(event, "detail"),
            page.get(event, "yours"),
            isInstanceOf(page.realm, event, eventNames.get("CustomEvent")),
          ];
        }),
      [["x", "k", "saved", 1, undefined, true], true, "same,above", false],
    ],
    [
      "preventDefault",
      (page) =>
        sent(page, "Event", bubbling, (event, made) => {
          page.call(event, "preventDefault");
          return page.get(made, "defaultPrevented");
        }),
      [true, false, "same,above", true],
    ],
    [
      "preventDefault of what can't be",
      (page) =>
        sent(page, "Event", { bubbles: true }, (event, made) => {
          page.call(event, "preventDefault");
          return page.get(made, "defaultPrevented");
        }),
      [false, true, "same,above", false],
    ],
    [
      "stopPropagation",
      (page) =>
        sent(page, "Event", bubbling, (event, made) => {
          page.call(event, "stopPropagation");
          return [
            (made as { readonly state: { stopped: boolean; ended: boolean } }).state.stopped,
            (made as { readonly state: { ended: boolean } }).state.ended,
          ];
        }),
      [[true, false], true, "same", false],
    ],
    [
      "stopImmediatePropagation",
      (page) =>
        sent(page, "Event", bubbling, (event, made) => {
          page.call(event, "stopImmediatePropagation");
          const { stopped, ended } = (made as { readonly state: { stopped: boolean; ended: boolean } }).state;
          return [stopped, ended];
        }),
      [[true, true], true, "", false],
    ],
  ]);
});
