import { type ComponentChild, Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Choice } from "../editor/choices.ts";
import type { ControlProps } from "../editor/editor-control.ts";
import { isSingle, type PickerKind } from "../editor/editor-kind.ts";
import { Picker } from "../editor/picker.ts";
import { useLeaving } from "../editor/use-leaving.ts";
import { drawGlyph } from "../glyph.ts";
import { words } from "./words.ts";

interface FormPickerProps extends ControlProps {
  readonly kind: PickerKind;
  readonly choices: readonly Choice[];
  readonly onChoices: (choices: readonly Choice[]) => void;
  /** The reader goes on. */
  readonly onLeave: () => void;
}

/**
 * What was picked, as one control like the others of a form; pressed, it gives place to the picker. A tree's place is picked with one
 * press, and one record; people one after the other, until Escape or whatever else the reader does.
 */
export function FormPicker({ onLeave, ...props }: FormPickerProps): ComponentChild {
  const { card, target, kind, choices, onChoices, wrong, focus, own } = props;
  const [mode, setMode] = useState<"closed" | "open" | "back">("closed");
  const place = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLElement>(null);
  const isOpen = mode === "open";
  // The button goes with the focus in it when it gives place to the picker: nobody has left.
  const isOpening = useRef(false);
  isOpening.current = isOpen;
  useLayoutEffect(() => {
    if (mode === "open") inner.current?.focus();
    if (mode === "back") focus.current?.focus();
  }, [mode, focus]);
  useLeaving(place, isOpen, card, () => {
    setMode("closed");
    onLeave();
  });

  const open = (): void => {
    if (card.isActing) return;
    isOpening.current = true;
    setMode("open");
  };
  const press = (event: KeyboardEvent): void => {
    if (!isOpen) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      open();
    } else if (event.key === "Escape" || event.key === "Enter") setMode("back");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (next: readonly Choice[]): void => {
    onChoices(next);
    if (isSingle(kind) && next.length > 0) setMode("back");
  };
  const names = choices.map(({ name }) => name);
  const button = h(
    "button",
    {
      ...own,
      type: "button",
      class: `kv-input kv-form-pick${names.length === 0 ? " kv-form-none" : ""}`,
      role: "combobox",
      "aria-haspopup": kind === "tree" ? "tree" : "listbox",
      "aria-expanded": "false",
      "aria-invalid": wrong === undefined ? undefined : "true",
      "aria-describedby": wrong,
      ref: focus as never,
      onClick: open,
      onBlur: () => card.isActing || isOpening.current || onLeave(),
    },
    h("span", { class: "kv-form-picked" }, names.length === 0 ? words.choose : names.join(", ")),
    drawGlyph("down"),
  );
  return h(
    "div",
    { ref: place, class: "kv-form-picker", onKeyDown: press },
    isOpen ? h(Picker, { card, target, kind, choices, onChoices: choose, wrong, focus: inner }) : h(Fragment, null, button),
  );
}
