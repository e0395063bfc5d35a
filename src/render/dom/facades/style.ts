import { findCssProperty } from "../../../policy/css-properties.ts";
import { isRootProperty } from "../../../policy/css-root.ts";
import { judgeStyle } from "../../../policy/styles.ts";
import { charge, chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { reportAt } from "../../../runtime/report.ts";
import { chargeJudging } from "../../attributes.ts";
import { createMethods } from "./methods.ts";
import { type ElementState, PageState } from "./states.ts";

class StyleState extends PageState {
  readonly of: ElementState;
  constructor(of: ElementState) {
    super(of.page);
    this.of = of;
  }
}

/** Styles of an element itself: read and written property by property, each judged as in a style record. */
const styleType: OpaqueType<StyleState> = {
  name: "CSSStyleDeclaration",
  methods: createMethods("CSSStyleDeclaration", StyleState, {
    getPropertyPriority: (realm, { of }, [name]) => {
      const property = findCssProperty(toText(realm, name));
      return property === undefined || isHosts(of) ? "" : of.element.style.getPropertyPriority(property.name);
    },
    getPropertyValue: (realm, { of }, [name]) => readProperty(realm, of, toText(realm, name)) ?? "",
    removeProperty: (realm, { of }, [given]) => {
      const name = toText(realm, given);
      const old = readProperty(realm, of, name) ?? "";
      writeProperty(realm, of, name, "", false);
      return old;
    },
    setProperty: (realm, { of }, [name, value, priority]) => {
      writeProperty(realm, of, toText(realm, name), toValue(realm, value), priority === "important");
      return undefined;
    },
  }),
  read: (realm, { of }, key) => {
    if (key === "cssText") return isHosts(of) ? "" : charged(realm, of.element.style.cssText);
    if (key === "length") return isHosts(of) ? 0 : of.element.style.length;
    return readProperty(realm, of, key);
  },
  write: (realm, { of }, key, value) => {
    if (key === "cssText") writeStyle(realm, of, toText(realm, value));
    else if (findCssProperty(key) === undefined && key !== "cssFloat") return refuse(realm, key, "not a property that cards may set");
    else writeProperty(realm, of, key, toValue(realm, value), false);
    return true;
  },
};

/** Creates the facade of an element's own styles. */
export function createStyle(of: ElementState): Opaque {
  return new Opaque<unknown>(styleType as OpaqueType, new StyleState(of));
}

/** `el.style = text`, `el.style.cssText = text`: replaces all of an element's own styles. */
export function writeStyle(realm: Realm, of: ElementState, text: string): void {
  chargeJudging(realm, text);
  chargeString(realm, text.length);
  const { css, refused } = judgeStyle(text, realm.policy);
  for (const { name, reason } of refused) refuse(realm, name, reason);
  if (!of.isBody) of.page.act("style", () => void (of.element.style.cssText = css));
}

/** The root's own styles are the host's, except where the root is an element that we made for the card's styles. */
function isHosts({ isBody, element, page }: ElementState): boolean {
  return isBody && element === page.root;
}

function readProperty(realm: Realm, of: ElementState, name: string): string | undefined {
  const property = findCssProperty(name === "cssFloat" ? "float" : name);
  if (property === undefined) return undefined;
  return isHosts(of) ? "" : charged(realm, of.element.style.getPropertyValue(property.name));
}

function writeProperty(realm: Realm, of: ElementState, given: string, value: string, important: boolean): void {
  charge(realm, 4);
  chargeJudging(realm, value);
  const property = findCssProperty(given === "cssFloat" ? "float" : given);
  if (isHosts(of)) return;
  if (property !== undefined && of.isBody && !isRootProperty(property.name)) {
    refuse(realm, given, "not a property that cards may set on their root");
    return;
  }
  const { style } = of.element;
  if (property !== undefined && value.trim() === "") {
    of.page.act("style", () => style.removeProperty(property.name));
    return;
  }
  const { css, refused } = judgeStyle([[property?.name ?? given, value]], realm.policy);
  for (const { name, reason } of refused) refuse(realm, name, reason);
  const colon = css.indexOf(":");
  // A value with a mark of its own is none that the object model takes.
  if (colon === -1 || css.includes("!")) return;
  of.page.act("style", () => style.setProperty(css.slice(0, colon), css.slice(colon + 1), important ? "important" : ""));
}

function toValue(realm: Realm, value: unknown): string {
  return value === null || value === undefined ? "" : toText(realm, value);
}

function charged(realm: Realm, text: string): string {
  charge(realm, text.length >>> 6);
  return text;
}

function refuse(realm: Realm, name: string, reason: string): true {
  reportAt(realm, "policy/style", realm.at, { name: name.slice(0, 40), reason });
  return true;
}
