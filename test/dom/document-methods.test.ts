// @vitest-environment happy-dom
import { describe } from "vitest";
import { toRecord } from "../../src/runtime/record.ts";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-a" name="kv-n">a</p><b id="b" name="kv-n">b</b><i id="kv-c" name="n">c</i><i id="kv-c" name="kv-m">d</i>`;
const doc = (page: RowPage, method: string, ...args: unknown[]) => page.call(page.document, method, ...args);
const svg = "http://www.w3.org/2000/svg";

describe("what the document finds", () => {
  tryRows({ html }, [
    [
      "an id",
      (page) => ["a", "c", "b", "kv-a", "x", 1].map((id) => doc(page, "getElementById", id)),
      ["<p#a>", "<i#c>", null, null, null, null],
    ],
    [
      "names",
      (page) => ["n", "m", "kv-n", "x"].map((name) => doc(page, "getElementsByName", name)),
      [["<p#a>", "<b#b>"], ["<i#c>"], [], []],
    ],
    [
      "its parts by tag",
      (page) => ["body", "HEAD", " html ", ":root", "p", "xxxxxbody"].map((tag) => doc(page, "getElementsByTagName", tag)),
      [["<section>"], ["<section>"], ["<section>"], ["<section>"], ["<p#a>"], []],
    ],
    [
      "its parts by a selector",
      (page) => ["body", "Head", "html", " :root  ", "p", "p.x"].map((selector) => doc(page, "querySelector", selector)),
      ["<section>", "<section>", "<section>", "<section>", "<p#a>", null],
    ],
    ["lists of its parts", (page) => ["body", "b"].map((selector) => doc(page, "querySelectorAll", selector)), [["<section>"], ["<b#b>"]]],
    ["nothing by nothing", (page) => [doc(page, "getElementsByTagName", null), doc(page, "getElementsByTagName")], [[], []]],
    ["no part by a long text", (page) => doc(page, "getElementsByTagName", " body     "), []],
    ["what has a text", (page) => doc(page, "getElementsByTagName", toRecord([["toString", page.fn(() => "b")]])), ["<b#b>"]],
    ["what the root finds", (page) => [doc(page, "getElementsByClassName", "x"), doc(page, "querySelector", "b")], [[], "<b#b>"]],
    [
      "an element at a point",
      (page) => {
        const tree = document as unknown as Record<string, unknown>;
        const asked: unknown[] = [];
        tree.elementFromPoint = (...args: unknown[]) => {
          asked.push(args);
          return page.el("a");
        };
        const found = doc(page, "elementFromPoint", "1", 2);
        tree.elementFromPoint = () => document.body;
        const outside = doc(page, "elementFromPoint", 0, 0);
        delete tree.elementFromPoint;
        return [found, asked, outside];
      },
      ["<p#a>", [[1, 2]], null],
    ],
    [
      "no element where the page can't tell",
      (page) => {
        const tree = document as unknown as Record<string, unknown>;
        tree.elementFromPoint = undefined;
        const found = doc(page, "elementFromPoint", 0, 0);
        delete tree.elementFromPoint;
        return found;
      },
      null,
    ],
    [
      "a point that the page refuses",
      (page) => {
        const tree = document as unknown as Record<string, unknown>;
        tree.elementFromPoint = () => {
          throw new Error("the host's");
        };
        const found = page.outcome(() => doc(page, "elementFromPoint", 0, 0));
        delete tree.elementFromPoint;
        return found;
      },
      "Error: the page refused `elementFromPoint`",
    ],
    [
      "the costs",
      (page) =>
        [
          ["getElementById", "a"],
          ["getElementsByName", "n"],
          ["querySelector", "body"],
          ["getElementsByTagName", "body"],
          ["createComment"],
          ["createDocumentFragment"],
          ["elementFromPoint", 0, 0],
        ].map(([method, ...args]) => page.cost(() => doc(page, String(method), ...args))),
      [2, 2, 5, 5, 21, 9, 9],
    ],
  ]);
  tryRows({ html, limits: { arrayLength: 2 } }, [
    [
      "as many as there may be",
      (page) => {
        page.el("a").insertAdjacentHTML("afterend", '<u name="kv-n"></u>');
        return doc(page, "getElementsByName", "n");
      },
      ["<p#a>", "<u>"],
    ],
  ]);
});

describe("what the document makes", () => {
  tryRows({ html }, [
    [
      "an element",
      (page) => [
        doc(page, "createElement", "Em"),
        doc(page, "createElementNS", svg, "g"),
        page.get(doc(page, "createElementNS", svg, "g"), "namespaceURI"),
        page.get(doc(page, "createElementNS", null, "a"), "namespaceURI"),
      ],
      ["<em>", "<g>", svg, "http://www.w3.org/1999/xhtml"],
    ],
    [
      "a text",
      (page) => [
        doc(page, "createTextNode", "x"),
        doc(page, "createTextNode", 5),
        doc(page, "createComment", "x"),
        doc(page, "createDocumentFragment"),
      ],
      ['"x"', '"5"', '""', "#fragment"],
    ],
    [
      "a copy",
      (page) => [false, true, 1].map((deep) => page.get(doc(page, "importNode", page.$("a"), deep), "outerHTML")),
      ['<p id="a" name="n"></p>', '<p id="a" name="n">a</p>', '<p id="a" name="n"></p>'],
    ],
    ["no copy of what is no node", (page) => doc(page, "importNode", page.document), "TypeError: `importNode` needs a node of this card"],
    [
      "no copy of what is the host's",
      (page) => {
        page.el("a").insertAdjacentHTML("afterend", "<x-host></x-host>");
        return doc(page, "importNode", page.at("x-host"));
      },
      null,
    ],
    [
      "no page",
      (page) => ["open", "write", "writeln"].map((method) => page.outcome(() => doc(page, method, "x"))),
      ["open", "write", "writeln"].map((method) => `Error: cards can't use \`document.${method}\``),
    ],
    [
      "nothing for another receiver",
      (page) => page.call(page.get(page.document, "createElement"), "call", page.$("a"), "p"),
      "TypeError: `createElement` needs a value that is a Document of this card",
    ],
  ]);
});

describe("what the document hears", () => {
  const soon: Record<string, unknown>[] = [];
  const live = {
    startTimer: (run: () => void, after: number) => {
      soon.push({ after });
      run();
      return () => {};
    },
  };
  tryRows({ html, live }, [
    [
      "events",
      (page) => {
        const heard: unknown[] = [];
        const listener = page.fn((event, self) => heard.push(page.get(event, "type"), self === page.document));
        doc(page, "addEventListener", "click", listener);
        page.el("a").click();
        doc(page, "removeEventListener", "click", listener);
        page.el("a").click();
        return [heard, page.page.listeners.size];
      },
      [["click", true], 0],
    ],
    [
      "that it is ready, at once",
      (page) => {
        soon.length = 0;
        const heard: unknown[] = [];
        doc(
          page,
          "addEventListener",
          "DOMContentLoaded",
          page.fn((event) => heard.push(page.get(event, "type"), page.get(event, "target") === page.document)),
        );
        return [heard, soon, page.page.listeners.size];
      },
      [["DOMContentLoaded", true], [{ after: 0 }], 0],
    ],
    [
      "no event of a long name",
      (page) =>
        doc(
          page,
          "addEventListener",
          "x".repeat(201),
          page.fn(() => 1),
        ),
      "TypeError: the name of an event is too long",
    ],
  ]);
});
