// @vitest-environment happy-dom
import { describe } from "vitest";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { eventNames } from "../../src/scope/browser/events.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";
import { hear } from "../support/hear.ts";

const html = `<div id="kv-a"><p id="kv-p">text</p></div>`;
const bubbling = { bubbles: true, cancelable: true } as const;

/** Does something with the facade of an event in the card; gives that, and what has become of the event. */
function heard(page: RowPage, use: (facade: unknown) => unknown): unknown {
  const event = new Event("click", bubbling);
  let after = 0;
  page.el("a").addEventListener("click", () => after++);
  const gives = hear(page, page.el("p"), event, use);
  let above = 0;
  page.root.addEventListener("click", () => above++);
  return [gives, event.defaultPrevented, after + above];
}

describe("events of the page", () => {
  tryRows({ html }, [
    [
      "composedPath",
      (page) => hear(page, page.el("p"), new Event("click", bubbling), (event) => page.call(event, "composedPath")),
      ["<p#p>", "<div#a>", "<section>"],
    ],
    [
      "composedPath, by its length",
      (page) => hear(page, page.el("p"), new Event("click", bubbling), (event) => page.cost(() => page.call(event, "composedPath"))),
      2,
    ],
    [
      "isPersistent, persist",
      (page) =>
        hear(page, page.el("p"), new Event("click", bubbling), (event) => [page.call(event, "isPersistent"), page.call(event, "persist")]),
      [true, undefined],
    ],
    [
      "preventDefault",
      (page) =>
        heard(page, (event) => [
          page.call(event, "isDefaultPrevented"),
          page.call(event, "preventDefault"),
          page.call(event, "isDefaultPrevented"),
          page.get(event, "defaultPrevented"),
        ]),
      [[false, undefined, true, true], true, 1],
    ],
    [
      "stopPropagation",
      (page) => {
        let above = 0;
        page.root.addEventListener("click", () => above++);
        return [
          heard(page, (event) => [
            page.call(event, "isPropagationStopped"),
            page.call(event, "stopPropagation"),
            page.call(event, "isPropagationStopped"),
            page.get(event, "cancelBubble"),
          ]),
          above,
        ];
      },
      [[[false, undefined, true, true], false, 1], 0],
    ],
    [
      "stopImmediatePropagation",
      (page) => {
        let later = 0;
        const event = new Event("click", bubbling);
        const gives = hear(page, page.el("p"), event, (facade) => {
          page.el("a").addEventListener("click", () => later++);
          return [page.call(facade, "stopImmediatePropagation"), page.call(facade, "isPropagationStopped")];
        });
        return [gives, later];
      },
      [[undefined, true], 0],
    ],
    [
      "getModifierState",
      (page) => {
        const event = Object.assign(new KeyboardEvent("keydown", bubbling), {
          getModifierState: (name: string) => (name === "Shift" ? true : name === "Alt" ? 1 : false),
        });
        return hear(page, page.el("p"), event, (facade) =>
          ["Shift", "Alt", "Control", undefined].map((name) => page.call(facade, "getModifierState", name)),
        );
      },
      [true, false, false, false],
    ],
    [
      "getModifierState of what has no keys",
      (page) => hear(page, page.el("p"), new Event("click", bubbling), (event) => page.call(event, "getModifierState", "Shift")),
      false,
    ],
    [
      "getModifierState is asked of the event",
      (page) => {
        const event = Object.assign(new Event("keydown", bubbling), {
          getModifierState(this: unknown) {
            return this === event;
          },
        });
        return hear(page, page.el("p"), event, (facade) => page.call(facade, "getModifierState", "Shift"));
      },
      true,
    ],
    ...(
      [
        ["returnValue", false, true],
        ["returnValue", true, false],
        ["returnValue", 0, false],
        ["cancelBubble", true, false],
        ["cancelBubble", false, false],
        ["mine", false, false],
        ["mine", true, false],
      ] as const
    ).map(
      ([key, value, prevented]): Row => [
        `${key} = ${value}`,
        (page) =>
          heard(page, (event) => {
            page.set(event, key, value);
            return [page.call(event, "isPropagationStopped"), page.get(event, key)];
          }),
        [[key === "cancelBubble" && value, value], prevented, 1],
      ],
    ),
    [
      "returnValue of what can't be prevented",
      (page) =>
        hear(page, page.el("p"), new Event("click", { bubbles: true }), (event) => {
          page.set(event, "returnValue", false);
          return page.get(event, "returnValue");
        }),
      true,
    ],
    [
      "have no interface of the host's without a window",
      (page) => {
        document.implementation.createHTMLDocument().createElement("div").append(page.root);
        return isInstanceOf(page.realm, page.page.toEvent(new CustomEvent("click"), null), eventNames.get("CustomEvent"));
      },
      false,
    ],
    [
      "have methods that only they answer to",
      (page) =>
        hear(page, page.el("p"), new Event("click", bubbling), (event) =>
          page.outcome(() => page.call(page.get(event, "preventDefault"), "call", page.$("p"))),
        ),
      "TypeError: `preventDefault` needs a value that is a Event of this card",
    ],
    [
      "are what the platform says",
      (page) => {
        const kinds = (event: Event): unknown =>
          hear(page, page.el("p"), event, (facade) =>
            ["Event", "CustomEvent"].map((name) => isInstanceOf(page.realm, facade, eventNames.get(name))),
          );
        return [kinds(new Event("click", bubbling)), kinds(new MouseEvent("click", bubbling)), kinds(new CustomEvent("click", bubbling))];
      },
      [
        [true, false],
        [true, false],
        [true, true],
      ],
    ],
  ]);
});
