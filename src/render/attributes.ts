import { type AttributeRule, blankRel, frameAttributes, isReservedProp, judgeAttribute, judgeEvent } from "../policy/attributes.ts";
import { judgeValue } from "../policy/judge-value.ts";
import { isReference } from "../policy/references.ts";
import { isRefusal } from "../policy/refusal.ts";
import { judgeStyle } from "../policy/styles.ts";
import { charge } from "../runtime/budget.ts";
import { add } from "../runtime/coerce.ts";
import { LimitError } from "../runtime/failure.ts";
import { Handle, Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord, type Rec } from "../runtime/record.ts";
import { reportAt } from "../runtime/report.ts";

/** Attributes to write, by canonical name: text, or `true` for a bare one. In the order of the props. */
export type Attributes = Map<string, string | true>;

/** Props that only the uncontrolled form of an input has; the controlled one wins where both are given, as in React. */
const secondary: ReadonlySet<string> = new Set(["defaultValue", "defaultChecked"]);

/**
 * Judges the props of an element: the one place where names and values become attributes, for both targets and for
 * elements made at run time. What the policy leaves out is reported; handlers (functions) are not attributes.
 */
export function toAttributes(realm: Realm, tag: string, props: Rec, at: number): Attributes {
  const attributes: Attributes = new Map();
  const names = Object.keys(props);
  if (names.length > realm.limits.attributes)
    throw new LimitError("attributes", `an element has more than ${realm.limits.attributes} attributes`);
  realm.fuel -= names.length;
  for (const name of names) {
    if (isReservedProp(name) || (secondary.has(name) && hasPrimary(props, name))) continue;
    const value = props[name];
    const rule = judgeAttribute(tag, name);
    if (rule === undefined) {
      if (!isQuiet(name, value)) reportAt(realm, "jsx/unknown-attribute", at, { name: cut(name), tag });
      continue;
    }
    // The choices of a `<select multiple>`: they are marked on its options.
    if (rule.type === "control-value" && Array.isArray(value)) continue;
    const judged = toAttribute(realm, tag, name, rule, value, at);
    if (judged !== null) attributes.set(rule.name, judged);
  }
  addFixed(tag, attributes);
  return attributes;
}

/** Judges one value by its rule; `null` for nothing to write. */
export function toAttribute(
  realm: Realm,
  tag: string,
  name: string,
  rule: AttributeRule,
  value: unknown,
  at: number,
): string | true | null {
  if (rule.type === "style" && isRecord(value)) {
    const entries = Object.entries(value);
    charge(realm, entries.length);
    for (const [, item] of entries) chargeJudging(realm, item);
    const { css, refused } = judgeStyle(entries, realm.policy);
    for (const { name: property, reason } of refused) reportAt(realm, "policy/style", at, { name: cut(property), reason });
    return css === "" ? null : css;
  }
  const given = toPrintable(realm, value, at);
  chargeJudging(realm, given);
  // Functions of the template are handles; React drops functions silently, and handlers are not attributes.
  const judged = judgeValue(rule, given, realm.policy);
  if (!isRefusal(judged)) {
    if ((rule.type === "fragment" || rule.type === "css-value") && typeof judged === "string" && isReference(judged)) realm.references++;
    return judged;
  }
  reportAt(realm, "policy/value", at, { name: cut(name), tag, reason: judged.refused });
  return null;
}

/**
 * Lists, dates and addresses (`href={new URL(…)}`) become text, as in React. Here and once, so that what is judged is what
 * is written. Other objects have no text worth showing and are left to the judge, who refuses them.
 */
function toPrintable(realm: Realm, value: unknown, at: number): unknown {
  if (!Array.isArray(value) && !(value instanceof Opaque && value.type.primitive !== undefined)) return value;
  realm.at = at;
  // As `"" + value`: a date becomes text, a moment its milliseconds.
  return add(realm, "", value);
}

/** Charges for judging a value: the judges read a text to its end, some of them several times. */
export function chargeJudging(realm: Realm, value: unknown): void {
  if (typeof value === "string" && value.length > 256) charge(realm, value.length >>> 2);
}

/** Attributes that the policy adds, whatever the template says. */
function addFixed(tag: string, attributes: Attributes): void {
  if (attributes.get("target") === "_blank") attributes.set("rel", blankRel);
  if (tag === "iframe") for (const [name, value] of frameAttributes) attributes.set(name, value);
}

/** Nothing is left out where nothing would be written: a handler (a component's optional one too), a missing value. */
function isQuiet(name: string, value: unknown): boolean {
  return value === undefined || value === null || value === false || (value instanceof Handle && judgeEvent(name) !== undefined);
}

function hasPrimary(props: Rec, name: string): boolean {
  const primary = props[name === "defaultValue" ? "value" : "checked"];
  return primary !== undefined && primary !== null;
}

function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 37)}…` : name;
}
