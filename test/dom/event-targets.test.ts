// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";
import { hear } from "../support/hear.ts";

const html = `<div id="kv-a"><p id="kv-p">text</p><u id="kv-u"></u></div>`;
/** Reads properties of an event with properties of its own that happens at the paragraph, or at another target. */
function read(page: RowPage, own: Record<string, unknown>, keys: readonly string[], at: EventTarget = page.el("p")): unknown {
  const event = new Event("click", { bubbles: true });
  for (const [key, value] of Object.entries(own)) Object.defineProperty(event, key, { value });
  return hear(page, at, event, (facade) => keys.map((key) => page.get(facade, key)));
}

describe("targets", () => {
  const outside = (): Element => document.createElement("i");
  tryRows({ html }, [
    [
      "of an element",
      (page) => read(page, {}, ["type", "target", "srcElement", "currentTarget", "relatedTarget", "submitter"]),
      ["click", "<p#p>", "<p#p>", "<div#a>", undefined, undefined],
    ],
    [
      "of a text",
      (page) => read(page, {}, ["target", "srcElement", "currentTarget"], page.el("p").firstChild as Text),
      ["<p#p>", "<p#p>", "<div#a>"],
    ],
    [
      "of none",
      (page) => {
        const event = new Event("click");
        return ["target", "srcElement", "currentTarget", "returnValue"].map((key) => page.get(page.page.toEvent(event, null), key));
      },
      [null, null, null, true],
    ],
    [
      "of the window",
      (page) => {
        const event = new Event("resize");
        window.dispatchEvent(event);
        const facade = page.page.toEvent(event, null);
        return [page.get(facade, "target"), page.call(facade, "composedPath")];
      },
      [null, []],
    ],
    [
      "outside of the card",
      (page) => {
        const [event, at] = [new Event("click"), outside()];
        at.dispatchEvent(event);
        return page.get(page.page.toEvent(event, null), "target");
      },
      null,
    ],
    ...["relatedTarget", "submitter"].map(
      (key): Row => [
        key,
        (page) =>
          [page.el("u"), page.el("p").firstChild, outside(), document, window, null, undefined].map(
            (value) => (read(page, { [key]: value }, [key]) as unknown[])[0],
          ),
        ["<u#u>", "<p#p>", null, null, null, null, undefined],
      ],
    ),
    [
      "nativeEvent is the event",
      (page) =>
        hear(page, page.el("p"), new Event("click", { bubbles: true }), (event) => {
          const native = page.get(event, "nativeEvent");
          return [native === event, page.get(native, "currentTarget"), page.get(native, "type")];
        }),
      [true, "<div#a>", "click"],
    ],
    [
      "returnValue, cancelBubble",
      (page) =>
        hear(page, page.el("p"), new Event("click", { bubbles: true, cancelable: true }), (event) => {
          const before = [page.get(event, "returnValue"), page.get(event, "cancelBubble")];
          page.call(event, "preventDefault");
          page.call(event, "stopPropagation");
          return [before, page.get(event, "returnValue"), page.get(event, "cancelBubble")];
        }),
      [[true, false], false, true],
    ],
    [
      "detail",
      (page) => [3, "x", {}, null].map((detail) => (read(page, { detail }, ["detail"]) as unknown[])[0]),
      [3, undefined, undefined, undefined],
    ],
  ]);
});

describe("the names of events", () => {
  tryRows({ html }, [
    [
      "of the template lose the card's prefix",
      (page) => hear(page, page.el("p"), new Event("kv:saved", { bubbles: true }), (event) => page.get(event, "type")),
      "saved",
    ],
    [
      "of another card keep theirs",
      (page) => hear(page, page.el("p"), new Event("kv2:saved", { bubbles: true }), (event) => page.get(event, "type")),
      "kv2:saved",
    ],
    [
      "are what a listener knows them by",
      (page) => {
        const event = new Event("click", { bubbles: true });
        return hear(page, page.el("p"), event, (facade) => [
          page.get(facade, "type"),
          page.get(page.page.toEvent(event, null, "mouseenter"), "type"),
          page.get(facade, "currentTarget"),
          page.get(page.page.toEvent(event, null), "type"),
        ]);
      },
      ["click", "mouseenter", null, "click"],
    ],
  ]);
});

describe("events in shadow trees", () => {
  const shadow = (page: RowPage): Element => {
    const inner = document.createElement("b");
    page.el("u").attachShadow({ mode: "open" }).append(inner);
    return inner;
  };
  tryRows({ html }, [
    [
      "inside of the card happen at the tree's host",
      (page) => {
        const inner = shadow(page);
        const event = new Event("click", { bubbles: true, composed: true });
        return hear(page, inner, event, (facade) => [page.get(facade, "target"), page.call(facade, "composedPath")]);
      },
      ["<u#u>", ["<u#u>", "<div#a>", "<section>"]],
    ],
    [
      "around the card happen at the card's element",
      (page) => {
        const host = document.createElement("div");
        document.body.append(host);
        host.attachShadow({ mode: "open" }).append(page.root);
        let target: unknown;
        document.addEventListener(
          "mouseup",
          (event) => {
            target = page.get(page.page.toEvent(event, null), "target");
          },
          { once: true },
        );
        page.el("p").dispatchEvent(new Event("mouseup", { bubbles: true, composed: true }));
        host.remove();
        return target;
      },
      "<p#p>",
    ],
  ]);
});
