import { splitThemeQueries } from "../../policy/css-theme-query.ts";
import { classesOf } from "../../policy/interfaces.ts";
import { toText } from "../../runtime/coerce.ts";
import { type Implementation, type Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { type Rec, toRecord } from "../../runtime/record.ts";
import { throwError } from "../../runtime/throw.ts";
import { createDraft, createDraftText } from "./draft-element.ts";
import { createFunctions, nothing } from "./facade-functions.ts";
import { interfaceFacades } from "./interfaces.ts";
import { PerCard } from "./per-card.ts";

const none: Implementation = () => null;
const no: Implementation = () => false;
/** A new list each time: lists belong to the template. */
const emptyList: Implementation = () => [];
const refuse: Implementation = (realm) => throwError(realm, "Error", "the string target has no page");

const listening = { addEventListener: nothing, removeEventListener: nothing };

/** Looking for elements where there are none. */
const searching = {
  getElementsByClassName: emptyList,
  getElementsByTagName: emptyList,
  querySelector: none,
  querySelectorAll: emptyList,
};

/** Reads what it was made with; takes what is written and forgets it: in a text there is no page to show it on. */
function createType(name: string, methods: Readonly<Record<string, Implementation>>): OpaqueType<ReadonlyMap<string, unknown>> {
  return { name, methods: createFunctions(methods), read: (_realm, values, key) => values.get(key), write: () => true };
}

const styleType = createType("CSSStyleDeclaration", { getPropertyValue: () => "", removeProperty: () => "", setProperty: nothing });
const classListType = createType("DOMTokenList", { add: nothing, contains: no, remove: nothing, toggle: no });

const plainElement = createType("HTMLElement", {
  ...listening,
  ...searching,
  contains: no,
  getAttribute: none,
  hasAttribute: no,
  removeAttribute: nothing,
  setAttribute: nothing,
});

const elementType: typeof plainElement = {
  ...plainElement,
  classes: (values) => classesOf(String(values.get("tagName")).toLowerCase()),
};

const plainDocument = createType("HTMLDocument", {
  ...listening,
  ...searching,
  createElement: createDraft,
  createTextNode: createDraftText,
  dispatchEvent: () => true,
  execCommand: no,
  getElementById: none,
  getElementsByName: emptyList,
  getSelection: none,
  hasFocus: no,
});

const documentType: typeof plainDocument = {
  ...plainDocument,
  classes: () => ["Document", "Node", "EventTarget"],
  // Cookies are the page's and name the agent's session. An empty text would seem to say that there are none.
  read: (realm, values, key) => (key === "cookie" ? throwError(realm, "Error", "a card can't read cookies") : values.get(key)),
};

function createElement(tagName: string): Opaque {
  return new Opaque(
    elementType,
    new Map<string, unknown>([
      ["tagName", tagName],
      ["className", ""],
      ["id", ""],
      ["classList", new Opaque(classListType, new Map())],
      ["style", new Opaque(styleType, new Map())],
    ]),
  ) as Opaque;
}

function createDocument(): Opaque {
  return new Opaque(
    documentType,
    new Map<string, unknown>([
      ["activeElement", null],
      ["body", createElement("BODY")],
      ["documentElement", createElement("HTML")],
      ["head", createElement("HEAD")],
      ["hidden", false],
      ["readyState", "complete"],
      ["referrer", ""],
      ["title", ""],
      ["visibilityState", "visible"],
    ]),
  ) as Opaque;
}

/** Sizes of an ordinary window, scrolled nowhere. */
const measures = {
  devicePixelRatio: 1,
  innerHeight: 768,
  innerWidth: 1024,
  outerHeight: 768,
  outerWidth: 1024,
  pageXOffset: 0,
  pageYOffset: 0,
  screenX: 0,
  screenY: 0,
  scrollX: 0,
  scrollY: 0,
} as const;

function createScreen(): Rec {
  const { innerHeight: height, innerWidth: width } = measures;
  return toRecord(Object.entries({ availHeight: height, availWidth: width, height, width }));
}

/** No query holds but for the theme that the host named; what listens for a change hears nothing. */
const matchMedia: Implementation = (realm, _self, [query]) => {
  const media = toText(realm, query);
  const [only, second] = media.length > 100 ? [] : (splitThemeQueries(media) ?? []);
  const matches = second === undefined && only?.rest === "" && only.scheme !== undefined && only.scheme === realm.theme;
  return toRecord([["matches", matches], ["media", media], ["onchange", null], ...mediaListening]);
};

const mediaListening: readonly (readonly [string, Native])[] = [
  ...createFunctions({ ...listening, addListener: nothing, removeListener: nothing }),
];

/**
 * What a page gives, for cards that stand in none: the string target. Nothing is found, nothing is heard, and code that only asks goes
 * on. A page's own names win over these.
 */
export const inertPageNames: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...interfaceFacades,
  ...createFunctions({
    ...listening,
    dispatchEvent: () => true,
    getComputedStyle: refuse,
    getSelection: none,
    matchMedia,
    scroll: nothing,
    scrollBy: nothing,
    scrollTo: nothing,
  }),
  ...Object.entries(measures),
  ["document", new PerCard(createDocument)],
  ["screen", new PerCard(createScreen)],
]);
