import { judgeText } from "../../../policy/text.ts";
import { charge, chargeString } from "../../../runtime/budget.ts";
import { toNumber, toText } from "../../../runtime/coerce.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { isWritable, writeAttribute } from "./attributes.ts";
import { writeMarkup, writeText } from "./content.ts";
import { pageEvents } from "./event-names.ts";
import { toElementPlace, toRootPlace } from "./listener-places.ts";
import type { ListenerPlace } from "./listeners.ts";
import type { ElementState } from "./states.ts";
import { writeStyle } from "./style.ts";

const toNames = (list: string): readonly string[] => list.trim().split(/\s+/);

/** State that an element has besides its attributes, by the type that is written. */
const states: ReadonlyMap<string, "text" | "number" | "boolean"> = new Map([
  ...toNames("defaultValue selectionDirection value").map((name) => [name, "text"] as const),
  ...toNames("currentTime playbackRate scrollLeft scrollTop selectedIndex selectionEnd selectionStart valueAsNumber volume").map(
    (name) => [name, "number"] as const,
  ),
  ...toNames("checked defaultChecked defaultSelected indeterminate muted selected").map((name) => [name, "boolean"] as const),
]);

/** Properties that stand for an attribute: written as the attribute is, by the policy. */
const reflected: ReadonlySet<string> = new Set(
  toNames(`
    action alt autocomplete autofocus className cols colSpan contentEditable controls dir disabled download draggable enterKeyHint height
    hidden href htmlFor id inputMode label lang loop max maxLength method min minLength multiple name noValidate open pattern placeholder
    poster readOnly rel required reversed rowSpan rows size spellcheck src srcset step tabIndex target title type width wrap
  `),
);

/** Writes a property of an element; `false` for a name that stands for nothing in the page. */
export function writeElement(realm: Realm, state: ElementState, key: string, value: unknown): boolean {
  const type = states.get(key);
  if (type !== undefined) return writeState(realm, state, key, type, value);
  if (reflected.has(key)) {
    writeAttribute(realm, state, key, typeof value === "boolean" ? value : toText(realm, value));
    return true;
  }
  switch (key) {
    case "textContent":
    case "innerText":
      writeText(realm, state, value === null ? "" : toText(realm, value), key);
      return true;
    case "innerHTML":
      writeMarkup(realm, state, value === null ? "" : toText(realm, value), key);
      return true;
    case "style":
      writeStyle(realm, state, toText(realm, value));
      return true;
    default:
      return writeHandler(realm, state, key, value);
  }
}

function writeState(realm: Realm, state: ElementState, key: string, type: "text" | "number" | "boolean", value: unknown): boolean {
  charge(realm, 2);
  const { page, element, isBody } = state;
  const target = element as unknown as Record<string, unknown>;
  const isScroll = key === "scrollLeft" || key === "scrollTop";
  // Elements of other kinds have no such state: what is written there is the template's own.
  if (!(key in target) || (isBody && !isScroll) || !isWritable(state)) return false;
  const written = type === "boolean" ? Boolean(value) : type === "number" ? toNumber(realm, value) : toStateText(realm, value);
  page.act(key, () => void (target[key] = written));
  return true;
}

function toStateText(realm: Realm, value: unknown): string {
  const text = judgeText(value === null ? "" : toText(realm, value));
  chargeString(realm, text.length);
  return text;
}

/** `onclick`: a listener that is replaced by the next one. `undefined` for other names. */
function toHandlerPlace(realm: Realm, state: ElementState, key: string): ListenerPlace | undefined {
  const type = key.slice(2);
  if (!key.startsWith("on") || !pageEvents.has(type)) return undefined;
  const { page, element } = state;
  return state.isBody ? toRootPlace(page, realm, type, page.toElement(element)) : toElementPlace(page, element, type);
}

function writeHandler(realm: Realm, state: ElementState, key: string, value: unknown): boolean {
  const place = toHandlerPlace(realm, state, key);
  if (place === undefined) return false;
  state.page.listeners.setHandler(realm, place, value);
  return true;
}

/** Reads what `onclick` and its kin were set to. */
export function readHandler(realm: Realm, state: ElementState, key: string): unknown {
  const place = toHandlerPlace(realm, state, key);
  return place === undefined ? undefined : state.page.listeners.readHandler(place);
}
