// @vitest-environment happy-dom
import { describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div class="list" id="kv-l"><p class="row" id="kv-p"><b id="kv-b">1</b></p><p class="row odd" id="kv-q"><b id="kv-c">2</b></p></div>`;

describe("trees that stand nowhere in the card", () => {
  const away = (page: RowPage): unknown => {
    const made = page.make("i");
    const host = document.createElement("u");
    host.innerHTML = "<u>".repeat(20);
    host.querySelector("u:empty")?.append(page.node(made));
    return made;
  };
  tryRows({ html }, [
    [
      "tell nothing of where the host has put them",
      (page) => {
        const made = away(page);
        return ["i", "u > i", "u i", "u"].flatMap((selector) => [
          page.call(made, "matches", selector),
          page.call(made, "closest", selector),
        ]);
      },
      [true, "<i>", false, null, false, null, false, null],
    ],
    ["end where they begin", (page) => page.cost(() => page.call(away(page), "closest", "b")), 24],
    [
      "end at a fragment",
      ({ call, get, make, document: doc }) => {
        const fragment = call(doc, "createDocumentFragment");
        call(fragment, "append", make("p", "<b></b>"));
        const inner = get(fragment, "firstChild", "firstChild");
        return [call(inner, "closest", "p"), call(inner, "closest", "i"), call(inner, "matches", "p b")];
      },
      ["<p>", null, true],
    ],
  ]);
});

describe("where the card has a root of its own", () => {
  tryRows({ html: `<div data-kv-root="kv-test" class="inner"><p id="kv-p"></p></div><i id="kv-i"></i>` }, [
    [
      "it stands for the body",
      ({ call, $, get, document: doc }) => [
        call($("p"), "closest", "body"),
        call($("p"), "closest", ".inner"),
        call($("p"), "matches", "body > p"),
        call($("i"), "matches", "body > i"),
        call($("i"), "closest", "body"),
        call(get(doc, "body"), "querySelector", "i"),
        call(get(doc, "body"), "querySelector", "p"),
      ],
      ["<div>", null, true, true, "<div>", null, "<p#p>"],
    ],
  ]);
});

describe("an element that is named undefined", () => {
  tryRows({ html: `<undefined id="kv-x"></undefined>` }, [
    ["is found by its name alone", ({ call, $ }) => call($("x"), "matches", "div > p"), false],
  ]);
});
