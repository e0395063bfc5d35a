// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const svg = "http://www.w3.org/2000/svg";
const sandbox = 'sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"';

/** Puts what was made into the card, and gives the card's markup. */
const put = (page: RowPage, made: unknown) => {
  page.call(page.$("box"), "appendChild", made);
  return page.el("box").innerHTML;
};
const copy = (page: RowPage, id: string, deep: unknown = true) => put(page, page.call(page.$(id), "cloneNode", deep));

describe("copying", () => {
  const html = `<div id="kv-box"></div><p id="kv-p" class="x" title="" data-a="1" onclick="host()" style="color: red">a<!-- c --><b id="kv-b">b</b>c</p>
<button id="kv-button" disabled download draggable>x</button><select id="kv-s" value="2"><option value="2" selected>2</option></select>
<a id="kv-a" href="#kv-b" target="_blank">x</a><a id="kv-bad" href="javascript:x()">x</a><label id="kv-l" for="kv-b" aria-controls="kv-a b">x</label>
<svg id="kv-svg" viewBox="0 0 1 1"><use href="#kv-p"></use></svg><x-host id="kv-x"><i>x</i></x-host>`;
  const copied: Row[] = [
    ["p", '<p id="kv-p" class="x" title="" data-a="1" style="color: red;">a<b id="kv-b">b</b>c</p>'],
    ["button", '<button id="kv-button" disabled="" download="" draggable="true">x</button>'],
    ["s", '<select id="kv-s"><option value="2" selected="">2</option></select>'],
    ["a", '<a id="kv-a" href="#kv-b" target="_blank" rel="noopener noreferrer">x</a>'],
    ["bad", '<a id="kv-bad">x</a>'],
    ["l", '<label id="kv-l" for="kv-b" aria-controls="kv-a kv-b">x</label>'],
    ["svg", '<svg id="kv-svg" viewBox="0 0 1 1"><use href="#kv-p"></use></svg>'],
    ["x", "Error: this node can't be copied"],
  ].map(([id = "", markup]): Row => [`#${id}`, (page) => copy(page, id), markup]);
  tryRows({ html }, [
    ...copied,
    ["without what is in it", (page) => copy(page, "p", 1), '<p id="kv-p" class="x" title="" data-a="1" style="color: red;"></p>'],
    ["a text", (page) => put(page, page.call(page.get(page.$("b"), "firstChild"), "cloneNode")), "b"],
    [
      "a draft with what is in it",
      (page) => {
        const draft = page.make("textarea", "x");
        return put(page, page.call(draft, "cloneNode", true));
      },
      "<textarea>x</textarea>",
    ],
    [
      "drawings as drawings",
      (page) => {
        copy(page, "svg");
        return [...page.el("box").querySelectorAll("*")].map(({ namespaceURI }) => namespaceURI);
      },
      [svg, svg],
    ],
    [
      "says what it leaves out",
      (page) => {
        copy(page, "bad");
        return page.reports;
      },
      ["policy/value: the value of `href` on `<a>` was left out: the address is not one that cards may use"],
    ],
    [
      "says nothing of the rest",
      (page) => {
        for (const id of ["p", "s", "button"]) copy(page, id);
        return page.reports;
      },
      [],
    ],
    [
      "a style sheet with what was written",
      (page) => {
        const style = page.make("style", "b{color:red}");
        return page.get(page.call(style, "cloneNode", true), "textContent");
      },
      "b{color:red}",
    ],
    [
      "an element shows what it shows",
      (page) => {
        const made = page.call(page.$("p"), "cloneNode", true);
        put(page, made);
        Object.defineProperty(page.el("box").firstChild, "innerText", { value: "shown" });
        return page.get(made, "innerText");
      },
      "shown",
    ],
    [
      "an attribute costs by its length",
      (page) => {
        page.el("b").setAttribute("title", "x".repeat(6_400));
        return page.cost(() => page.call(page.$("b"), "cloneNode"));
      },
      1721,
    ],
  ]);
  tryRows({ html: '<div id="kv-box"></div><iframe id="kv-f" title="t" onload="host()"></iframe>' }, [
    [
      "a frame without what is in it",
      (page) => {
        page.el("f").append("x");
        return copy(page, "f");
      },
      `<iframe ${sandbox} id="kv-f" title="t"></iframe>`,
    ],
  ]);
  tryRows({ html: '<b id="kv-b" title="12345678901">x</b>', limits: { stringLength: 10 } }, [
    [
      "no longer attribute than a text may be",
      (page) => page.call(page.$("b"), "cloneNode"),
      "limit stringLength: a string of 11 characters is too long",
    ],
  ]);
  tryRows({ html: "<b>x</b><x-host></x-host>" }, [
    [
      "the root as a plain element",
      (page) => page.get(page.call(page.get(page.document, "body"), "cloneNode", true), "outerHTML"),
      "<div><b>x</b></div>",
    ],
  ]);
  tryRows({ html: '<div data-kv-root="kv-test" class="c"><b>x</b></div>' }, [
    [
      "the root of a card with styles",
      (page) => page.get(page.call(page.get(page.document, "body"), "cloneNode", true), "outerHTML"),
      "<div><b>x</b></div>",
    ],
  ]);
  tryRows({ html: '<p id="kv-two"><b id="kv-one"><i></i></b></p>', limits: { outputDepth: 2 } }, [
    ["as deep as may be", (page) => page.get(page.call(page.$("two"), "cloneNode", true), "firstChild", "firstChild", "nodeName"), "I"],
    [
      "no deeper",
      (page) => {
        page.root.querySelector("i")?.append("x");
        return page.call(page.$("two"), "cloneNode", true);
      },
      "limit outputDepth: nodes nest too deep",
    ],
  ]);
  tryRows({ html: '<p id="kv-p">a<b>closed</b></p>' }, [
    [
      "nothing that is closed",
      (page) => {
        const p = page.$("p");
        page.page.guard.isOn = true;
        const props = {} as { ref?: (element: Element) => void };
        page.page.guard.note(props as never);
        props.ref?.(page.el("p"));
        return page.get(page.call(p, "cloneNode", true), "outerHTML");
      },
      '<p id="p">a</p>',
    ],
  ]);
});
