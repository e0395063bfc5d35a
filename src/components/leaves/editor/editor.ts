import { type ComponentChild, type ComponentChildren, Fragment, h } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { drawGlyph } from "../glyph.ts";
import { type LeafCard, useLeafCard } from "../leaf-card.ts";
import { EditorForm } from "./editor-form.ts";
import { Edits } from "./edits.ts";
import { showValue } from "./shown-value.ts";
import { type EditorProps, type Target, toTarget } from "./target.ts";
import { toReason } from "./to-reason.ts";
import { words } from "./words.ts";

/** The edits of the record that a row is about, and what is said of them. */
interface Work {
  readonly key: string;
  readonly edits: Edits;
  notice: string;
}

/**
 * Edits the attribute that a row shows, where the host takes changes. Its children are the value as the row shows it; a button to edit it
 * comes once the card is in the page. What was entered is shown at once, and undone where the host does not take it.
 */
export function Editor(props: EditorProps & { readonly children?: ComponentChildren }): ComponentChild {
  const card = useLeafCard();
  const target = toTarget(card, props);
  const [isReady, setReady] = useState(false);
  /** What is being edited: of another record, or in another form, nothing is. */
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const goesBack = useRef(false);
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const button = useRef<HTMLButtonElement>(null);
  const live = useRef(card);
  live.current = card;
  const work = useWork(target, props.value, live, () => redraw(undefined));

  useLayoutEffect(() => setReady(true), []);
  useEffect(() => {
    if (opened === undefined && goesBack.current) button.current?.focus();
    goesBack.current = false;
  }, [opened]);

  const place = target === undefined || work === undefined ? undefined : `${target.kind} ${work.key}`;
  const isOpen = place !== undefined && place === opened;
  const shown = work?.edits.shown;
  const value = shown === undefined ? props.value : shown.value;
  const children = isOpen
    ? null
    : shown === undefined || target === undefined
      ? props.children
      : showValue(card, target, value, work?.edits.isBusy === true);
  if (!isReady || target === undefined || work === undefined) return h(Fragment, null, children, null);
  const save = (entered: unknown): void => {
    work.notice = "";
    work.edits.add(entered);
  };
  const close = (back: boolean): void => {
    goesBack.current = back;
    setOpened(undefined);
  };
  const tools = isOpen
    ? h(EditorForm, { card, target, value, onSave: save, onClose: close })
    : drawTools(target, isNothing(value), work, button, () => card.isActing || setOpened(place));
  return h(Fragment, null, children, tools);
}

/** Keeps the edits of one attribute of one record; another record has none of them. */
function useWork(target: Target | undefined, value: unknown, live: { readonly current: LeafCard }, redraw: () => void): Work | undefined {
  const kept = useRef<Work | undefined>(undefined);
  if (target === undefined) return kept.current;
  const { resource, id, field } = target;
  const key = `${resource} ${id} ${field}`;
  if (kept.current?.key !== key) {
    const send = (entered: unknown, previous: unknown) =>
      live.current.ask((signal) => live.current.host.updateAttribute?.({ resource, id, field, value: entered, previous, signal }));
    const edits = new Edits(value, send, (failure) => {
      if (failure !== undefined) {
        work.notice = words.failed;
        live.current.reportUpdate(field, toReason(failure.error));
      }
      redraw();
    });
    const work: Work = { key, edits, notice: "" };
    kept.current = work;
  }
  if (kept.current.edits.take(value)) kept.current.notice = "";
  return kept.current;
}

function drawTools(
  { label }: Target,
  isEmpty: boolean,
  { edits, notice }: Work,
  button: { readonly current: HTMLButtonElement | null },
  open: () => void,
): ComponentChild {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "F2") return;
    event.preventDefault();
    open();
  };
  const edit = words.edit(label);
  return h(
    "span",
    { class: "kv-editor-tools" },
    isEmpty ? h("span", { class: "kv-editor-none" }) : null,
    h(
      "button",
      { type: "button", class: "kv-editor-open", title: edit, "aria-label": edit, ref: button, onClick: open, onKeyDown: press },
      drawGlyph("pencil"),
    ),
    h("span", { class: "kv-editor-state", role: "status" }, edits.isBusy ? h("span", { class: "kv-editor-busy" }, words.saving) : null),
    notice === "" ? null : h("span", { class: "kv-editor-message", role: "alert" }, notice),
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
