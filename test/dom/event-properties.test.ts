// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";
import { hear } from "../support/hear.ts";

const html = `<div id="kv-a"><p id="kv-p">text</p><u id="kv-u"></u></div>`;
const strings = "animationName code data inputType key media newState oldState pointerType propertyName pseudoElement".split(" ");
const numbers = `
  altitudeAngle azimuthAngle button buttons charCode clientX clientY deltaMode deltaX deltaY deltaZ elapsedTime eventPhase height keyCode layerX
  layerY loaded location movementX movementY offsetX offsetY pageX pageY pointerId pressure screenX screenY tangentialPressure tiltX tiltY
  timeStamp total twist which width x y
`
  .trim()
  .split(/\s+/);
const booleans =
  "altKey bubbles cancelable composed ctrlKey defaultPrevented isComposing isPrimary isTrusted lengthComputable matches metaKey repeat shiftKey".split(
    " ",
  );

/** Reads properties of an event with properties of its own that happens at the paragraph, or at another target. */
function read(page: RowPage, own: Record<string, unknown>, keys: readonly string[], at: EventTarget = page.el("p")): unknown {
  const event = new Event("click", { bubbles: true });
  for (const [key, value] of Object.entries(own)) Object.defineProperty(event, key, { value });
  return hear(page, at, event, (facade) => keys.map((key) => page.get(facade, key)));
}

describe("plain properties", () => {
  const all = [...strings, ...numbers, ...booleans].filter((key) => key !== "eventPhase");
  const of = (value: unknown): Record<string, unknown> => Object.fromEntries(all.map((key) => [key, value]));
  const given = (value: unknown, kind: readonly string[]): unknown[] => all.map((key) => (kind.includes(key) ? value : undefined));
  tryRows({ html }, [
    ["are given as texts", (page) => read(page, of("x"), all), given("x", strings)],
    ["are given as numbers", (page) => read(page, of(2), all), given(2, numbers)],
    ["are given as booleans", (page) => read(page, of(true), all), given(true, booleans)],
    ["are given where a text is none", (page) => read(page, of(null), all), given(null, strings)],
    ["are not given as objects of the page", (page) => read(page, of({ document }), all), given(0, [])],
    [
      "are charged by their length",
      (page) =>
        hear(
          page,
          page.el("p"),
          Object.assign(new Event("click", { bubbles: true }), { data: "x".repeat(640), key: "x", mine: "x".repeat(640) }),
          (event) => ["data", "key", "code", "mine"].map((key) => page.cost(() => page.get(event, key))),
        ),
      [10, 0, 0, 0],
    ],
    [
      "are all that is given",
      (page) =>
        read(page, { path: [document], view: window, srcDoc: "x", mine: 1, isTrusted2: true }, [
          "path",
          "view",
          "srcDoc",
          "mine",
          "isTrusted2",
          "explicitOriginalTarget",
        ]),
      given(0, []).slice(0, 6),
    ],
  ]);
});

describe("touches", () => {
  const keys = ["touches", "targetTouches", "changedTouches"];
  const touch = (page: RowPage): Record<string, unknown> => ({
    identifier: 1,
    clientX: 2,
    clientY: "3",
    force: 0.5,
    secret: 4,
    radiusX: null,
    target: page.el("u"),
  });
  const shown = { identifier: 1, clientX: 2, force: 0.5, target: "<u#u>" };
  tryRows({ html }, [
    ...keys.map(
      (key): Row => [key, (page) => read(page, { [key]: [touch(page)] }, keys), keys.map((one) => (one === key ? [shown] : undefined))],
    ),
    [
      "all that is told of them",
      (page) => {
        const names = "identifier clientX clientY pageX pageY screenX screenY radiusX radiusY rotationAngle force webkitForce".split(" ");
        return read(page, { touches: [Object.fromEntries([...names.map((name, i) => [name, i]), ["target", null]])] }, ["touches"]);
      },
      [
        [
          {
            identifier: 0,
            clientX: 1,
            clientY: 2,
            pageX: 3,
            pageY: 4,
            screenX: 5,
            screenY: 6,
            radiusX: 7,
            radiusY: 8,
            rotationAngle: 9,
            force: 10,
            target: null,
          },
        ],
      ],
    ],
    [
      "what is no list",
      (page) => [null, "x", 1, {}, { length: "1" }].map((touches) => (read(page, { touches }, ["touches"]) as unknown[])[0]),
      [undefined, undefined, undefined, undefined, undefined],
    ],
    ["holes", (page) => read(page, { touches: { length: 3, 1: touch(page) } }, ["touches"]), [[shown]]],
    ...[99, 100, 101].map(
      (count): Row => [
        `${count} of them`,
        (page) => {
          const [touches] = read(page, { touches: Array.from({ length: count }, () => touch(page)) }, ["touches"]) as [unknown[]];
          return touches.length;
        },
        Math.min(count, 100),
      ],
    ),
    ["a list that lies of its length", (page) => read(page, { touches: { length: 50, 50: touch(page) } }, ["touches"]), [[]]],
    [
      "by their number",
      (page) =>
        hear(page, page.el("p"), Object.assign(new Event("click", { bubbles: true }), { touches: { length: 40 } }), (event) =>
          page.cost(() => page.get(event, "touches")),
        ),
      10,
    ],
    [
      "more than an array may hold",
      (page) => read(page, { touches: { length: 1e9 } }, ["touches"]),
      "limit arrayLength: a collection of 1000000000 entries is too large",
    ],
  ]);
});

describe("what events carry", () => {
  const data = { types: ["text/plain"], getData: () => "x", dropEffect: "none", effectAllowed: "all" };
  const keys = ["clipboardData", "dataTransfer"];
  tryRows({ html }, [
    ...keys.map(
      (key): Row => [key, (page) => read(page, { [key]: data }, keys), keys.map((one) => (one === key ? "[DataTransfer]" : undefined))],
    ),
    ...keys.map(
      (key): Row => [
        `${key} is the same each time`,
        (page) =>
          hear(
            page,
            page.el("p"),
            Object.assign(new Event("click", { bubbles: true }), { [key]: data }),
            (event) => new Set([page.get(event, key), page.get(event, key)]).size,
          ),
        1,
      ],
    ),
    [
      "nothing",
      (page) => [null, undefined, "x", 1].map((value) => (read(page, { clipboardData: value }, ["clipboardData"]) as unknown[])[0]),
      [null, undefined, undefined, undefined],
    ],
    [
      "elsewhere in the page",
      (page) => {
        const event = Object.assign(new Event("paste"), { clipboardData: data, dataTransfer: null });
        document.createElement("i").dispatchEvent(event);
        const facade = page.page.toEvent(event, null);
        return [page.get(facade, "clipboardData"), page.get(facade, "dataTransfer")];
      },
      [null, null],
    ],
  ]);
});
