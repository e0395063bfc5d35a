// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

/** Builds a chain of elements; gives the outermost. */
function nest({ call, make }: RowPage, levels: number): unknown {
  let inner = make("b");
  for (let level = 1; level < levels; level++) {
    const outer = make("b");
    call(outer, "append", inner);
    inner = outer;
  }
  return inner;
}

describe("how deep nodes nest", () => {
  const tooDeep = "limit outputDepth: nodes nest too deep";
  tryRows({ html: `<div id="kv-a"></div>`, limits: { outputDepth: 10 } }, [
    // Below the div, the root, and what is around that.
    ...[1, 5, 6, 7, 8, 9].map((levels): Row => {
      return [`${levels} levels`, (page) => page.call(page.$("a"), "append", nest(page, levels)), levels > 6 ? tooDeep : undefined];
    }),
    [
      "beside one another",
      (page) => {
        const wide = page.make("div");
        for (let i = 0; i < 5; i++) page.call(wide, "append", nest(page, 2), "x", nest(page, 4));
        return page.call(page.$("a"), "append", wide);
      },
      undefined,
    ],
    [
      "beside one another, one too deep",
      (page) => {
        const wide = page.make("div");
        for (let i = 0; i < 5; i++) page.call(wide, "append", nest(page, 4), nest(page, 1), nest(page, i === 3 ? 7 : 2));
        return page.call(page.$("a"), "append", wide);
      },
      tooDeep,
    ],
  ]);
});

describe("how many elements a card has", () => {
  const rows = (count: number): Row => [
    `${count}`,
    ({ call, $, make }) => {
      for (let i = 1; i < count; i++) call($("a"), "append", make("i"));
      return call($("a"), "append", "x");
    },
    count > 4 ? "limit nodes: the card has more than 4 elements" : undefined,
  ];
  tryRows({ html: `<div id="kv-a"></div>`, limits: { nodes: 4 } }, [1, 3, 4, 5].map(rows));
});

describe("what it costs to put nodes somewhere", () => {
  tryRows({ html: `<div id="kv-a">${"<i></i>".repeat(128)}</div>` }, [
    ["a text", ({ cost, call, $ }) => cost(() => call($("a"), "append", "x")), 29],
    ["a text for each 64 units", ({ cost, call, $ }) => cost(() => call($("a"), "append", "x".repeat(640))), 39],
    ["nothing", ({ cost, call, $ }) => cost(() => call($("a"), "append")), 3],
    ["eight texts", ({ cost, call, $ }) => cost(() => call($("a"), "append", ..."12345678")), 213],
    [
      "an element",
      ({ cost, call, $, make }) => {
        const made = make("p");
        return cost(() => call($("a"), "append", made));
      },
      9,
    ],
    [
      "a tree of five",
      ({ cost, call, $, make }) => {
        const made = make("p", "<i>1</i><i>2</i>");
        return cost(() => call($("a"), "append", made));
      },
      13,
    ],
    ["taking away", ({ cost, call, $ }) => cost(() => call($("a"), "remove")), 5],
  ]);
});

describe("where content is text", () => {
  const frame = "Error: `append` can't put anything into a frame";
  tryRows({ html: `<div id="kv-a">a<b>b</b></div>` }, [
    ["a frame", ({ call, make }) => call(make("iframe"), "append", "x"), frame],
    [
      "a draft",
      ({ call, make, get }) => {
        const draft = make("textarea");
        call(draft, "append", "a", make("b", "b<i>c</i>"), "<d>");
        return [get(draft, "value"), get(draft, "childNodes")];
      },
      ["abc<d>", ['"abc<d>"']],
    ],
    [
      "an option, which holds markup",
      ({ call, make, get }) => {
        const option = make("option");
        call(option, "append", make("b", "b"));
        return get(option, "outerHTML");
      },
      "<option><b>b</b></option>",
    ],
    [
      "a style element",
      ({ call, make, get, document: doc, root }) => {
        const style = make("style");
        call(get(doc, "body"), "append", style);
        call(style, "append", "p{color:red}");
        call(style, "append", make("b", "b{color:blue}"));
        const shown = root.querySelector("style")?.textContent;
        return [get(style, "textContent"), shown];
      },
      ["p{color:red}b{color:blue}", '[data-kv-root="kv-test"] p{color:red}[data-kv-root="kv-test"] b{color:blue}'],
    ],
  ]);
});

describe("where the root is an element of the host's own kind", () => {
  tryRows({ html: `<x-root data-kv-root="kv-test">a</x-root>` }, [
    [
      "it takes nodes",
      ({ call, get, document: doc, html }) => [call(get(doc, "body"), "append", "b"), html()],
      [undefined, '<x-root data-kv-root="kv-test">ab</x-root>'],
    ],
  ]);
});
