// @vitest-environment happy-dom
import { describe } from "vitest";
import { htmlLimits } from "../../src/policy/html.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-box"></div><p id="kv-p">one<b>x</b>two</p><b id="kv-b">text</b><table><tbody><tr id="kv-tr"></tr></tbody></table>
<input id="kv-in"><textarea id="kv-t">draft</textarea><svg><g id="kv-g"></g></svg>`;
const body = (page: RowPage) => page.get(page.document, "body");

/** Writes, and gives what is there then, with its number of nodes. */
const written = (id: string, key: string, value: unknown, markup: string, count: number): Row => [
  `#${id}.${key} = ${String(value)}`,
  (page) => {
    page.set(page.$(id), key, value);
    return [page.el(id).innerHTML, page.el(id).childNodes.length];
  },
  [markup, count],
];
const replaced = (key: string) => `Error: \`${key}\` can't replace all that the card rendered: change its state`;

describe("content that is written", () => {
  tryRows({ html }, [
    written("box", "textContent", "a<b>", "a&lt;b&gt;", 1),
    written("box", "textContent", "a\nb", "a\nb", 1),
    written("box", "textContent", "", "", 0),
    written("box", "textContent", null, "", 0),
    written("box", "textContent", undefined, "undefined", 1),
    written("box", "innerText", "a\nb\r\nc\rd", "a<br>b<br>c<br>d", 7),
    written("box", "innerText", "a\n\nb\n", "a<br><br>b<br>", 5),
    written("box", "innerText", "a", "a", 1),
    written("box", "innerText", null, "", 0),
    written("box", "innerHTML", "a<b>c</b>", "a<b>c</b>", 2),
    written("box", "innerHTML", null, "", 0),
    written("box", "innerHTML", 1, "1", 1),
    written("box", "innerHTML", "<td>x</td>", "x", 1),
    written("tr", "innerHTML", "<td>x</td>", "<td>x</td>", 1),
    // A text that the card rendered stays; what else it rendered goes.
    written("b", "textContent", "new", "new", 1),
    written("b", "textContent", "", "", 1),
    written("b", "innerHTML", "<i>x</i>", "<i>x</i>", 2),
    written("b", "innerText", "a\nb", "a<br>b", 4),
    written("p", "textContent", "new", "new", 2),
    written("p", "innerHTML", "<i>x</i>y", "<i>x</i>y", 4),
    // What holds no markup.
    written("in", "textContent", "x", "", 0),
    written("in", "innerHTML", "x", "", 0),
    written("t", "textContent", "a<b>&amp;", "a&lt;b&gt;&amp;amp;", 1),
    written("t", "innerHTML", "a<b>&amp;", "a&lt;b&gt;&amp;", 1),
  ]);

  const made = (tag: string, key: string, value: string, markup: string, count: number): Row => [
    `<${tag}>.${key} = ${value}`,
    (page) => {
      const element = page.make(tag);
      page.call(body(page), "append", element);
      page.set(element, key, "gone");
      page.set(element, key, value);
      const last = page.root.lastElementChild as Element;
      return [last.innerHTML, last.childNodes.length];
    },
    [markup, count],
  ];
  tryRows({}, [
    made("textarea", "textContent", "", "", 0),
    made("textarea", "innerHTML", "", "", 0),
    made("textarea", "innerHTML", "a\nb", "a\nb", 1),
    made("iframe", "textContent", "x", "", 0),
    made("iframe", "innerHTML", "x", "", 0),
    made("br", "textContent", "x", "", 0),
    made("style", "textContent", "", "", 0),
    made("style", "textContent", "i{color:red}", '[data-kv-root="kv-test"] i{color:red}', 1),
  ]);

  tryRows({ html }, [
    [
      "long text has no lines",
      (page) => {
        const text = `${"x".repeat(htmlLimits.length)}\n`;
        page.set(page.$("box"), "innerText", text);
        return page.el("box").childNodes.length;
      },
      1,
    ],
    [
      "text that is not as long has",
      (page) => {
        const text = `${"x".repeat(htmlLimits.length - 1)}\n`;
        page.set(page.$("box"), "innerText", text);
        return page.el("box").childNodes.length;
      },
      2,
    ],
    [
      "content of a fragment",
      (page) => {
        const fragment = page.call(page.document, "createDocumentFragment");
        page.set(fragment, "textContent", "a");
        const text = page.get(fragment, "textContent");
        page.set(fragment, "innerHTML", "<td>b</td><p>c</p>");
        page.call(page.$("box"), "append", fragment);
        return [text, page.el("box").innerHTML];
      },
      ["a", "b<p>c</p>"],
    ],
    [
      "drawings in a fragment are HTML's",
      (page) => {
        const fragment = page.call(page.document, "createDocumentFragment");
        page.set(fragment, "innerHTML", "<b>x</b>");
        return page.get(fragment, "firstChild", "namespaceURI");
      },
      "http://www.w3.org/1999/xhtml",
    ],
    [
      "the whole card stays",
      (page) => ["textContent", "innerText", "innerHTML"].map((key) => page.outcome(() => page.set(body(page), key, ""))),
      ["textContent", "innerText", "innerHTML"].map(replaced),
    ],
    [
      "although some of it is the template's",
      (page) => {
        page.call(body(page), "prepend", "own");
        page.call(body(page), "append", "own");
        return page.outcome(() => page.set(body(page), "textContent", ""));
      },
      replaced("textContent"),
    ],
  ]);
  tryRows({}, [
    [
      "what the template made alone goes",
      (page) => {
        page.call(body(page), "append", "own", page.make("b"));
        page.set(body(page), "innerHTML", "<i>x</i>");
        return page.html();
      },
      "<i>x</i>",
    ],
  ]);
});

describe("what content says and costs", () => {
  const tags = Array.from({ length: 12 }, (_, i) => `<x-${i}></x-${i}>`).join("");
  const rules = Array.from({ length: 12 }, (_, i) => `a{x-${i}:1}`).join("");
  const reportsOf = (page: RowPage, key: string, value: string, tag = "div") => {
    page.set(page.make(tag), key, value);
    return page.reports;
  };
  tryRows({ html }, [
    [
      "what is left out of markup",
      (page) => reportsOf(page, "innerHTML", "<x-a>b</x-a>"),
      ["policy/html: markup in `dangerouslySetInnerHTML` was left out: `<x-a>`"],
    ],
    ["no more than ten times", (page) => reportsOf(page, "innerHTML", tags).length, 10],
    [
      "what is left out of styles",
      (page) => reportsOf(page, "textContent", "a{x-a:1}", "style"),
      ["policy/style: the style `x-a` was left out: not a property that cards may set"],
    ],
    ["no more than ten times, either", (page) => reportsOf(page, "textContent", rules, "style").length, 10],
    [
      "references are counted",
      (page) => {
        page.set(page.$("box"), "innerHTML", '<svg><use href="#a"></use></svg>');
        return page.realm.references;
      },
      1,
    ],
    [
      "no references, none counted",
      (page) => {
        page.set(page.$("box"), "innerHTML", "<svg><g></g></svg>");
        return page.realm.references;
      },
      0,
    ],
    [
      "the page refuses",
      (page) => {
        page.el("p").appendChild = () => {
          throw new Error("the host's");
        };
        return ["innerText", "textContent", "innerHTML"].map((key) => page.outcome(() => page.set(page.$("p"), key, "<b>x</b>\ny")));
      },
      ["Error: the page refused `innerText`", undefined, "Error: the page refused `innerHTML`"],
    ],
    [
      "the page refuses a style",
      (page) => {
        const style = page.make("style");
        page.call(page.$("box"), "append", style);
        (page.el("box").firstChild as Element).appendChild = () => {
          throw new Error("the host's");
        };
        return page.outcome(() => page.set(style, "textContent", "i{color:red}"));
      },
      "Error: the page refused `style`",
    ],
    [
      "the page refuses a draft",
      (page) => {
        const draft = page.make("textarea");
        page.call(page.$("box"), "append", draft);
        (page.el("box").firstChild as Element).appendChild = () => {
          throw new Error("the host's");
        };
        return page.outcome(() => page.set(draft, "innerHTML", "x"));
      },
      "Error: the page refused `textContent`",
    ],
  ]);
  const cost = (units: number, what: string, run: (page: RowPage, target: unknown) => unknown, id = "box"): Row => [
    what,
    (page) => {
      const target = page.$(id);
      return page.cost(() => run(page, target));
    },
    units,
  ];
  tryRows({ html }, [
    cost(30, "a text", (page, box) => page.set(box, "textContent", "x".repeat(640))),
    cost(23, "a text in the place of nodes", (page, p) => page.set(p, "textContent", "x"), "p"),
    cost(670, "markup", (page, box) => page.set(box, "innerHTML", " ".repeat(640))),
    cost(671, "markup of a draft", (page, draft) => page.set(draft, "innerHTML", " ".repeat(640)), "t"),
    cost(3, "text that is read", (page, p) => page.get(p, "textContent"), "p"),
    cost(23, "text as it is shown", (page, p) => page.get(p, "innerText"), "p"),
  ]);
});
