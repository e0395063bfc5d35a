import { charge, chargeArray } from "../../../runtime/budget.ts";
import { toNumber, toText } from "../../../runtime/coerce.ts";
import type { Opaque, OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import type { Page } from "../page.ts";
import { toOwnName } from "./attributes.ts";
import { buildCopy, buildElement, buildText } from "./build.ts";
import { copySelection } from "./copy-command.ts";
import { dispatch } from "./dispatch.ts";
import { pageEvents } from "./event-names.ts";
import { callWhenReady, toRootPlace } from "./listener-places.ts";
import { toEventType } from "./listeners.ts";
import { createMethods, type Method, type MethodTable } from "./methods.ts";
import { queryMethods } from "./queries.ts";
import { createRange, readSelection } from "./selection.ts";
import { type ElementState, PageState } from "./states.ts";
import { expectNode } from "./tree.ts";

/** What stands behind a card's `document`. */
export class DocumentState extends PageState {}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Does for the document what the card's root does. */
function ofRoot(table: MethodTable<ElementState>): MethodTable<DocumentState> {
  return Object.fromEntries(
    Object.entries(table).map(([name, method]): [string, Method<DocumentState>] => [
      name,
      (realm, { page }, args) => method(realm, page.bodyState, args),
    ]),
  );
}

/** Finds the elements of an id or name below the root: the first ones, by their number. */
function findNamed(realm: Realm, page: Page, attribute: "id" | "name", given: unknown, most: number): Opaque[] {
  const name = toText(realm, given);
  const all = page.root.querySelectorAll(`[${attribute}]`);
  charge(realm, all.length >>> 2);
  const found: Opaque[] = [];
  for (const element of all) {
    if (found.length >= most) break;
    const value = element.getAttribute(attribute) as string;
    const facade = value !== name && toOwnName(page, value) === name ? page.toElement(element) : null;
    if (facade !== null) found.push(facade);
  }
  chargeArray(realm, found.length);
  return found;
}

const refuse =
  (what: string): Method<DocumentState> =>
  (realm) =>
    throwError(realm, "Error", `cards can't use \`document.${what}\``);

/** The document's own parts, for each of which the card's root stands. */
const parts: ReadonlySet<string> = new Set(["body", "head", "html", ":root"]);

/** Has a search of the whole document find its parts, by tag or selector. */
const orRoot =
  (name: "getElementsByTagName" | "querySelector" | "querySelectorAll"): Method<DocumentState> =>
  (realm, { page }, [given]) => {
    const isPart = typeof given === "string" && given.length < 10 && parts.has(given.trim().toLowerCase());
    if (!isPart) return (queryMethods[name] as Method<ElementState>)(realm, page.bodyState, [given]);
    charge(realm, 4);
    const root = page.toElement(page.root);
    return name === "querySelector" ? root : [root];
  };

const methods = createMethods("Document", DocumentState, {
  ...ofRoot(queryMethods),
  getElementsByTagName: orRoot("getElementsByTagName"),
  querySelector: orRoot("querySelector"),
  querySelectorAll: orRoot("querySelectorAll"),
  addEventListener: (realm, { page }, [given, fn, options]) => {
    const type = toEventType(realm, given);
    if (callWhenReady(page, realm, type, fn, page.document)) return undefined;
    return page.listeners.add(realm, toRootPlace(page, realm, type, page.document), fn, options);
  },
  // A comment shows nothing: a text without text is one.
  createComment: (realm, { page }) => page.adopt(buildText(realm, page, "")),
  createDocumentFragment: (realm, { page }) => {
    charge(realm, 8);
    return page.adopt(page.hostDocument.createDocumentFragment());
  },
  createElement: (realm, { page }, [name]) => page.adopt(buildElement(realm, page, toText(realm, name), false)),
  createElementNS: (realm, { page }, [namespace, name]) =>
    page.adopt(buildElement(realm, page, toText(realm, name), namespace === svgNamespace)),
  createRange: (realm, { page }) => createRange(realm, page),
  createTextNode: (realm, { page }, [text]) => page.adopt(buildText(realm, page, toText(realm, text))),
  dispatchEvent: (realm, { page }, [event]) => dispatch(realm, page, page.root, page.document, event),
  elementFromPoint: (realm, { page }, [x, y]) => {
    charge(realm, 8);
    const doc = page.root.getRootNode() as Document;
    const [left, top] = [toNumber(realm, x), toNumber(realm, y)];
    return page.toElement(page.act("elementFromPoint", () => doc.elementFromPoint?.(left, top)) ?? null);
  },
  execCommand: (realm, { page }, [command]) => toText(realm, command).toLowerCase() === "copy" && copySelection(realm, page),
  getElementById: (realm, { page }, [id]) => findNamed(realm, page, "id", id, 1)[0] ?? null,
  getElementsByName: (realm, { page }, [name]) => findNamed(realm, page, "name", name, realm.limits.arrayLength),
  getSelection: (realm, { page }) => readSelection(realm, page),
  hasFocus: (_realm, { page }) => page.hostDocument.hasFocus(),
  importNode: (realm, { page }, [node, deep]) => {
    const copy = buildCopy(realm, page, expectNode(realm, node, "importNode").node, deep === true);
    return copy === undefined ? null : page.toNode(copy);
  },
  open: refuse("open"),
  queryCommandSupported: (realm, _state, [command]) => toText(realm, command).toLowerCase() === "copy",
  removeEventListener: (realm, { page }, [type, fn, options]) =>
    page.listeners.remove(realm, toRootPlace(page, realm, toEventType(realm, type), page.document), fn, options),
  write: refuse("write"),
  writeln: refuse("writeln"),
});

/** `document`, as far as the card is one. */
export const documentType: OpaqueType<DocumentState> = {
  name: "Document",
  methods,
  read: (realm, { page }, key) => {
    switch (key) {
      case "body":
      case "head":
      case "documentElement":
      case "scrollingElement":
        return page.toElement(page.root);
      case "activeElement":
        return readActive(page);
      case "defaultView":
        return realm.window;
      case "readyState":
        return "complete";
      case "hidden":
        return page.hostDocument.hidden === true;
      case "visibilityState":
        return page.hostDocument.hidden === true ? "hidden" : "visible";
      case "nodeType":
        return 9;
      case "nodeName":
        return "#document";
      case "cookie":
        return throwError(realm, "Error", "a card can't read cookies");
      case "title":
      case "referrer":
        return "";
      case "parentNode":
      case "parentElement":
        return null;
      default:
        return key.startsWith("on") && pageEvents.has(key.slice(2))
          ? page.listeners.readHandler(toRootPlace(page, realm, key.slice(2), page.document))
          : undefined;
    }
  },
  write: (realm, { page }, key, value) => {
    // Title and cookies are the host's: what is written there goes nowhere.
    if (key === "title" || key === "cookie") return true;
    if (!key.startsWith("on") || !pageEvents.has(key.slice(2))) return false;
    page.listeners.setHandler(realm, toRootPlace(page, realm, key.slice(2), page.document), value);
    return true;
  },
  classes: () => ["Document", "Node", "EventTarget"],
};

/** The card's element that has the focus; where none has, the root stands for it, as `body` does in a page. */
function readActive(page: Page): Opaque | null {
  const { activeElement } = page.root.getRootNode() as Document | ShadowRoot;
  return page.toElement(activeElement ?? null) ?? page.toElement(page.root);
}
