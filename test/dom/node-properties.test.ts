// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p">one</p>text<!-- comment --><b id="kv-b"><i id="kv-i"></i><!-- c -->x</b><!-- last -->`;
const around = ["parentNode", "parentElement", "previousSibling", "nextSibling", "previousElementSibling", "nextElementSibling"] as const;
const below = ["firstChild", "lastChild", "firstElementChild", "lastElementChild", "childNodes", "children", "childElementCount"] as const;

const body = "<section>";

describe("where nodes stand", () => {
  tryRows({ html }, [
    ["the first", ({ get, $ }) => around.map((key) => get($("p"), key)), [body, body, null, '"text"', null, "<b#b>"]],
    ["a text", ({ get, $ }) => around.map((key) => get($("p"), "nextSibling", key)), [body, body, "<p#p>", "<b#b>", "<p#p>", "<b#b>"]],
    ["the last", ({ get, $ }) => around.map((key) => get($("b"), key)), [body, body, '"text"', null, "<p#p>", null]],
    ["inside", ({ get, $ }) => around.map((key) => get($("i"), key)), ["<b#b>", "<b#b>", null, '"x"', null, null]],
    [
      "the root",
      ({ get, document: doc, root }) => {
        root.before("before", document.createElement("u"));
        root.after(document.createElement("u"), "after");
        return around.map((key) => get(doc, "body", key));
      },
      [null, null, null, null, null, null],
    ],
    ["one that the template made", ({ get, make }) => around.map((key) => get(make("u"), key)), [null, null, null, null, null, null]],
    [
      "two roots",
      ({ get, document: doc, root }) => {
        const [outer] = [document.createElement("div")];
        root.innerHTML = '<div data-kv-root="kv-test"><p id="kv-p"></p></div><u></u>';
        outer.append("x");
        return [...around, ...below].map((key) => get(doc, "body", key));
      },
      [null, null, null, null, null, null, "<p#p>", "<p#p>", "<p#p>", "<p#p>", ["<p#p>"], ["<p#p>"], 1],
    ],
  ]);
});

describe("what nodes hold", () => {
  tryRows({ html }, [
    [
      "the root",
      ({ get, document: doc }) => below.map((key) => get(doc, "body", key)),
      ["<p#p>", "<b#b>", "<p#p>", "<b#b>", ["<p#p>", '"text"', "<b#b>"], ["<p#p>", "<b#b>"], 2],
    ],
    [
      "an element",
      ({ get, $ }) => below.map((key) => get($("b"), key)),
      ["<i#i>", '"x"', "<i#i>", "<i#i>", ["<i#i>", '"x"'], ["<i#i>"], 1],
    ],
    ["an empty one", ({ get, $ }) => below.map((key) => get($("i"), key)), [null, null, null, null, [], [], 0]],
    ["a text", ({ get, $ }) => below.map((key) => get($("p"), "firstChild", key)), [null, null, null, null, [], undefined, undefined]],
    [
      "a fragment",
      ({ get, call, make, document: doc }) => {
        const fragment = call(doc, "createDocumentFragment");
        call(fragment, "append", "x", make("u"), "y");
        return below.map((key) => get(fragment, key));
      },
      ['"x"', '"y"', "<u>", "<u>", ['"x"', "<u>", '"y"'], ["<u>"], 1],
    ],
  ]);
});

describe("what is the host's is in none of it", () => {
  const guarded = `<u></u>0<p id="kv-p">1<u>2</u></p><u>3</u><b id="kv-b">4<u></u><i id="kv-i"></i></b><u></u>`;
  tryRows({ html: guarded }, [
    [
      "in the root",
      ({ get, document: doc, close }) => {
        close("u");
        return below.map((key) => get(doc, "body", key));
      },
      ['"0"', "<b#b>", "<p#p>", "<b#b>", ['"0"', "<p#p>", "<b#b>"], ["<p#p>", "<b#b>"], 2],
    ],
    [
      "in an element",
      ({ get, $, close }) => {
        close("u");
        return below.map((key) => get($("b"), key));
      },
      ['"4"', "<i#i>", "<i#i>", "<i#i>", ['"4"', "<i#i>"], ["<i#i>"], 1],
    ],
    [
      "beside elements",
      ({ get, $, close }) => {
        close("u");
        return [...around.map((key) => get($("p"), key)), ...around.map((key) => get($("b"), key))];
      },
      [body, body, '"0"', "<b#b>", null, "<b#b>", body, body, "<p#p>", null, "<p#p>", null],
    ],
    [
      "elements are counted for their number",
      ({ $, get, close, cost }) => {
        const open = cost(() => get($("b"), "childElementCount"));
        close("u");
        return [open, cost(() => get($("b"), "childElementCount"))];
      },
      [0, 2],
    ],
  ]);
});

describe("what nodes are", () => {
  const keys = ["nodeName", "nodeType", "isConnected", "ownerDocument", "baseURI", "nodeFoo"] as const;
  tryRows({ html }, [
    ["an element", ({ get, $ }) => keys.map((key) => get($("p"), key)), ["P", 1, true, "[Document]", undefined, undefined]],
    ["a text", ({ get, $ }) => keys.map((key) => get($("p"), "firstChild", key)), ["#text", 3, true, "[Document]", undefined, undefined]],
    [
      "a fragment",
      ({ get, call, document: doc }) => {
        const fragment = call(doc, "createDocumentFragment");
        return keys.slice(1).map((key) => get(fragment, key));
      },
      [11, false, "[Document]", undefined, undefined],
    ],
    ["one that stands nowhere", ({ get, make }) => get(make("u"), "isConnected"), false],
    [
      "one of a card that has gone",
      ({ get, $, page }) => {
        const kept = $("p");
        page.dispose();
        return [get(kept, "isConnected"), get(kept, "parentNode"), get(kept, "nextSibling"), get(kept, "childNodes")];
      },
      [false, body, null, []],
    ],
  ]);
});

describe("what looking around costs", () => {
  const long = `<p id="kv-p">${"<!-- c -->".repeat(10)}<b id="kv-b"></b>${"<!-- c -->".repeat(20)}</p>`;
  const costs: readonly (readonly [id: string, key: string, units: number])[] = [
    ["p", "firstChild", 11],
    ["p", "lastChild", 21],
    ["p", "firstElementChild", 11],
    ["p", "childNodes", 38],
    ["p", "children", 1],
    ["b", "nextSibling", 20],
    ["b", "previousSibling", 10],
    ["b", "previousElementSibling", 10],
    ["b", "parentNode", 0],
  ];
  tryRows(
    { html: long },
    costs.map(([id, key, units]): Row => [`${id}.${key}`, ({ get, $, cost }) => cost(() => get($(id), key)), units]),
  );
});
