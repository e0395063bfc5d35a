// @vitest-environment happy-dom
import { describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const bodyOf = ({ get, document: doc }: RowPage): unknown => get(doc, "body");
const styleOf = (page: RowPage, of: unknown = page.$("d")): unknown => page.get(of, "style");
const left = (name: string, reason: string): string => `policy/style: the style \`${name}\` was left out: ${reason}`;

describe("styles of the host's element", () => {
  tryRows({}, [
    [
      "are not told",
      (page) => {
        page.root.style.cssText = "color: red !important";
        const style = styleOf(page, bodyOf(page));
        return [
          page.get(style, "color"),
          page.get(style, "cssText"),
          page.get(style, "length"),
          page.call(style, "getPropertyValue", "color"),
          page.call(style, "getPropertyPriority", "color"),
          page.call(style, "removeProperty", "color"),
          page.root.style.cssText,
        ];
      },
      ["", "", 0, "", "", "", "color: red !important;"],
    ],
    [
      "are not written",
      (page) => {
        const style = styleOf(page, bodyOf(page));
        page.set(style, "color", "red");
        page.set(style, "position", "fixed");
        page.set(style, "cssText", "color: red");
        page.set(bodyOf(page), "style", "color: red");
        page.call(style, "setProperty", "color", "red");
        return [page.root.style.cssText, page.reports];
      },
      ["", []],
    ],
  ]);
});

describe("styles of a root that is the card's", () => {
  tryRows({ html: `<div data-kv-root="kv-test" id="kv-r" style="color: red"></div>` }, [
    [
      "are read",
      (page) => [
        page.get(styleOf(page, bodyOf(page)), "color"),
        page.get(styleOf(page, bodyOf(page)), "cssText"),
        page.get(styleOf(page, bodyOf(page)), "length"),
      ],
      ["red", "color: red;", 1],
    ],
    [
      "are written, unless they reach out of it",
      (page) => {
        const style = styleOf(page, bodyOf(page));
        page.set(style, "color", "blue");
        page.set(style, "margin", "1px");
        page.set(style, "position", "absolute");
        page.call(style, "setProperty", "display", "none");
        page.call(style, "setProperty", "behavior", "x");
        page.set(style, "--x", "1");
        return [page.el("r").style.cssText, page.reports];
      },
      [
        "color: blue; --x: 1;",
        [
          ...["margin", "position", "display"].map((name) => left(name, "not a property that cards may set on their root")),
          left("behavior", "not a property that cards may set"),
        ],
      ],
    ],
    [
      "are not written as a whole",
      (page) => {
        page.set(styleOf(page, bodyOf(page)), "cssText", "color: blue");
        return page.el("r").style.cssText;
      },
      "color: red;",
    ],
  ]);
});
