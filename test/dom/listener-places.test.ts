// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p"></p><u id="kv-u"></u></div>`;
const fire = (page: RowPage, type = "click", id = "p", Kind: typeof Event = Event): Event => {
  const event = new Kind(type, { bubbles: true, cancelable: true, composed: true });
  page.el(id).dispatchEvent(event);
  return event;
};
/** A listener that notes what it is called with. */
function noting({ fn, get }: RowPage, result?: unknown): { readonly fn: unknown; readonly heard: unknown[] } {
  const heard: unknown[] = [];
  return {
    heard,
    fn: fn((event, self) => {
      heard.push(get(event, "type"), get(event, "target"), get(event, "currentTarget"), self);
      return result;
    }),
  };
}
const windowOf = ({ realm }: RowPage): unknown => realm.window;
const bodyOf = ({ get, document: doc }: RowPage): unknown => get(doc, "body");
const shown = (page: RowPage, heard: readonly unknown[]): unknown => heard.map((value) => (value === page.realm.window ? "window" : value));

describe("where listeners hear", () => {
  tryRows({ html }, [
    [
      "of the document, the window and the body",
      (page) => {
        const all = [page.document, windowOf(page), bodyOf(page)].map((target) => {
          const { fn, heard } = noting(page);
          page.call(target, "addEventListener", "click", fn);
          return heard;
        });
        fire(page);
        return all.map((heard) => shown(page, heard));
      },
      [
        ["click", "<p#p>", "<section>", "[Document]"],
        ["click", "<p#p>", "<section>", "window"],
        ["click", "<p#p>", "<section>", "<section>"],
      ],
    ],
    [
      "and are taken away",
      (page) => {
        const { fn, heard } = noting(page);
        const targets = [page.document, windowOf(page), bodyOf(page)];
        for (const target of targets) page.call(target, "addEventListener", "click", fn);
        const sizes = [page.page.listeners.size];
        for (const target of targets) {
          page.call(target, "removeEventListener", "click", fn);
          sizes.push(page.page.listeners.size);
        }
        fire(page);
        return [sizes, heard];
      },
      [[1, 0, 0, 0], []],
    ],
    [
      "of the window's size",
      (page) => {
        const { fn, heard } = noting(page);
        page.call(windowOf(page), "addEventListener", "resize", fn);
        window.dispatchEvent(new Event("resize"));
        page.call(windowOf(page), "removeEventListener", "resize", fn);
        window.dispatchEvent(new Event("resize"));
        return shown(page, heard);
      },
      ["resize", null, null, "window"],
    ],
    [
      "of the window's size, where there is none",
      (page) => {
        document.implementation.createHTMLDocument().createElement("div").append(page.root);
        const { fn, heard } = noting(page);
        page.call(windowOf(page), "addEventListener", "resize", fn);
        fire(page, "resize");
        return shown(page, heard);
      },
      ["resize", "<p#p>", "<section>", "window"],
    ],
    [
      "without a permission, of the card alone",
      (page) => {
        const { fn, heard } = noting(page);
        for (const type of ["mouseup", "selectionchange"]) page.call(page.document, "addEventListener", type, fn);
        document.dispatchEvent(new Event("mouseup"));
        document.dispatchEvent(new Event("selectionchange"));
        fire(page, "mouseup");
        return heard;
      },
      ["mouseup", "<p#p>", "<section>", "[Document]"],
    ],
  ]);
  tryRows({ html, host: { allow: ["page-events"] } }, [
    [
      "by permission, of the page",
      (page) => {
        const { fn, heard } = noting(page, false);
        for (const type of ["mouseup", "selectionchange", "mousedown"]) page.call(page.document, "addEventListener", type, fn);
        const outside = ["mouseup", "selectionchange", "mousedown"].map((type) => {
          const event = new Event(type, { cancelable: true });
          document.dispatchEvent(event);
          return event.defaultPrevented;
        });
        return [heard, outside];
      },
      [
        ["mouseup", null, null, "[Document]", "selectionchange", null, null, "[Document]"],
        [false, false, false],
      ],
    ],
    [
      "by permission, and a handler prevents what is the card's",
      (page) => {
        page.set(page.document, "onmouseup", noting(page, false).fn);
        const outside = new Event("mouseup", { cancelable: true });
        document.dispatchEvent(outside);
        return [fire(page, "mouseup").defaultPrevented, outside.defaultPrevented];
      },
      [true, false],
    ],
  ]);
});

describe("who waits for the page to be there", () => {
  /** Has timers run when they are told to. */
  const timed = (page: RowPage): { readonly run: () => void; readonly waits: number[] } => {
    const [timers, waits]: [(() => void)[], number[]] = [[], []];
    const startTimer = (run: () => void, wait: number): void => {
      timers.push(run);
      waits.push(wait);
    };
    Object.assign(page.realm.live as object, { startTimer });
    return { run: () => timers.forEach((timer) => void timer()), waits };
  };
  const types = ["DOMContentLoaded", "load", "readystatechange"];
  tryRows({ html }, [
    ...types.map(
      (type): Row => [
        type,
        (page) => {
          const { run, waits } = timed(page);
          const heard: unknown[] = [];
          const listener = page.fn((event, self) =>
            heard.push(page.get(event, "type"), page.get(event, "target") === self, page.get(event, "currentTarget") === self, self),
          );
          const gives = [page.document, windowOf(page)].map((target) => page.call(target, "addEventListener", type, listener));
          const before = heard.length;
          run();
          return [gives, before, shown(page, heard), waits, page.page.listeners.size];
        },
        [[undefined, undefined], 0, [type, true, true, "[Document]", type, true, true, "window"], [0, 0], 0],
      ],
    ),
    [
      "not what can't be called",
      (page) => {
        const { waits } = timed(page);
        for (const fn of [null, "x", {}]) page.call(page.document, "addEventListener", "load", fn);
        return [waits, page.page.listeners.size];
      },
      [[], 0],
    ],
    [
      "not a card that has gone",
      (page) => {
        const { waits } = timed(page);
        page.page.dispose();
        page.call(page.document, "addEventListener", "load", noting(page).fn);
        return waits;
      },
      [],
    ],
    [
      "not where nothing is live",
      (page) => {
        Object.assign(page.realm, { live: undefined });
        return page.call(page.document, "addEventListener", "load", noting(page).fn);
      },
      undefined,
    ],
  ]);
});
