import { charge } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { readAttribute, toOwnName } from "./attributes.ts";
import { createClassList } from "./class-list.ts";
import { readShownText, readText } from "./content.ts";
import { createDataset } from "./dataset.ts";
import { controlReaders } from "./form-properties.ts";
import { printContent, printElement } from "./print.ts";
import type { ElementState } from "./states.ts";
import { createStyle } from "./style.ts";

type Reader = (realm: Realm, state: ElementState) => unknown;
type Raw = Readonly<Record<string, unknown>>;

const toNames = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Properties that are given as they are, by the types that each may have. An element of a kind that lacks one gives `undefined`; so does
 * one whose property is of another type, since that would be an object of the page.
 */
const plain: ReadonlyMap<string, "string" | "number" | "boolean"> = new Map([
  ...toNames(`
    alt autocomplete contentEditable defaultValue dir download enterKeyHint inputMode label lang max min namespaceURI pattern placeholder
    selectionDirection step text title type validationMessage value wrap
  `).map((name) => [name, "string"] as const),
  ...toNames(`
    clientHeight clientLeft clientTop clientWidth cols colSpan currentTime duration height index maxLength minLength naturalHeight
    naturalWidth offsetHeight offsetLeft offsetTop offsetWidth playbackRate position readyState rowIndex rowSpan scrollHeight
    scrollLeft scrollTop scrollWidth sectionRowIndex selectedIndex selectionEnd selectionStart size span tabIndex textLength
    valueAsNumber videoHeight videoWidth volume width
  `).map((name) => [name, "number"] as const),
  ...toNames(`
    autofocus checked complete controls defaultChecked defaultSelected disabled draggable ended hidden indeterminate isContentEditable loop
    multiple muted noValidate open paused readOnly required reversed seeking selected spellcheck willValidate
  `).map((name) => [name, "boolean"] as const),
]);

/** Those of the plain ones that the card's root tells too: its place and size. All others are the host's attributes. */
const ofRoot: ReadonlySet<string> = new Set(
  toNames(`
    clientHeight clientLeft clientTop clientWidth namespaceURI offsetHeight offsetLeft offsetTop offsetWidth scrollHeight scrollLeft
    scrollTop scrollWidth
  `),
);

/** Addresses are given as they are written: resolved ones would tell the address of the host's page. */
const addresses: ReadonlySet<string> = new Set(["action", "cite", "href", "poster", "src", "srcset", "target", "rel", "method"]);

const attribute =
  (name: string): Reader =>
  (realm, state) =>
    readAttribute(realm, state, name) ?? "";

/** One facade for each part of an element: `el.classList === el.classList`. */
const part =
  (make: (of: ElementState) => unknown): Reader =>
  (_realm, state) => {
    if (!state.parts.has(make)) state.parts.set(make, make(state));
    return state.parts.get(make);
  };

const computed: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...controlReaders,
  ["className", attribute("class")],
  ["classList", part(createClassList)],
  ["dataset", part(createDataset)],
  ["htmlFor", attribute("for")],
  ["id", attribute("id")],
  ["innerHTML", printContent],
  ["innerText", readShownText],
  ["localName", (_realm, { element, isBody }) => (isBody ? "body" : element.localName)],
  ["name", readName],
  ["nodeName", readTag],
  ["nodeValue", () => null],
  [
    "offsetParent",
    (_realm, { page, element, isBody }) => (isBody ? null : page.toElement((element as Partial<HTMLElement>).offsetParent ?? null)),
  ],
  ["outerHTML", (realm, state) => (state.isBody ? `<body>${printContent(realm, state)}</body>` : printElement(realm, state))],
  ["style", part(createStyle)],
  ["tagName", readTag],
  ["textContent", (realm, state) => readText(realm, state)],
]);

/** Reads a property of an element; `undefined` for what it does not have. */
export function readElement(realm: Realm, state: ElementState, key: string): unknown {
  const reader = computed.get(key);
  if (reader !== undefined) return reader(realm, state);
  const element = state.element as unknown as Raw;
  if (addresses.has(key)) return state.isBody || typeof element[key] === "undefined" ? undefined : (readAttribute(realm, state, key) ?? "");
  const type = plain.get(key);
  if (type === undefined || (state.isBody && !ofRoot.has(key))) return undefined;
  const value = element[key];
  if (typeof value === "string") charge(realm, value.length >>> 6);
  if (typeof value === type) return value;
  // The selection of an input that has none (`type="email"`).
  return value === null && key.startsWith("selection") ? null : undefined;
}

function readTag(_realm: Realm, { element, isBody }: ElementState): string {
  return isBody ? "BODY" : element.nodeName;
}

function readName(_realm: Realm, { page, element, isBody }: ElementState): unknown {
  const { name } = element as unknown as Raw;
  return isBody || typeof name !== "string" ? undefined : toOwnName(page, name);
}
