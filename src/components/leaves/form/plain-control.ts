import { type ComponentChild, h } from "preact";
import { type ControlProps, toControlAttributes } from "../editor/editor-control.ts";

interface PlainControlProps extends ControlProps {
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

/** Draws what JSON, or texts with commas between, are typed into. */
export function drawPlainControl(
  kind: "json" | "list",
  { card, target, wrong, focus, own, draft, onDraft }: PlainControlProps,
): ComponentChild {
  const { class: name, ...more } = own ?? {};
  const props = {
    ...toControlAttributes(card, target.label, wrong),
    ...more,
    class: `${name}${kind === "json" ? " kv-form-json" : ""}`,
    ref: focus as never,
    value: draft,
    autocomplete: "off",
    spellcheck: kind !== "json",
    onInput: (event: Event) => onDraft((event.target as HTMLInputElement).value),
  };
  return kind === "json" ? h("textarea", { ...props, rows: 4 }) : h("input", { type: "text", ...props });
}
