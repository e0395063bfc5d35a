import { type ComponentChild, h } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { drawGlyph } from "../glyph.ts";
import type { LeafCard } from "../leaf-card.ts";
import { type Choice, toChoices, toPicked } from "./choices.ts";
import { drawControl } from "./editor-control.ts";
import { isPicker } from "./editor-kind.ts";
import { type Entered, readDraft, toDraft } from "./editor-values.ts";
import { Picker } from "./picker.ts";
import type { Target } from "./target.ts";
import { useLeaving } from "./use-leaving.ts";
import { words } from "./words.ts";

interface EditorFormProps {
  readonly card: LeafCard;
  readonly target: Target;
  /** What is shown now. */
  readonly value: unknown;
  readonly onSave: (value: unknown) => void;
  /** @param back The focus goes back to where it came from; else the reader has taken it elsewhere. */
  readonly onClose: (back: boolean) => void;
}

const selectable: ReadonlySet<string> = new Set(["text", "number", "url"]);

/**
 * An editor that is open. Enter saves (in a long text with Ctrl), Escape cancels; going on by Tab or pointer saves what was changed, unless
 * it is no value of the attribute's.
 */
export function EditorForm({ card, target, value, onSave, onClose }: EditorFormProps): ComponentChild {
  const { kind, label } = target;
  const id = `${card.idPrefix}:${useId()}`;
  const place = useRef<HTMLElement>(null);
  const focus = useRef<HTMLElement>(null);
  const [begun] = useState(() => (isPicker(kind) ? "" : toDraft(kind, value, card)));
  const [chosen] = useState(() => (isPicker(kind) ? (toChoices(kind, value) ?? []) : []));
  const [draft, setDraft] = useState(begun);
  const [choices, setChoices] = useState(chosen);
  const [message, setMessage] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens.
  useLayoutEffect(() => {
    focus.current?.focus();
    if (selectable.has(kind)) (focus.current as HTMLInputElement | null)?.select();
  }, []);

  const submit = (back: boolean): void => {
    if (card.isActing) return;
    if (isPicker(kind) ? isSameChoice(choices, chosen) : draft === begun) return onClose(back);
    const entered: Entered = isPicker(kind) ? { value: toPicked(kind, choices) } : readDraft(kind, draft, card);
    if ("message" in entered) {
      setMessage(entered.message);
      if (back) focus.current?.focus();
      return;
    }
    onSave(entered.value);
    onClose(back);
  };
  useLeaving(place, true, card, () => submit(false));

  const press = (event: KeyboardEvent): void => {
    // Lists around have keys of their own, which are not meant here.
    event.stopPropagation();
    if (event.isComposing || card.isActing) return;
    const isButton = (event.target as Element).localName === "button";
    if (event.key === "Escape") onClose(true);
    else if (event.key === "Enter" && !isButton && (kind !== "long" || event.ctrlKey || event.metaKey)) submit(true);
    else return;
    event.preventDefault();
  };
  const wrong = message === "" ? undefined : `${id}-wrong`;
  const shared = { card, target, wrong, focus };
  return h(
    "div",
    { class: `kv-editor kv-editor-${kind}`, role: "group", "aria-label": words.edit(label), ref: place as never, onKeyDown: press },
    isPicker(kind)
      ? h(Picker, { ...shared, kind, choices, onChoices: setChoices })
      : drawControl({
          ...shared,
          kind,
          draft,
          onDraft: (next) => {
            setDraft(next);
            setMessage("");
          },
        }),
    h(
      "span",
      { class: "kv-editor-actions" },
      drawAction("check", kind === "long" ? words.saveLong : words.save, () => submit(true)),
      drawAction("close", words.cancel, () => card.isActing || onClose(true)),
    ),
    wrong === undefined ? null : h("div", { class: "kv-editor-message", id: wrong, role: "alert" }, message),
  );
}

function drawAction(glyph: "check" | "close", label: string, run: () => void): ComponentChild {
  return h("button", { type: "button", class: `kv-editor-action kv-editor-${glyph}`, title: label, "aria-label": label, onClick: run }, [
    drawGlyph(glyph),
  ]);
}

function isSameChoice(a: readonly Choice[], b: readonly Choice[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
