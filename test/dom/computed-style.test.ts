// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p" style="color: red; float: left; margin-top: 2px">a</p>`;
const compute = (page: RowPage, ...args: unknown[]) => page.call(page.realm.window, "getComputedStyle", ...args);

/** What the page is asked for, and a style that answers with its own name and pseudo-element. */
function answering(page: RowPage, ...args: unknown[]): unknown {
  const asked = vi.spyOn(window, "getComputedStyle").mockImplementation((element, pseudo) => {
    const getPropertyValue = (name: string) =>
      name === "background-image" ? "url(https://host.example/)" : `${name} of ${element.id}${pseudo}`;
    return { getPropertyValue } as CSSStyleDeclaration;
  });
  try {
    return page.get(compute(page, ...args), "color");
  } finally {
    asked.mockRestore();
  }
}

describe("how elements are shown", () => {
  tryRows({ html }, [
    [
      "by properties",
      (page) =>
        ["color", "float", "cssFloat", "marginTop", "margin-top", "parentRule", "cssText", "length", "behavior"].map((name) =>
          page.get(compute(page, page.$("p")), name),
        ),
      ["red", "left", "left", "2px", "2px", undefined, undefined, undefined, undefined],
    ],
    [
      "by a method",
      (page) =>
        ["color", "cssFloat", "margin-top", "behavior", 1].map((name) => page.call(compute(page, page.$("p")), "getPropertyValue", name)),
      ["red", "left", "2px", "", ""],
    ],
    ["of the root", (page) => page.get(compute(page, page.get(page.document, "body")), "display"), "block"],
    ["never written", (page) => page.set(compute(page, page.$("p")), "color", "blue"), "TypeError: computed styles can't be written"],
    [
      "never written, whatever the name",
      (page) => page.set(compute(page, page.$("p")), "mine", "x"),
      "TypeError: computed styles can't be written",
    ],
    [
      "of no text",
      (page) => compute(page, page.get(page.$("p"), "firstChild")),
      "TypeError: `getComputedStyle` needs an element of this card",
    ],
    ["of nothing", (page) => compute(page), "TypeError: `getComputedStyle` needs a node of this card"],
    ["of another value", (page) => compute(page, "p"), "TypeError: `getComputedStyle` needs a node of this card"],
    ["of another card's", (page) => compute(page, page.realm.window), "TypeError: `getComputedStyle` needs a node of this card"],
    [
      "where there is no window",
      (page) => {
        vi.spyOn(page.page, "view", "get").mockReturnValue(null);
        return compute(page, page.$("p"));
      },
      "TypeError: `getComputedStyle` needs an element of this card",
    ],
    [
      "another receiver",
      (page) => page.call(page.get(compute(page, page.$("p")), "getPropertyValue"), "call", page.$("p"), "color"),
      "TypeError: `getPropertyValue` needs a value that is a CSSStyleDeclaration of this card",
    ],
    [
      "costs",
      (page) => {
        const p = page.$("p");
        return [
          page.cost(() => compute(page, p)),
          page.cost(() => page.get(compute(page, p), "color")),
          page.cost(() => page.get(compute(page, p), "mine")),
        ];
      },
      [21, 29, 21],
    ],
  ]);
  tryRows({ html }, [
    ["of an element", (page) => answering(page, page.$("p")), "color of kv-pundefined"],
    ...["::before", "::after", ":before", ":after"].map(
      (pseudo) => [`of its ${pseudo}`, (page: RowPage) => answering(page, page.$("p"), pseudo), `color of kv-p${pseudo}`] as const,
    ),
    ...["::selection", "", null, 1].map(
      (pseudo) =>
        [`of its ${pseudo}, which is none`, (page: RowPage) => answering(page, page.$("p"), pseudo), "color of kv-pundefined"] as const,
    ),
  ]);
  tryRows({ html }, [
    [
      "addresses are the host's",
      (page) => {
        page.el("p").style.backgroundImage = 'url("https://host.example/a")';
        return page.get(compute(page, page.$("p")), "backgroundImage");
      },
      "none",
    ],
  ]);
});
