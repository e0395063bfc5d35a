import { type ComponentChild, type ComponentChildren, Fragment, h } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormField } from "../../../runtime/host.ts";
import { drawControl } from "../editor/editor-control.ts";
import { isPicker } from "../editor/editor-kind.ts";
import type { Entered } from "../editor/editor-values.ts";
import { isSame } from "../editor/edits.ts";
import { type LeafCard, useLeafCard } from "../leaf-card.ts";
import { useReady } from "../use-ready.ts";
import { type Entry, readEntry, toEntry } from "./entry.ts";
import type { FormKind } from "./form-kind.ts";
import { readLabel } from "./form-label.ts";
import { FormPicker } from "./form-picker.ts";
import { type FormRowProps, type FormTarget, toFormTarget } from "./form-target.ts";
import { drawPlainControl } from "./plain-control.ts";

/**
 * One attribute of a record that the agent creates. Its children are the row as a string has it, read-only; in the page the agent enters a
 * value by the attribute's type. The template hears of each change as of an input's, the host of all rows together.
 */
export function FormRow(props: FormRowProps & { readonly children?: ComponentChildren }): ComponentChild {
  const card = useLeafCard();
  const isReady = useReady();
  const kind = useRef<FormKind | undefined>(undefined);
  const target = toFormTarget(card, props, kind.current);
  kind.current = target?.kind;
  if (!isReady || target === undefined) return h(Fragment, null, props.children);
  return h(Control, { ...props, key: `${target.resource} ${target.field} ${target.kind}`, target });
}

interface ControlledProps extends FormRowProps {
  readonly target: FormTarget;
  readonly children?: ComponentChildren;
}

function Control({ target, value, onChange, children }: ControlledProps): ComponentChild {
  const card = useLeafCard();
  const { kind, field, isRequired } = target;
  const id = `${card.idPrefix}:${useId()}`;
  const place = useRef<HTMLDivElement>(null);
  const control = useRef<HTMLElement>(null);
  const [isTold, setTold] = useState(false);
  const [entry, setEntry] = useState<Entry>(() => toEntry(kind, value, card));
  const base = useRef(value);
  const entered = readEntry(kind, entry, isRequired, card);

  // A template that keeps the value gives back what it heard: what is typed stays as it is typed.
  if (!isSame(value, base.current)) {
    base.current = value;
    if (!isSame(value, "value" in entered ? entered.value : undefined)) setEntry(toEntry(kind, value, card));
  }

  const change = (next: Entry): void => {
    setEntry(next);
    const now = readEntry(kind, next, isRequired, card);
    const read = "value" in now ? now.value : null;
    if (typeof onChange === "function")
      onChange({ type: "change", target: { name: field, value: read, checked: read === true }, value: read });
  };
  const latest = useRef({ card, target, entered });
  latest.current = { card, target, entered };
  const { form } = card;
  useLayoutEffect(
    () =>
      form.add({
        place: () => place.current,
        read: () => toField(latest.current.target, latest.current.entered),
        complain: () => setTold(true),
        focus: () => focusFor(latest.current.card, control.current),
      }),
    [form],
  );
  const said = JSON.stringify(entered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something else is entered.
  useLayoutEffect(() => form.change(), [said, isRequired, form]);

  const leave = (): void => form.leave(() => setTold(true));
  const message = isTold && "message" in entered ? entered.message : "";
  const wrong = message === "" ? undefined : `${id}-wrong`;
  const own = {
    id,
    class: "kv-input",
    form: undefined,
    "aria-label": undefined,
    "aria-required": isRequired ? "true" : undefined,
    maxlength: target.most,
    ...(isPicker(kind) ? {} : { onBlur: () => card.isActing || leave() }),
  };
  const shared = { card, target, wrong, focus: control, own };
  const draft = (text: string): void => change({ ...entry, draft: text });
  return h(
    "div",
    { class: "kv-form-live", ref: place },
    h("label", { class: "kv-form-label", for: id }, readLabel(children)),
    isPicker(kind)
      ? h(FormPicker, {
          ...shared,
          kind,
          choices: entry.choices,
          onChoices: (choices) => change({ ...entry, choices }),
          onLeave: leave,
        })
      : kind === "json" || kind === "list"
        ? drawPlainControl(kind, { ...shared, draft: entry.draft, onDraft: draft })
        : drawControl({ ...shared, kind, draft: entry.draft, onDraft: draft }),
    wrong === undefined ? null : h("div", { class: "kv-form-message", id: wrong, role: "alert" }, message),
  );
}

function toField({ resource, field, isRequired }: FormTarget, entered: Entered): FormField {
  const told = { resource, field, required: isRequired };
  return "value" in entered ? { ...told, value: entered.value } : { ...told, value: null, problem: entered.message };
}

/** A template may ask for its form to be checked at any time: the reader is taken there only where they are in the card already. */
function focusFor({ isActing, root }: LeafCard, control: HTMLElement | null): void {
  const { activeElement } = root.getRootNode() as Document | ShadowRoot;
  if (!isActing || root.contains(activeElement)) control?.focus();
}
