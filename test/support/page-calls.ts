import type { Row, RowPage } from "./facade-rows.ts";

/** What a page's method does that refuses. */
export const fail = (): never => {
  throw new Error("the host's own words");
};

/**
 * Calls a method of a facade; gives what it gives, and what the page's own method was called with.
 *
 * @param gives What the page's own does; without it there is none.
 */
export function called(
  page: RowPage,
  method: string,
  args: readonly unknown[],
  gives?: () => unknown,
  target: Element = page.el("p"),
  self: unknown = page.$("p"),
): unknown[] {
  const asked: unknown[] = [];
  const own = (...given: unknown[]): unknown => {
    asked.push(given);
    return gives?.();
  };
  Object.defineProperty(target, method, { value: gives && own, configurable: true });
  return [page.outcome(() => page.call(self, method, ...args)), ...asked];
}

/** A row for a method of `#p` that has the page do something, and gives nothing. */
export function asks(method: string, args: readonly unknown[], asked: readonly unknown[], own = method): Row {
  return [
    `${method}(${JSON.stringify(args)})`,
    (page) => {
      const list: unknown[] = [];
      Object.defineProperty(page.el("p"), own, { value: (...given: unknown[]) => void list.push(given) });
      return [page.call(page.$("p"), method, ...args), ...list];
    },
    [undefined, asked],
  ];
}
