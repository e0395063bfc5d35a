// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p" style="color: red; margin-top: 1px !important; float: left"></p><div id="kv-d"></div>`;
const styleOf = (page: RowPage, of: unknown = page.$("d")): unknown => page.get(of, "style");
const left = (name: string, reason: string): string => `policy/style: the style \`${name}\` was left out: ${reason}`;
const unknown = "not a property that cards may set";
const refuse = (): never => {
  throw new Error("secret of the page");
};

describe("styles that are read", () => {
  tryRows({ html }, [
    [
      "by property",
      (page) =>
        ["color", "marginTop", "margin-top", "cssFloat", "float", "padding", "behavior", "parentRule", "--x", "length"].map((key) =>
          page.get(styleOf(page, page.$("p")), key),
        ),
      ["red", "1px", "1px", "left", "left", "", undefined, undefined, "", 3],
    ],
    [
      "as text",
      (page) => [page.get(styleOf(page, page.$("p")), "cssText"), page.get(styleOf(page), "cssText"), page.get(styleOf(page), "length")],
      ["color: red; margin-top: 1px !important; float: left;", "", 0],
    ],
    [
      "by methods",
      ({ call, $, get }) =>
        ["color", "margin-top", "marginTop", "cssFloat", "padding", "behavior", ""].map((name) => [
          call(get($("p"), "style"), "getPropertyValue", name),
          call(get($("p"), "style"), "getPropertyPriority", name),
        ]),
      [
        ["red", ""],
        ["1px", "important"],
        ["1px", "important"],
        ["left", ""],
        ["", ""],
        ["", ""],
        ["", ""],
      ],
    ],
    [
      "for units by their length",
      (page) => {
        page.el("d").style.cssText = `--x: ${"y".repeat(634)}`;
        const style = styleOf(page);
        return [
          page.cost(() => page.get(style, "--x")),
          page.cost(() => page.get(style, "cssText")),
          page.cost(() => page.get(style, "color")),
        ];
      },
      [9, 10, 0],
    ],
  ]);
});

describe("styles that are written", () => {
  const written = (page: RowPage): unknown => [page.el("d").style.cssText, page.reports];
  tryRows({ html }, [
    [
      "by property",
      (page) => {
        for (const [key, value] of [
          ["color", "red"],
          ["marginTop", "1px"],
          ["z-index", 2],
          ["cssFloat", "left"],
          ["--x", "1"],
        ] as const)
          page.set(styleOf(page), key, value);
        return written(page);
      },
      ["color: red; margin-top: 1px; z-index: 2; float: left; --x: 1;", []],
    ],
    [
      "away, by what is no text",
      (page) => {
        return [null, undefined, "", " "].map((value) => {
          page.el("d").style.color = "red";
          page.set(styleOf(page), "color", value);
          return page.el("d").style.cssText;
        });
      },
      ["", "", "", ""],
    ],
    [
      "and refused by name",
      (page) => {
        for (const key of ["behavior", "mine", "length", "x".repeat(50)]) page.set(styleOf(page), key, "x");
        page.set(styleOf(page), "zoomy", "");
        return [page.get(styleOf(page), "behavior"), ...(written(page) as unknown[])];
      },
      [undefined, "", ["behavior", "mine", "length", "x".repeat(40), "zoomy"].map((name) => left(name, unknown))],
    ],
    [
      "and refused by value",
      (page) => {
        const calls = vi.spyOn(page.el("d").style, "setProperty").mock.calls;
        page.set(styleOf(page), "position", "fixed");
        page.set(styleOf(page), "color", "red !important");
        page.call(styleOf(page), "setProperty", "color", "red !important", "important");
        return [calls, page.get(styleOf(page), "color"), ...(written(page) as unknown[])];
      },
      [[], "", "", [left("position", "not among the values that cards may use")]],
    ],
    [
      "by setProperty",
      (page) =>
        ["important", "", undefined, "Important", true].map((priority) => {
          page.el("d").style.cssText = "";
          return [page.call(styleOf(page), "setProperty", "color", "red", priority), page.el("d").style.cssText];
        }),
      [
        [undefined, "color: red !important;"],
        [undefined, "color: red;"],
        [undefined, "color: red;"],
        [undefined, "color: red;"],
        [undefined, "color: red;"],
      ],
    ],
    [
      "by setProperty, away",
      (page) =>
        [null, undefined, ""].map((value) => {
          page.el("d").style.cssText = "color: red; float: left";
          page.call(styleOf(page), "setProperty", "cssFloat", value);
          return page.el("d").style.cssText;
        }),
      ["color: red;", "color: red;", "color: red;"],
    ],
    [
      "by setProperty, refused",
      (page) => {
        page.call(styleOf(page), "setProperty", "behavior", "x");
        page.call(styleOf(page), "setProperty", "behavior", "");
        return written(page);
      },
      ["", [left("behavior", unknown)]],
    ],
    [
      "by removeProperty",
      (page) => [
        ...["color", "color", "marginTop", "cssFloat", "behavior"].map((name) =>
          page.call(styleOf(page, page.$("p")), "removeProperty", name),
        ),
        page.el("p").style.cssText,
      ],
      ["red", "", "1px", "left", "", ""],
    ],
    [
      "as text",
      (page) => {
        page.set(styleOf(page, page.$("p")), "cssText", "padding: 1px; position: fixed");
        page.set(styleOf(page, page.$("d")), "cssText", 1);
        return [page.el("p").style.cssText, ...(written(page) as unknown[])];
      },
      ["padding: 1px;", "", [left("position", "not among the values that cards may use"), left("1", unknown)]],
    ],
    [
      "if the page does not refuse",
      (page) => {
        Object.defineProperty(page.el("d"), "style", {
          value: {
            setProperty: refuse,
            removeProperty: refuse,
            getPropertyValue: () => "",
            set cssText(_text: string) {
              refuse();
            },
          },
        });
        return [
          () => page.set(styleOf(page), "color", "red"),
          () => page.set(styleOf(page), "color", ""),
          () => page.set(styleOf(page), "cssText", "color: red"),
          () => page.call(styleOf(page), "removeProperty", "color"),
        ].map(page.outcome);
      },
      [
        "Error: the page refused `style`",
        "Error: the page refused `style`",
        "Error: the page refused `style`",
        "Error: the page refused `style`",
      ],
    ],
    [
      "by methods that only they answer to",
      (page) => page.call(page.get(styleOf(page), "setProperty"), "call", page.$("d"), "color", "red"),
      "TypeError: `setProperty` needs a value that is a CSSStyleDeclaration of this card",
    ],
    [
      "for units",
      (page) => [
        page.cost(() => page.set(styleOf(page), "color", "red")),
        page.cost(() => page.set(styleOf(page), "--x", "y".repeat(256))),
        page.cost(() => page.set(styleOf(page), "--x", "y".repeat(260))),
        page.cost(() => page.set(styleOf(page), "cssText", `--x: ${"y".repeat(635)}`)),
      ],
      [4, 4, 69, 170],
    ],
  ]);
});
