import { toTitle } from "../../../context/attribute-label.ts";
import type { Found } from "../../../runtime/host.ts";

/** A row of what was found. */
export interface Row extends Found {
  /** From 1. */
  readonly level: number;
  /** A level that holds others: it is shown, and can't be chosen. */
  readonly isGroup: boolean;
}

interface Level {
  readonly id: string;
  name: string | undefined;
  readonly inner: Map<string, Level>;
}

/** Lays places of a tree out level by level, with the levels between that were not found themselves. */
export function toTreeRows(found: readonly Found[]): readonly Row[] {
  const root: Level = { id: "", name: undefined, inner: new Map() };
  for (const { id, name } of found) {
    let at = root;
    for (const part of id.split(".")) {
      let next = at.inner.get(part);
      if (next === undefined)
        at.inner.set(part, (next = { id: at === root ? part : `${at.id}.${part}`, name: undefined, inner: new Map() }));
      at = next;
    }
    at.name ??= name;
  }
  const rows: Row[] = [];
  const add = (levels: Iterable<[string, Level]>, level: number): void => {
    for (const [part, { id, name, inner }] of levels) {
      rows.push({ id, name: name ?? toTitle(part), level, isGroup: inner.size > 0 });
      add(inner, level + 1);
    }
  };
  add(root.inner, 1);
  return rows;
}

/** Lays out what has no levels. */
export function toRows(found: readonly Found[]): readonly Row[] {
  return found.map((one) => ({ ...one, level: 1, isGroup: false }));
}
