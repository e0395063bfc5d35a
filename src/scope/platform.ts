import { toAttributeLabel } from "../context/attribute-label.ts";
import { formatValue, holdsView } from "../context/format-value.ts";
import { toMaskedText } from "../context/masked.ts";
import { toAttributeKind } from "../policy/attribute-kind.ts";
import { chargeArray, chargeString } from "../runtime/budget.ts";
import { type Implementation, Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../runtime/record.ts";

/** The klass's display name for an attribute; `undefined` where it gives none. `type` names the klass, the view's own when absent. */
export function findDisplayName(realm: Realm, field: string, type: unknown): string | undefined {
  if (realm.klasses === undefined) return undefined;
  const resource = typeof type === "string" ? type : realm.resource;
  return realm.klasses.displayName(resource.startsWith("kobject.") ? resource.slice("kobject.".length) : resource, field);
}

/** The label of an attribute: the klass's display name for it, else made of its name. */
const label: Implementation = (realm, _self, [field, type]) =>
  typeof field !== "string" || field === "" ? undefined : (findDisplayName(realm, field, type) ?? toAttributeLabel(field));

/** The text of an attribute's value; markup passes. */
const format: Implementation = (realm, _self, [value, field]) => formatValue(realm, value, field);

/** The address to link an attribute's value to: a web address in an attribute of type `Url`, nothing else. */
const link: Implementation = (_realm, _self, [value, field]) =>
  typeof value === "string" && toAttributeKind(field) === "Url" && webAddress.test(value) ? value : undefined;

const webAddress = /^https?:\/\//i;

/** The text that a form's input begins with: as `format`, but nothing for markup. */
const input: Implementation = (realm, _self, [value, field]) => (holdsView(realm, value) ? "" : formatValue(realm, value, field));

/** The masked presentation of a value, `undefined` for a value that isn't masked. */
const mask: Implementation = (_realm, _self, [value]) => toMaskedText(value);

/** Images to show: from URLs or records, one or many, to records of `url` and `name`. What has no URL is left out. */
const images: Implementation = (realm, _self, [value]) => {
  const list = Array.isArray(value) ? value : [value];
  chargeArray(realm, list.length);
  const found: Rec[] = [];
  for (const item of list) {
    const url = isRecord(item) ? firstText(item, ["url", "src"]) : item;
    if (typeof url !== "string" || url === "") continue;
    const image = createRecord();
    image.url = url;
    image.name = (isRecord(item) ? firstText(item, ["alt", "name", "title"]) : undefined) ?? `Image ${found.length + 1}`;
    found.push(image);
  }
  return found;
};

/** Names of the users or teams in a value: records, names, or a list of them. */
const titles: Implementation = (realm, _self, [value]) => {
  if (holdsView(realm, value)) return value;
  const list = Array.isArray(value) ? value : [value];
  chargeArray(realm, list.length);
  let text = "";
  for (const item of list) {
    const name = toMaskedText(item) ?? (isRecord(item) ? toName(item) : item);
    if (typeof name !== "string" || name === "") continue;
    chargeString(realm, text.length + name.length + 2);
    text += text === "" ? name : `, ${name}`;
  }
  return text;
};

function toName(record: Rec): string | undefined {
  const source = isRecord(record.attributes) ? record.attributes : record;
  return firstText(source, ["displayName", "name", "email"]) ?? firstText(record, ["id"]);
}

function firstText(record: Rec, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = toMaskedText(record[key]) ?? record[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}

function member(name: string, length: number, run: Implementation): readonly [string, Native] {
  return [name, new Native({ name, length, run })];
}

/** `kview` in the templates of components: what they need to know of klasses, locales and masks. No view can name it. */
export const platform = new Native({
  name: "kview",
  members: new Map([
    member("label", 2, label),
    member("format", 2, format),
    member("link", 2, link),
    member("input", 2, input),
    member("mask", 1, mask),
    member("images", 1, images),
    member("titles", 1, titles),
  ]),
});
