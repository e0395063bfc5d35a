import { type ComponentChild, h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { drawGlyph } from "../glyph.ts";
import type { Choice } from "./choices.ts";
import { isSingle, type PickerKind } from "./editor-kind.ts";
import type { Row } from "./tree-rows.ts";

interface PickerListProps {
  readonly id: string;
  readonly kind: PickerKind;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly active: Row | undefined;
  readonly choices: readonly Choice[];
  readonly choose: (row: Row) => void;
}

/** What a picker has found. The focus stays in the field: the active row is named there. */
export function PickerList({ id, kind, label, rows, active, choices, choose }: PickerListProps): ComponentChild {
  const list = useRef<HTMLElement>(null);
  const isTree = kind === "tree";
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another row is active.
  useEffect(() => {
    const { current } = list;
    const row = active === undefined ? null : (current?.children[rows.indexOf(active)] as HTMLElement | undefined);
    if (current !== null && row) keepInView(current, row);
  }, [active?.id]);
  return h(
    "div",
    {
      class: "kv-picker-list",
      id: `${id}-list`,
      role: isTree ? "tree" : "listbox",
      "aria-label": label,
      "aria-multiselectable": isSingle(kind) ? undefined : "true",
      ref: list as never,
      // The field keeps the focus.
      onMouseDown: (event: Event) => event.preventDefault(),
    },
    rows.map((row, index) => {
      const isChosen = choices.some((choice) => choice.id === row.id);
      return h(
        "div",
        {
          key: row.id,
          id: `${id}-${index}`,
          class: `kv-picker-row${row.isGroup ? " kv-picker-group" : ""}${row === active ? " kv-picker-active" : ""}`,
          role: isTree ? "treeitem" : "option",
          "aria-level": isTree ? row.level : undefined,
          "aria-expanded": row.isGroup ? "true" : undefined,
          "aria-disabled": row.isGroup ? "true" : undefined,
          "aria-selected": row.isGroup ? undefined : isChosen ? "true" : "false",
          style: { paddingInlineStart: `${8 + (row.level - 1) * 14}px` },
          onClick: row.isGroup ? undefined : () => choose(row),
        },
        h("span", { class: "kv-picker-name" }, row.name),
        isChosen ? drawGlyph("check") : null,
      );
    }),
  );
}

/** Scrolls the list, never the page. */
function keepInView(list: HTMLElement, row: HTMLElement): void {
  const top = row.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + row.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + row.offsetHeight - list.clientHeight;
}
