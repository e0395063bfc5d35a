import { type ComponentChild, h } from "preact";
import { useId, useState } from "preact/hooks";
import type { SearchQuery } from "../../../runtime/host.ts";
import { drawGlyph } from "../glyph.ts";
import type { LeafCard } from "../leaf-card.ts";
import type { Choice } from "./choices.ts";
import { type ControlProps, toControlAttributes } from "./editor-control.ts";
import { isSingle, type PickerKind } from "./editor-kind.ts";
import { PickerList } from "./picker-list.ts";
import { type Row, toRows, toTreeRows } from "./tree-rows.ts";
import { useSearch } from "./use-search.ts";
import { words } from "./words.ts";

interface PickerProps extends ControlProps {
  readonly kind: PickerKind;
  readonly choices: readonly Choice[];
  readonly onChoices: (choices: readonly Choice[]) => void;
}

/** What is looked for. */
function toQuery(kind: PickerKind, { klasses }: LeafCard, resource: string, field: string): Omit<SearchQuery, "text" | "signal"> {
  const target = { resource, field };
  if (kind === "tree") return { kind: "tree", ...target };
  const klass = kind === "users" ? "user" : kind === "teams" ? "team" : klasses.linked(resource, field);
  if (klass === "user" || klass === "team") return { kind: klass, ...target };
  return { kind: "record", ...(klass === undefined ? {} : { klass }), ...target };
}

/** Picks users, teams or records, any number of them, or one record or place in a tree, among what the host finds (WAI-ARIA combobox). */
export function Picker({ card, target, wrong, focus, kind, choices, onChoices }: PickerProps): ComponentChild {
  const id = `${card.idPrefix}:${useId()}`;
  const [text, setText] = useState("");
  const [moved, setMoved] = useState<string | undefined>(undefined);
  const { resource, field, label } = target;
  const { state, text: looked, found } = useSearch(card, toQuery(kind, card, resource, field), text);
  const rows = kind === "tree" ? toTreeRows(found) : toRows(found);
  const open = rows.filter(({ isGroup }) => !isGroup);
  const isCurrent = state === "found" && looked === text;
  // What was found for another text is not what Enter should take.
  const active = open.find((row) => row.id === moved) ?? (text !== "" && isCurrent ? open[0] : undefined);

  const write = (next: string): void => {
    setText(next);
    setMoved(undefined);
  };
  const choose = ({ id: chosen, name }: Row): void => {
    const others = choices.filter((one) => one.id !== chosen);
    const choice = { id: chosen, name, value: kind === "tree" ? chosen : { id: chosen, name } };
    if (isSingle(kind)) onChoices([choice]);
    else onChoices(others.length < choices.length ? others : [...choices, choice]);
    write("");
  };
  const move = (step: 1 | -1): void => {
    const at = active === undefined ? (step === 1 ? -1 : open.length) : open.indexOf(active);
    setMoved(open[Math.min(Math.max(at + step, 0), open.length - 1)]?.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && active !== undefined) choose(active);
    else if (event.key === "Backspace" && text === "" && choices.length > 0) onChoices(choices.slice(0, -1));
    else if ((event.key !== "Enter" && event.key !== "Escape") || text === "") return;
    // A text that stands for nothing yet is not thrown away by being saved; Escape takes it back first.
    else if (event.key === "Escape") write("");
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = rows.length > 0;
  return h(
    "div",
    { class: "kv-picker" },
    choices.length === 0
      ? null
      : drawChoices(id, choices, (one) => {
          onChoices(choices.filter((other) => other !== one));
          focus.current?.focus();
        }),
    h("input", {
      ...toControlAttributes(card, label, wrong),
      ref: focus as never,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      placeholder: words.search,
      "aria-autocomplete": "list",
      "aria-haspopup": kind === "tree" ? "tree" : "listbox",
      "aria-expanded": isOpen ? "true" : "false",
      "aria-controls": isOpen ? `${id}-list` : undefined,
      "aria-activedescendant": active === undefined ? undefined : `${id}-${rows.indexOf(active)}`,
      value: text,
      onInput: (event: Event) => write((event.target as HTMLInputElement).value),
      onKeyDown: press,
    }),
    isOpen ? h(PickerList, { id, kind, label, rows, active, choices, choose }) : null,
    h("div", { class: "kv-picker-state", role: "status" }, toState(state, rows)),
  );
}

function toState(state: "searching" | "found" | "failed", rows: readonly Row[]): string {
  if (state === "failed") return words.searchFailed;
  if (state === "searching") return words.searching;
  return rows.length === 0 ? words.nothing : "";
}

/** No attribute holds a name: a style sheet of the template could tell by its looks what stands there. */
function drawChoices(id: string, choices: readonly Choice[], remove: (choice: Choice) => void): ComponentChild {
  return h(
    "ul",
    { class: "kv-picker-choices" },
    choices.map((choice, index) => {
      const [name, button] = [`${id}-name-${index}`, `${id}-remove-${index}`];
      const label = { "aria-label": words.remove, "aria-labelledby": `${button} ${name}` };
      return h(
        "li",
        { key: choice.id, class: "kv-picker-choice" },
        h("span", { id: name }, choice.name),
        h("button", { type: "button", class: "kv-picker-remove", id: button, ...label, onClick: () => remove(choice) }, drawGlyph("close")),
      );
    }),
  );
}
