// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const svg = "http://www.w3.org/2000/svg";
const xlink = "http://www.w3.org/1999/xlink";
const sandbox = 'sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"';
const spaceOf = (page: RowPage, id: string) => page.el(id).namespaceURI;

/** Puts what was made into the card, and gives the card's markup. */
const put = (page: RowPage, made: unknown) => {
  page.call(page.$("box"), "appendChild", made);
  return page.el("box").innerHTML;
};
const create = (page: RowPage, name: unknown) => page.call(page.document, "createElement", name);
const createIn = (page: RowPage, space: unknown, name: unknown) => page.call(page.document, "createElementNS", space, name);
const refusal = (name: string, reason: string) => `Error: \`<${name}>\` is not an element that cards may make: ${reason}`;
const unlisted = "it is not among the elements of the policy";
const loads = "it would load what the host does not know";
const runs = "a card runs inside the host's page, and a script would run outside of the card";

describe("making elements", () => {
  const names: Row[] = [
    ["script", runs],
    ["ScRiPt", runs],
    ["link", loads],
    ["LINK", loads],
    ["object", loads],
    ["embed", loads],
    ["base", unlisted],
    ["x-host", unlisted],
    ["", unlisted],
    ["null", unlisted],
    ["x".repeat(40), unlisted],
  ].map(([name = "", reason = ""]): Row => [`<${name}> is refused`, (page) => create(page, name), refusal(name, reason)]);
  tryRows({ html: '<div id="kv-box"></div>' }, [
    ...names,
    ["a long name is cut", (page) => create(page, "x".repeat(41)), refusal("x".repeat(40), unlisted)],
    ["a name is lower case", (page) => put(page, create(page, "DIV")), "<div></div>"],
    ["a frame stands in its sandbox", (page) => put(page, create(page, "iframe")), `<iframe ${sandbox}></iframe>`],
    ["a link has nothing", (page) => put(page, create(page, "a")), "<a></a>"],
    [
      "a drawing of SVG's",
      (page) => [put(page, createIn(page, svg, "lineargradient")), page.el("box").firstElementChild?.namespaceURI],
      ["<linearGradient></linearGradient>", svg],
    ],
    [
      "a drawing outside of SVG",
      (page) => [put(page, create(page, "path")), page.el("box").firstElementChild?.namespaceURI],
      ["<path></path>", "http://www.w3.org/1999/xhtml"],
    ],
    [
      "another namespace",
      (page) => [put(page, createIn(page, "urn:x", "b")), page.el("box").firstElementChild?.namespaceURI],
      ["<b></b>", "http://www.w3.org/1999/xhtml"],
    ],
    ["no style in a drawing", (page) => createIn(page, svg, "style"), refusal("style", unlisted)],
    ["no HTML in a drawing", (page) => createIn(page, svg, "p"), refusal("p", unlisted)],
    ["an element costs", (page) => page.cost(() => create(page, "p")), 21],
    ["one that is refused costs too", (page) => page.cost(() => page.outcome(() => create(page, "script"))), 21],
    ["a text costs by its length", (page) => page.cost(() => page.call(page.document, "createTextNode", "x".repeat(640))), 31],
    [
      "a text has no characters that shift others",
      (page) => put(page, page.call(page.document, "createTextNode", "a\0<b>")),
      "a\uFFFD&lt;b&gt;",
    ],
    [
      "a node of the template may be moved",
      (page) => put(page, page.make("p")) + put(page, page.call(page.document, "createTextNode", "t")),
      "<p></p><p></p>t",
    ],
  ]);
  tryRows({ html: '<div id="kv-box"></div>', limits: { stringLength: 10 } }, [
    ["the longest text", (page) => page.get(page.call(page.document, "createTextNode", "x".repeat(10)), "length"), 10],
    [
      "a longer one",
      (page) => page.call(page.document, "createTextNode", "x".repeat(11)),
      "limit stringLength: a string of 11 characters is too long",
    ],
  ]);
});

describe("making markup", () => {
  const set = (page: RowPage, markup: string) => {
    page.set(page.$("box"), "innerHTML", markup);
    return page.el("box").innerHTML;
  };
  tryRows({ html: '<div id="kv-box"></div><svg><g id="kv-g"></g></svg>' }, [
    ["bare attributes", (page) => set(page, "<input disabled checked title>"), '<input disabled="" checked="" title="">'],
    [
      "styles by the object model",
      (page) => set(page, '<p style="color:red;margin-top:1px">x</p>'),
      '<p style="color: red; margin-top: 1px;">x</p>',
    ],
    [
      "drawings and what is in them",
      (page) => [set(page, '<svg><g id="a"><path id="b"/></g></svg><b id="c"></b>'), ...["a", "b", "c"].map((id) => spaceOf(page, id))],
      ['<svg><g id="kv-a"><path id="kv-b"></path></g></svg><b id="kv-c"></b>', svg, svg, "http://www.w3.org/1999/xhtml"],
    ],
    [
      "attributes of drawings with their namespace",
      (page) => [
        set(page, '<svg><use id="u" xlink:href="#a" fill="red"/></svg>'),
        page.el("u").getAttributeNode("xlink:href")?.namespaceURI,
        page.el("u").getAttributeNode("fill")?.namespaceURI,
      ],
      ['<svg><use id="kv-u" xlink:href="#kv-a" fill="red"></use></svg>', xlink, null],
    ],
    [
      "markup that is written into a drawing",
      (page) => {
        page.set(page.$("g"), "innerHTML", '<path id="p" />');
        return [page.el("g").innerHTML, spaceOf(page, "p")];
      },
      ['<path id="kv-p"></path>', svg],
    ],
    [
      "its elements are the template's",
      (page) => {
        set(page, "<b>x</b>");
        page.call(page.$("box"), "append", page.get(page.$("box"), "firstChild"), "!");
        return page.el("box").innerHTML;
      },
      "<b>x</b>!",
    ],
  ]);
});
