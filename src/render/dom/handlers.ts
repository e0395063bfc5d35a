import { judgeEvent } from "../../policy/attributes.ts";
import { Fn, Native } from "../../runtime/handles.ts";
import type { Rec } from "../../runtime/record.ts";
import { type Controls, inputType } from "./controls.ts";

/** A handler of the template as React means it: when it is called, and what it is told the event is. */
interface Handler {
  readonly fn: Fn | Native;
  /** React's name of the event, where the page's is another. */
  readonly type: string | undefined;
  /** Called for events that this accepts. */
  readonly accepts: Accepts | undefined;
}

type Accepts = (event: Event, controls: Controls) => boolean;

/** A listener of the page for one event of one element. */
export interface Listener {
  /** Name of the prop that has Preact add it: `onclick`, `onclickCapture`. */
  readonly prop: string;
  readonly handlers: readonly Handler[];
}

/** React's focus and blur bubble; in the page only these do. */
const bubbling: ReadonlyMap<string, string> = new Map([
  ["focus", "focusin"],
  ["blur", "focusout"],
]);

/** Reads the handlers among an element's props. Whatever is no function of the template is none. */
export function toListeners(tag: string, props: Rec): readonly Listener[] {
  const found = new Map<string, Handler[]>();
  const add = (event: string, capture: boolean, handler: Handler) => {
    const prop = `on${event}${capture ? "Capture" : ""}`;
    const known = found.get(prop) ?? [];
    found.set(prop, known);
    // React tells of the change after it has told of the event that made it.
    if (handler.type === "change") known.push(handler);
    else known.unshift(handler);
  };
  for (const name of Object.keys(props)) {
    // No prop begins like this but handlers.
    if (!name.startsWith("on")) continue;
    const fn = props[name];
    const rule = fn instanceof Fn || fn instanceof Native ? judgeEvent(name) : undefined;
    if (rule === undefined) continue;
    const { event, capture } = rule;
    const handler: Handler = { fn: fn as Fn | Native, type: undefined, accepts: undefined };
    if (event === "change") addChange(tag, props, (name, more) => add(name, capture, { ...handler, type: "change", ...more }));
    else add(bubbling.get(event) ?? event, capture, bubbling.has(event) ? { ...handler, type: event } : handler);
  }
  return [...found].map(([prop, handlers]) => ({ prop, handlers }));
}

/**
 * React's `onChange`: with every character for texts, when it is made for choices; around a control for either. What is ticked tells of it
 * with the click: a handler of the same click further out would else have it rendered as it was before.
 */
function addChange(tag: string, props: Rec, add: (event: string, more: { readonly accepts?: Accepts }) => void): void {
  const type = tag === "input" ? inputType(props) : tag;
  const { checked } = props;
  if ((type === "checkbox" || type === "radio") && checked !== undefined && checked !== null)
    add("click", { accepts: ({ target }) => (target as HTMLInputElement).checked !== Boolean(checked) });
  else if (type === "select" || type === "checkbox" || type === "radio" || type === "file") add("change", {});
  else if (tag === "input" || tag === "textarea") add("input", { accepts: (event, controls) => controls.isNews(event) });
  else {
    add("input", { accepts: (event, controls) => isTyped(event.target) && controls.isNews(event) });
    add("change", { accepts: ({ target }) => !isTyped(target) });
  }
}

/** Tells whether a control of a form holds text, which changes with every character. */
export function isTyped(target: EventTarget | null): boolean {
  const { localName, type } = target as Partial<HTMLInputElement>;
  if (localName === "textarea") return true;
  return localName === "input" && !/^(checkbox|radio|file)$/.test(type ?? "");
}
