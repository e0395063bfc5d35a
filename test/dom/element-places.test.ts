// @vitest-environment happy-dom
import { describe } from "vitest";
import { toRecord } from "../../src/runtime/record.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";
import { asks, called, fail } from "../support/page-calls.ts";

const html = `<p id="kv-p">a</p><form id="kv-f"><input id="kv-i"></form>`;
const body = (page: RowPage) => page.get(page.document, "body");
const record = (values: Record<string, unknown>) => toRecord(Object.entries(values));

describe("scrolling", () => {
  tryRows({ html }, [
    asks("scrollTo", [1, "2"], [{ left: 1, top: 2 }]),
    asks("scroll", [1, 2], [{ left: 1, top: 2 }], "scrollTo"),
    asks("scrollBy", [1], [{ left: 1 }]),
    asks("scrollTo", [undefined, 2], [{ top: 2 }]),
    asks("scrollTo", [], [{}]),
    asks("scrollTo", [record({ left: "3", top: 4, behavior: "smooth" }), 9], [{ left: 3, top: 4, behavior: "smooth" }]),
    asks("scrollTo", [record({ behavior: "fast" })], [{}]),
    asks("scrollTo", [record({ behavior: 1, left: 1 })], [{ left: 1 }]),
    asks("scrollIntoView", [], [{}]),
    asks("scrollIntoView", [true], [true]),
    asks("scrollIntoView", [false], [false]),
    asks("scrollIntoView", ["start"], [{}]),
    asks(
      "scrollIntoView",
      [record({ block: "end", inline: "nearest", behavior: "instant" })],
      [{ block: "end", inline: "nearest", behavior: "instant" }],
    ),
    asks("scrollIntoView", [record({ block: "auto", inline: "top", behavior: "start" })], [{}]),
    [
      "scrollTo says nothing of what it was not told",
      (page) => {
        const names: string[] = [];
        Object.defineProperty(page.el("p"), "scrollTo", { value: (options: object) => void names.push(...Object.keys(options)) });
        page.call(page.$("p"), "scrollTo", 1);
        return names;
      },
      ["left"],
    ],
    ...["scrollTo", "scrollBy", "scrollIntoView"].flatMap((name): Row[] => [
      [`${name} where there is none`, (page) => called(page, name, []), [undefined]],
      [`${name} that the page refuses`, (page) => called(page, name, [], fail), [`Error: the page refused \`${name}\``, [{}]]],
      [`${name} of the root`, (page) => called(page, name, [], () => 1, page.root as HTMLElement, body(page)), [undefined, [{}]]],
      [
        `${name} costs`,
        (page) => {
          const p = page.$("p");
          return page.cost(() => page.call(p, name));
        },
        9,
      ],
    ]),
    [
      "into view, only so often",
      (page) => {
        let count = 0;
        Object.defineProperty(page.el("p"), "scrollIntoView", { value: () => count++ });
        for (let i = 0; i < 9; i++) page.call(page.$("p"), "scrollIntoView");
        return count;
      },
      5,
    ],
  ]);
});

describe("pointers and selections", () => {
  tryRows({ html }, [
    ...["setPointerCapture", "releasePointerCapture", "hasPointerCapture"].flatMap((name): Row[] => [
      [name, (page) => called(page, name, ["7"], () => true), [true, [7]]],
      [`${name} where there is none`, (page) => called(page, name, [7]), [undefined]],
      [`${name} that the page refuses`, (page) => called(page, name, [7], fail)[0], `Error: the page refused \`${name}\``],
      [`${name} of the root`, (page) => called(page, name, [7], () => true, page.root as HTMLElement, body(page)), [undefined]],
    ]),
    asks("setSelectionRange", ["1", 2], [1, 2, "none"]),
    ...["forward", "backward", "none"].map((way) => asks("setSelectionRange", [1, 2, way], [1, 2, way])),
    asks("setSelectionRange", [1, 2, "up"], [1, 2, "none"]),
    asks("setSelectionRange", [1, 2, 3], [1, 2, "none"]),
    asks("setCustomValidity", [5], ["5"]),
    [
      "where there is none",
      (page) => [called(page, "setSelectionRange", [1, 2]), called(page, "setCustomValidity", [""])],
      [[undefined], [undefined]],
    ],
    [
      "that the page refuses",
      (page) => [called(page, "setSelectionRange", [1, 2], fail)[0], called(page, "setCustomValidity", [""], fail)[0]],
      ["Error: the page refused `setSelectionRange`", "Error: the page refused `setCustomValidity`"],
    ],
    [
      "remembers the control",
      (page) => {
        called(page, "setSelectionRange", [1, 2]);
        return page.page.selected === page.el("p");
      },
      true,
    ],
    [
      "costs",
      (page) => {
        const p = page.$("p");
        return [
          page.cost(() => page.call(p, "setSelectionRange", 0, 1)),
          page.cost(() => page.call(p, "setCustomValidity", "x".repeat(640))),
        ];
      },
      [101, 11],
    ],
  ]);
});

describe("where elements are", () => {
  const rect = { bottom: 1, height: 2, left: 3, right: 4, top: 5, width: 6, x: 7, y: 8, toJSON: () => "host" };
  const { toJSON: _, ...sides } = rect;
  tryRows({ html }, [
    ["is copied", (page) => called(page, "getBoundingClientRect", [], () => rect), [sides, []]],
    ["is copied, piece by piece", (page) => called(page, "getClientRects", [], () => [rect, rect]), [[sides, sides], []]],
    [
      "costs",
      (page) => {
        const p = page.$("p");
        Object.defineProperty(page.el("p"), "getClientRects", { value: () => [rect, rect] });
        return ["getBoundingClientRect", "getClientRects"].map((name) => page.cost(() => page.call(p, name)));
      },
      [9, 5],
    ],
  ]);
});
