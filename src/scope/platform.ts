import { toAttributeLabel } from "../context/attribute-label.ts";
import { formatValue, holdsView } from "../context/format-value.ts";
import { toMaskedText } from "../context/masked.ts";
import { findText, toRecordName } from "../context/record-text.ts";
import { standardKlasses } from "../context/standard-klasses.ts";
import { toWebAddress } from "../context/web-address.ts";
import { toAttributeKind } from "../policy/attribute-kind.ts";
import { chargeArray, chargeString } from "../runtime/budget.ts";
import { type Implementation, Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../runtime/record.ts";
import { count, money, percent, share } from "./platform/amounts.ts";
import { chart } from "./platform/chart.ts";
import { code } from "./platform/code.ts";
import { address, contact, href, reach } from "./platform/contact.ts";
import { icon } from "./platform/icon.ts";
import { items, table, tabs } from "./platform/lists.ts";
import { initials, mood, polarity, shade, word } from "./platform/people.ts";
import { absolute, iso, relative } from "./platform/time.ts";

/** The klass's display name for an attribute; `undefined` where it gives none. `type` names the klass, the view's own when absent. */
export function findDisplayName(realm: Realm, field: string, type: unknown): string | undefined {
  return (realm.klasses ?? standardKlasses).displayName(typeof type === "string" ? type : realm.resource, field);
}

/** The label of an attribute: the klass's display name for it, else made of its name. */
const label: Implementation = (realm, _self, [field, type]) =>
  typeof field !== "string" || field === "" ? undefined : (findDisplayName(realm, field, type) ?? toAttributeLabel(field));

/** The text of an attribute's value; markup passes. */
const format: Implementation = (realm, _self, [value, field, type]) => formatValue(realm, value, field, type);

/** The address to link an attribute's value to. */
const link: Implementation = (_realm, _self, [value, field]) => toWebAddress(value, field);

/** The text that a form's input begins with: as `format`, but nothing for markup. */
const input: Implementation = (realm, _self, [value, field, type]) =>
  holdsView(realm, value) ? "" : formatValue(realm, value, field, type);

/** Tells whether what is entered for an attribute takes lines: long text, and objects as JSON. */
const isLong: Implementation = (realm, _self, [field, type]) => {
  if (typeof field !== "string") return false;
  const kind = (realm.klasses ?? standardKlasses).type(typeof type === "string" ? type : realm.resource, field) ?? toAttributeKind(field);
  return kind === "Txt" || kind === "Obj";
};

/** The masked presentation of a value, `undefined` for a value that isn't masked. */
const mask: Implementation = (_realm, _self, [value]) => toMaskedText(value);

/** Images to show: from URLs or records, one or many, to records of `url` and `name`. What has no URL is left out. */
const images: Implementation = (realm, _self, [value]) => {
  const list = Array.isArray(value) ? value : [value];
  chargeArray(realm, list.length);
  const found: Rec[] = [];
  for (const item of list) {
    // What stands beside a mask is not to be shown, should a host have left it there.
    if (toMaskedText(item) !== undefined) continue;
    const url = isRecord(item) ? item.url || item.src : item;
    if (typeof url !== "string" || url === "") continue;
    const image = createRecord();
    image.url = url;
    image.name = (isRecord(item) ? findText(item, ["alt", "name", "title"]) : undefined) ?? `Image ${found.length + 1}`;
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
    const name = toMaskedText(item) ?? (isRecord(item) ? toRecordName(item) : item);
    if (typeof name !== "string" || name === "") continue;
    chargeString(realm, text.length + name.length + 2);
    text += text === "" ? name : `, ${name}`;
  }
  return text;
};

function member(name: string, length: number, run: Implementation): readonly [string, Native] {
  return [name, new Native({ name, length, run })];
}

/** `kview` in the templates of components: what they need to know of klasses, locales and masks. No view can name it. */
export const platform = new Native({
  name: "kview",
  members: new Map([
    member("label", 2, label),
    member("format", 3, format),
    member("link", 2, link),
    member("input", 3, input),
    member("isLong", 2, isLong),
    member("mask", 1, mask),
    member("images", 1, images),
    member("titles", 1, titles),
    member("icon", 1, icon),
    member("iso", 1, iso),
    member("absolute", 1, absolute),
    member("relative", 1, relative),
    member("money", 3, money),
    member("count", 2, count),
    member("code", 2, code),
    member("share", 2, share),
    member("percent", 2, percent),
    member("word", 1, word),
    member("initials", 1, initials),
    member("shade", 1, shade),
    member("polarity", 1, polarity),
    member("mood", 1, mood),
    member("contact", 2, contact),
    member("reach", 2, reach),
    member("href", 1, href),
    member("address", 1, address),
    member("items", 1, items),
    member("table", 2, table),
    member("tabs", 1, tabs),
    member("chart", 1, chart),
  ]),
});
