/** A text of its own, so that what has changed shows. */
const others = ["", "Zoë & <b>", "1999-12-31T23:59:59Z", "https://other.example/?a=1&b=2"];

/**
 * Gives data like some, changed here and there: texts and numbers are others, lists are turned round, shortened and repeated, members
 * are gone. The same at every run.
 */
export function vary(data: unknown, times: number): readonly unknown[] {
  return Array.from({ length: times }, (_, turn) => {
    let place = turn;
    // Each place is changed in some of the turns.
    const next = () => (place = (place * 31 + 7) % 97) % 5;
    return change(data, next, 0);
  });
}

function change(value: unknown, next: () => number, depth: number): unknown {
  if (Array.isArray(value)) return changeList(value, next, depth);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
      // What a view belongs to and the records themselves stay: without them nothing is shown.
      const isKept = depth < 2 || name === "id" || name === "type";
      if (isKept) return [[name, depth === 0 && name === "resource" ? item : change(item, next, depth + 1)]];
      return next() === 0 ? [] : [[name, change(item, next, depth + 1)]];
    });
    return Object.fromEntries(entries);
  }
  if (depth < 3 || next() > 1) return value;
  if (typeof value === "string") return others[next() % others.length];
  return typeof value === "number" ? value * 10 + 1 : value;
}

function changeList(list: readonly unknown[], next: () => number, depth: number): readonly unknown[] {
  const items = list.map((item) => change(item, next, depth + 1));
  switch (next()) {
    case 0:
      return items.reverse();
    case 1:
      return items.slice(1);
    case 2:
      return [...items, ...items.slice(0, 1)];
    default:
      return items;
  }
}
