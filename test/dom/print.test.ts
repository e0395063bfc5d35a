// @vitest-environment happy-dom
import { describe } from "vitest";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

// Not the first: that would be the root element of a card with styles.
const html = `<i></i><div id="kv-a" class="x" data-kv-root="r" onclick="host()" title="&quot;<&amp;&gt;'"><a href="#kv-b">&lt;1&gt; &amp; "2" '3'</a><!-- c --><br><img alt="i"></div>`;

/** Builds a chain of elements in the card's div. */
function nest({ el }: RowPage, levels: number): void {
  let at = el("a");
  for (let level = 0; level < levels; level++) at = at.appendChild(document.createElement("b"));
}

describe("markup that is read", () => {
  const inner = `<a href="#b">&lt;1&gt; &amp; "2" '3'</a><br><img alt="i">`;
  tryRows({ html, limits: { outputDepth: 5, stringLength: 500 } }, [
    ["of what is in an element", ({ get, $ }) => get($("a"), "innerHTML"), inner],
    ["of an element", ({ get, $ }) => get($("a"), "outerHTML"), `<div id="a" class="x" title="&quot;&lt;&amp;&gt;'">${inner}</div>`],
    [
      "of the root, without the host's attributes",
      ({ get, document: doc, root }) => {
        root.innerHTML = "x";
        return [get(doc, "body", "innerHTML"), get(doc, "body", "outerHTML")];
      },
      ["x", "<body>x</body>"],
    ],
    [
      "of frames, with what the policy put there",
      ({ get, set, make }) => {
        const frame = make("iframe");
        set(frame, "src", "https://a.example/");
        return get(frame, "outerHTML");
      },
      '<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer" src="https://a.example/"></iframe>',
    ],
    [
      "of frames, without what is ours",
      ({ get, make, node }) => {
        const frame = make("iframe");
        (node(frame) as Element).setAttribute("data-kv-secret", "s");
        return get(frame, "outerHTML");
      },
      '<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe>',
    ],
    [
      "of what is not in the policy",
      ({ get, el, $ }) => {
        el("a").innerHTML = '<x-host title="t" secret="s">1</x-host><p secret="s">2</p>';
        return get($("a"), "innerHTML");
      },
      '<x-host title="t">1</x-host><p>2</p>',
    ],
    [
      "of styles, as they were written",
      ({ get, call, make }) => {
        const style = make("style", "p > b{color:red;position:fixed}");
        const outer = make("div");
        call(outer, "append", style, "<");
        return get(outer, "innerHTML");
      },
      "<style>p > b{color:red;position:fixed}</style>&lt;",
    ],
    [
      "of styles that the card rendered",
      ({ get, el, $ }) => {
        el("a").innerHTML = "";
        el("a").append(document.createElement("style"));
        el("a").firstElementChild?.append("p > b{}");
        return get($("a"), "innerHTML");
      },
      "<style>p > b{}</style>",
    ],
    [
      "of styles in a drawing",
      ({ get, el, $ }) => {
        const style = document.createElementNS("http://www.w3.org/2000/svg", "STYLE");
        style.append("p > b{}");
        el("a").replaceChildren(style);
        return get($("a"), "innerHTML");
      },
      "<STYLE>p &gt; b{}</STYLE>",
    ],
    [
      "without what the host's components made",
      ({ get, el, $, close }) => {
        el("a").innerHTML = "<p>1<u>2</u></p><u>3</u>4";
        close("u");
        return get($("a"), "innerHTML");
      },
      "<p>1</p>4",
    ],
    [
      "as deep as nodes may nest",
      (page) => {
        page.el("a").innerHTML = "";
        nest(page, 5);
        return [page.get(page.$("a"), "innerHTML"), page.outcome(() => page.get(page.$("a"), "outerHTML"))];
      },
      ["<b><b><b><b><b></b></b></b></b></b>", "limit outputDepth: nodes nest too deep"],
    ],
    [
      "deeper",
      (page) => {
        nest(page, 6);
        return page.get(page.$("a"), "innerHTML");
      },
      "limit outputDepth: nodes nest too deep",
    ],
    [
      "as long as texts may be",
      ({ get, el, $ }) => {
        el("a").textContent = "x".repeat(500);
        return get($("a"), "innerHTML");
      },
      "x".repeat(500),
    ],
    [
      "longer than texts may be",
      ({ get, el, $, outcome }) => {
        el("a").textContent = "x".repeat(501);
        return [outcome(() => get($("a"), "innerHTML")), outcome(() => get($("a"), "outerHTML"))];
      },
      ["limit stringLength: a string of 501 characters is too long", "limit stringLength: a string of 552 characters is too long"],
    ],
  ]);
});

describe("what reading markup costs", () => {
  tryRows({ html: `<div id="kv-a"></div>` }, [
    ["nothing", ({ get, $, cost }) => cost(() => get($("a"), "innerHTML")), 0],
    [
      "a text",
      ({ get, $, el, cost }) => {
        el("a").textContent = "x";
        return cost(() => get($("a"), "innerHTML"));
      },
      2,
    ],
    [
      "each 64 units",
      ({ get, $, el, cost }) => {
        el("a").textContent = "x".repeat(640);
        return cost(() => get($("a"), "innerHTML"));
      },
      12,
    ],
    [
      "elements",
      ({ get, $, el, cost }) => {
        el("a").innerHTML = "<b title='t'></b><br>";
        return cost(() => get($("a"), "innerHTML"));
      },
      8,
    ],
    ["an element itself", ({ get, $, cost }) => cost(() => get($("a"), "outerHTML")), 4],
  ]);
});
