// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { abortControllerFacade } from "../../src/scope/browser/abort.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p"></p><u id="kv-u"></u></div>`;
const record = (values: Record<string, unknown>): unknown => toRecord(Object.entries(values));

/** Adds a listener to the paragraph. */
const add = (page: RowPage, fn: unknown, options?: unknown, type = "click", id = "p"): unknown =>
  page.call(page.$(id), "addEventListener", type, fn, options);
const remove = (page: RowPage, fn: unknown, options?: unknown, type = "click"): unknown =>
  page.call(page.$("p"), "removeEventListener", type, fn, options);
const fire = (page: RowPage, type = "click", id = "p"): Event => {
  const event = new Event(type, { bubbles: true, cancelable: true });
  page.el(id).dispatchEvent(event);
  return event;
};
/** A listener that counts. */
function counter(page: RowPage, result?: unknown): { readonly fn: unknown; readonly count: () => number } {
  let count = 0;
  const fn = page.fn(() => {
    count++;
    return result;
  });
  return { fn, count: () => count };
}

describe("what can listen", () => {
  tryRows({ html }, [
    [
      "nothing",
      (page) => [add(page, null), add(page, undefined), add(page, null, 1), page.page.listeners.size],
      [undefined, undefined, undefined, 0],
    ],
    ["a text", (page) => add(page, "alert(1)"), "TypeError: a listener has to be a function"],
    ["a number", (page) => add(page, 1), "TypeError: a listener has to be a function"],
    [
      "a function",
      (page) => {
        const [heard, seen] = [counter(page), [] as unknown[]];
        add(
          page,
          page.fn((event, self) => seen.push(page.get(event, "type"), page.get(event, "currentTarget"), self)),
        );
        add(page, heard.fn);
        fire(page);
        return [seen, heard.count(), page.page.listeners.size];
      },
      [["click", "<p#p>", "<p#p>"], 1, 2],
    ],
    [
      "an object",
      (page) => {
        const seen: unknown[] = [];
        const listener = record({
          name: "mine",
          handleEvent: page.fn((event, self) => seen.push(page.get(event, "type"), page.get(self, "name"))),
        });
        add(page, listener);
        fire(page);
        return seen;
      },
      ["click", "mine"],
    ],
  ]);
});

describe("the names of events", () => {
  const long = "TypeError: the name of an event is too long";
  tryRows({ html }, [
    ...[199, 200, 201].map(
      (length): Row => [
        `${length} units`,
        (page) => add(page, counter(page).fn, false, "x".repeat(length)),
        length > 200 ? long : undefined,
      ],
    ),
    ["to take away", (page) => remove(page, counter(page).fn, false, "x".repeat(201)), long],
    [
      "are texts",
      (page) => {
        const { fn, count } = counter(page);
        add(page, fn, false, 1 as unknown as string);
        fire(page, "kv:1");
        return count();
      },
      1,
    ],
    [
      "of the template's own carry its prefix",
      (page) => {
        const { fn, count } = counter(page);
        add(page, fn, false, "saved");
        fire(page, "saved");
        fire(page, "kv:saved");
        return count();
      },
      1,
    ],
  ]);
});

describe("options", () => {
  const options: readonly (readonly [unknown, unknown])[] = [
    [undefined, { capture: false }],
    [null, { capture: false }],
    [false, { capture: false }],
    [true, { capture: true }],
    [1, { capture: false }],
    ["true", { capture: false }],
    [record({}), { capture: false }],
    [record({ capture: true }), { capture: true }],
    [record({ capture: 1, once: 1 }), { capture: true }],
    [record({ capture: 0 }), { capture: false }],
    [record({ passive: true }), { capture: false, passive: true }],
    [record({ passive: false, capture: true }), { capture: true, passive: false }],
    [record({ passive: null }), { capture: false, passive: false }],
    [record({ signal: null }), { capture: false }],
    [record({ signal: record({ aborted: true }) }), { capture: false }],
  ];
  tryRows({ html }, [
    ...options.map(
      ([given, expected], i): Row => [
        `${i}`,
        (page) => {
          const spy = vi.spyOn(page.el("p"), "addEventListener");
          add(page, counter(page).fn, given);
          return spy.mock.calls.map(([type, , chosen]) => [type, chosen]);
        },
        [["click", expected]],
      ],
    ),
    [
      "once",
      (page) =>
        [true, false].map((once) => {
          const { fn, count } = counter(page);
          add(page, fn, record({ once }));
          fire(page);
          fire(page);
          remove(page, fn);
          return count();
        }),
      [1, 2],
    ],
    [
      "by phase",
      (page) => {
        const { fn } = counter(page);
        for (const capture of [true, false, true]) add(page, fn, capture);
        const sizes = [page.page.listeners.size];
        for (const capture of [record({ capture: true }), true, undefined, false]) {
          remove(page, fn, capture);
          sizes.push(page.page.listeners.size);
        }
        return sizes;
      },
      [2, 1, 1, 0, 0],
    ],
  ]);
});

describe("signals", () => {
  const control = ({ realm }: RowPage): unknown => construct(realm, abortControllerFacade, []);
  tryRows({ html }, [
    [
      "take a listener away",
      (page) => {
        const { fn, count } = counter(page);
        const controller = control(page);
        add(page, fn, record({ signal: page.get(controller, "signal") }));
        fire(page);
        page.call(controller, "abort");
        fire(page);
        return [count(), page.page.listeners.size];
      },
      [1, 0],
    ],
    [
      "keep one from being added",
      (page) => {
        const controller = control(page);
        page.call(controller, "abort");
        add(page, counter(page).fn, record({ signal: page.get(controller, "signal") }));
        return page.page.listeners.size;
      },
      0,
    ],
    [
      "of a listener that has gone take no other along",
      (page) => {
        const [gone, kept] = [counter(page), counter(page)];
        const controller = control(page);
        add(page, gone.fn, record({ signal: page.get(controller, "signal") }));
        add(page, kept.fn);
        remove(page, gone.fn);
        page.call(controller, "abort");
        add(page, kept.fn);
        fire(page);
        return [gone.count(), kept.count(), page.page.listeners.size];
      },
      [0, 1, 1],
    ],
  ]);
});
