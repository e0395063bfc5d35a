import { type ComponentChild, h, type RefObject } from "preact";
import type { LeafCard } from "../leaf-card.ts";
import type { TextKind } from "./editor-values.ts";
import type { Target } from "./target.ts";
import { words } from "./words.ts";

/** What controls are told. */
export interface ControlProps {
  readonly card: LeafCard;
  readonly target: Omit<Target, "kind" | "id">;
  /** Id of what is wrong with what was entered, where something is. */
  readonly wrong: string | undefined;
  readonly focus: RefObject<HTMLElement | null>;
  /** Attributes of the place that the control stands in, which win. */
  readonly own?: Readonly<Record<string, unknown>>;
}

interface TextControlProps extends ControlProps {
  readonly kind: TextKind;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

/** What each kind of text is typed into. A number is a text: a field for numbers changes with the mouse wheel, and drops what is none. */
const inputs: Readonly<Partial<Record<TextKind, Readonly<Record<string, string>>>>> = {
  number: { type: "text", inputmode: "decimal" },
  url: { type: "url", inputmode: "url", placeholder: "https://" },
  instant: { type: "datetime-local" },
  day: { type: "date" },
};

const priorities = ["1", "2", "3", "4", "5"];

/** Draws what an attribute is typed or chosen in. */
export function drawControl({ card, target, wrong, focus, own, kind, draft, onDraft }: TextControlProps): ComponentChild {
  const props = {
    ...toControlAttributes(card, target.label, wrong),
    ref: focus as RefObject<never>,
    value: draft,
    onInput: (event: Event) => onDraft((event.target as HTMLInputElement).value),
    ...own,
  };
  if (kind === "long") return h("textarea", { ...props, rows: 4 });
  if (kind !== "flag" && kind !== "priority") return h("input", { type: "text", ...inputs[kind], ...props, autocomplete: "off" });
  const values = kind === "flag" ? ["true", "false"] : priorities;
  const all = draft === "" || values.includes(draft) ? values : [...values, draft];
  const print = (value: string) => (kind === "flag" ? card.format(value === "true", target.field, target.object) : value);
  return h(
    "select",
    props,
    h("option", { value: "" }, words.none),
    all.map((value) => h("option", { key: value, value }, print(value))),
  );
}

/**
 * What every control has. It belongs to no form of the card: a template could take a form of its own around the row back to its defaults,
 * or read what it holds.
 */
export function toControlAttributes({ idPrefix }: LeafCard, label: string, wrong: string | undefined) {
  return {
    class: "kv-input kv-editor-input",
    form: `${idPrefix}:none`,
    "aria-label": label,
    "aria-invalid": wrong === undefined ? undefined : ("true" as const),
    "aria-describedby": wrong,
  };
}
