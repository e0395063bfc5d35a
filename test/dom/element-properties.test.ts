// @vitest-environment happy-dom
import { describe } from "vitest";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p id="kv-p" class="x" title="t"></p><input id="kv-i" name="kv-mail" type="email" value="v"><input id="kv-t" value="text">
<a id="kv-a" href="#kv-p" target="_blank" rel="help">x</a><a id="kv-n"></a><label id="kv-l" for="kv-i"></label><img id="kv-g" src="/x.png" alt="">
<form id="kv-f" name="kv-form" action="/x" method="get"><input id="kv-c" name="kv-email"><input name="reset"><input name="name"></form>`;
const body = (page: RowPage) => page.get(page.document, "body");
const read = (page: RowPage, id: string, key: string) => page.get(page.$(id), key);
const own = (page: RowPage, id: string, key: string, value: unknown) => {
  Object.defineProperty(page.el(id), key, { value, configurable: true });
  return read(page, id, key);
};

describe("properties of elements", () => {
  const told: Row[] = (
    [
      ["p", "className", "x"],
      ["l", "className", ""],
      ["l", "htmlFor", "i"],
      ["p", "htmlFor", ""],
      ["p", "id", "p"],
      ["p", "title", "t"],
      ["p", "hidden", false],
      ["p", "tabIndex", -1],
      ["p", "localName", "p"],
      ["p", "tagName", "P"],
      ["p", "nodeName", "P"],
      ["p", "nodeValue", null],
      ["p", "checked", undefined],
      ["p", "value", undefined],
      ["p", "name", undefined],
      ["p", "href", undefined],
      ["p", "offsetParent", null],
      ["p", "outerHTML", '<p id="p" class="x" title="t"></p>'],
      ["i", "name", "mail"],
      ["i", "value", "v"],
      ["i", "selectionStart", null],
      ["i", "selectionEnd", null],
      ["t", "selectionStart", 4],
      ["a", "href", "#p"],
      ["a", "target", "_blank"],
      ["a", "rel", "help"],
      ["n", "href", ""],
      ["g", "src", "/x.png"],
      ["g", "srcset", ""],
      ["g", "alt", ""],
      ["f", "action", "/x"],
      ["f", "method", "get"],
      ["f", "email", "<input#c>"],
      ["f", "length", 3],
      ["f", "onclick", null],
      ["f", "onfoo", undefined],
      ["f", "xxclick", undefined],
      ["p", "attributes", undefined],
      ["p", "ownerSVGElement", undefined],
    ] as const
  ).map(([id, key, value]): Row => [`#${id}.${key}`, (page) => read(page, id, key), value]);
  tryRows({ html }, [
    ...told,
    [
      "parts are kept",
      (page) => ["classList", "dataset", "style"].map((key) => new Set([read(page, "p", key), read(page, "p", key)]).size),
      [1, 1, 1],
    ],
    ["parts are their own", (page) => new Set(["classList", "dataset", "style"].map((key) => read(page, "p", key))).size, 3],
    [
      "no property of another type",
      (page) => [own(page, "p", "title", {}), own(page, "p", "hidden", "x"), own(page, "p", "tabIndex", "1"), own(page, "p", "lang", null)],
      [undefined, undefined, undefined, undefined],
    ],
    [
      "a selection of nothing",
      (page) => [
        own(page, "t", "selectionDirection", null),
        own(page, "t", "selectionStart", {}),
        own(page, "t", "selectionEnd", undefined),
      ],
      [null, undefined, undefined],
    ],
    ["a name that is no text", (page) => own(page, "p", "name", {}), undefined],
    [
      "an ancestor that it is placed by",
      (page) => [page.el("f"), page.root, document.body, undefined].map((parent) => own(page, "p", "offsetParent", parent)),
      ["<form#f>", "<section>", null, null],
    ],
    ["a method before a control of its name", (page) => read(page, "f", "reset") === read(page, "p", "reset"), true],
    [
      "a name before a control of its name",
      (page) => {
        page.el("f").removeAttribute("name");
        return typeof read(page, "f", "name");
      },
      "string",
    ],
    [
      "text costs by its length",
      (page) => {
        page.el("p").title = "x".repeat(640);
        const p = page.$("p");
        Object.assign(page.el("p"), { unlisted: "x".repeat(640) });
        return ["title", "hidden", "unlisted"].map((key) => page.cost(() => page.get(p, key)));
      },
      [10, 0, 0],
    ],
    [
      "classes",
      (page) =>
        [page.$("i"), body(page), page.call(page.document, "createDocumentFragment")].map((value) =>
          ["HTMLInputElement", "HTMLBodyElement", "HTMLElement", "DocumentFragment", "Node", "EventTarget"]
            .map((name) => Number(isInstanceOf(page.realm, value, page.page.names.get(name))))
            .join(""),
        ),
      ["101011", "011011", "000111"],
    ],
  ]);

  const root: Row[] = Object.entries({
    className: "",
    id: "",
    tagName: "BODY",
    nodeName: "BODY",
    localName: "body",
    title: undefined,
    name: undefined,
    href: undefined,
    value: undefined,
    onclick: null,
    scrollTop: 7,
    clientWidth: 0,
    namespaceURI: "http://www.w3.org/1999/xhtml",
    offsetParent: null,
    outerHTML: "<body><b>x</b></body>",
    tabIndex: undefined,
  }).map(
    ([key, value]): Row => [
      `body.${key}`,
      (page) => {
        page.root.scrollTop = 7;
        Object.assign(page.root, { name: "host", href: "https://host.example/", value: "host", title: "host" });
        Object.defineProperty(page.root, "offsetParent", { value: page.el("b") });
        return page.get(body(page), key);
      },
      value,
    ],
  );
  tryRows({ html: "<b>x</b>" }, root);
});

describe("fragments", () => {
  const make = (page: RowPage) => page.call(page.document, "createDocumentFragment");
  tryRows({}, [
    [
      "tell of their nodes",
      (page) => {
        const fragment = make(page);
        page.call(fragment, "append", "a", page.make("b", "c"));
        return ["textContent", "nodeType", "childElementCount", "lastChild", "innerHTML", "title"].map((key) => page.get(fragment, key));
      },
      ["ac", 11, 1, "<b>", undefined, undefined],
    ],
    [
      "are written",
      (page) => {
        const fragment = make(page);
        page.set(fragment, "textContent", "a");
        page.set(fragment, "innerHTML", "<b>b</b>");
        page.set(fragment, "textContent", 5);
        page.call(fragment, "append", "!");
        return page.get(fragment, "textContent");
      },
      "5!",
    ],
    [
      "keep other names",
      (page) => {
        const fragment = make(page);
        page.set(fragment, "mine", 1);
        page.set(fragment, "innerText", "x");
        return [page.get(fragment, "mine"), page.get(fragment, "innerText"), page.get(fragment, "textContent")];
      },
      [1, "x", ""],
    ],
  ]);
});
