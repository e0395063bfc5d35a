// @vitest-environment happy-dom
import { describe, vi } from "vitest";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p"></p><u id="kv-u"></u></div>`;

/** Adds a listener to the paragraph. */
const add = (page: RowPage, fn: unknown, options?: unknown, type = "click", id = "p"): unknown =>
  page.call(page.$(id), "addEventListener", type, fn, options);
const remove = (page: RowPage, fn: unknown, options?: unknown, type = "click"): unknown =>
  page.call(page.$("p"), "removeEventListener", type, fn, options);
/** A listener that counts. */
function counter(page: RowPage, result?: unknown): { readonly fn: unknown; readonly count: () => number } {
  let count = 0;
  const fn = page.fn(() => {
    count++;
    return result;
  });
  return { fn, count: () => count };
}

describe("how many listen", () => {
  tryRows({ html, limits: { listeners: 3 } }, [
    ...[2, 3, 4].map(
      (count): Row => [
        `${count}`,
        (page) => {
          for (let i = 1; i < count; i++) add(page, counter(page).fn);
          return [page.outcome(() => add(page, counter(page).fn)), page.page.listeners.size];
        },
        [count > 3 ? "limit listeners: the card has more than 3 listeners" : undefined, Math.min(count, 3)],
      ],
    ),
    [
      "not those whose elements have gone",
      (page) => {
        vi.stubGlobal(
          "WeakRef",
          class {
            deref(): undefined {}
          },
        );
        for (let i = 0; i < 10; i++) add(page, counter(page).fn);
        vi.unstubAllGlobals();
        return page.page.listeners.size;
      },
      0,
    ],
    [
      "none of a card that has gone",
      (page) => {
        vi.stubGlobal(
          "WeakRef",
          class {
            deref(): undefined {}
          },
        );
        for (let i = 0; i < 10; i++) add(page, counter(page).fn);
        page.page.dispose();
        vi.unstubAllGlobals();
        return page.page.listeners.size;
      },
      0,
    ],
    [
      "for units by those of the element",
      (page) => {
        const fn = counter(page).fn;
        const costs = [page.cost(() => add(page, fn))];
        Object.assign(page.realm.limits, { listeners: 100 });
        for (let i = 0; i < 15; i++) add(page, counter(page).fn);
        costs.push(
          page.cost(() => add(page, fn)),
          page.cost(() => remove(page, fn)),
          page.cost(() => page.set(page.$("p"), "onclick", fn)),
          page.cost(() => add(page, fn, false, "click", "u")),
        );
        return costs;
      },
      [1, 3, 3, 1, 1],
    ],
  ]);
});
