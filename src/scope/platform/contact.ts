import { formatValue, holdsView } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import { findText } from "../../context/record-text.ts";
import { chargeArray } from "../../runtime/budget.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { isRecord } from "../../runtime/record.ts";
import { toWord } from "./shown.ts";

/** What a customer's phone or address for mail is: text, `{ phone }`, `{ email }`, or the first of a list of those. */
function toContact(value: unknown, key: unknown): unknown {
  const one = Array.isArray(value) ? value[0] : value;
  return isRecord(one) && toMaskedText(one) === undefined && typeof key === "string" ? one[key] : one;
}

/** The text of a phone number or address for mail. */
export const contact: Implementation = (realm, _self, [value, key]) => formatValue(realm, toContact(value, key), undefined);

const longest = 254;
const phoneForm = /^\+?[\d\s()./-]{3,40}$/;
const mailForm = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+$/;

/** What a click on it does: `tel:` or `mailto:`; nothing for what is no number and no address. */
export const reach: Implementation = (_realm, _self, [value, key]) => {
  const held = toContact(value, key);
  const text = (typeof held === "number" ? String(held) : typeof held === "string" ? held : "").trim();
  if (text.length > longest) return undefined;
  if (key === "phone") return phoneForm.test(text) && /\d{3}/.test(text) ? `tel:${text.replace(/[^\d+]/g, "")}` : undefined;
  return mailForm.test(text) ? `mailto:${text.replace(/[%?&#]/g, encodeURIComponent)}` : undefined;
};

/** An address to follow: text only. */
export const href: Implementation = (_realm, _self, [value]) => (typeof value === "string" && value !== "" ? value : undefined);

/** The lines of a postal address: of text with line breaks, a list of lines, or a record as shops and the platform write them. */
export const address: Implementation = (realm, _self, [value]) => {
  if (value === undefined || value === null) return [];
  if (holdsView(realm, value)) return [value];
  const masked = toMaskedText(value);
  if (masked !== undefined) return [masked];
  if (typeof value === "string") {
    const lines = value.split("\n", 20);
    return lines.filter((line) => line.trim() !== "");
  }
  if (Array.isArray(value)) {
    chargeArray(realm, value.length);
    return value.map((line) => toWord(realm, line)).filter((line) => line !== undefined);
  }
  if (!isRecord(value)) return [formatValue(realm, value, undefined)];
  const read = (...keys: readonly string[]) => findText(value, keys);
  const [city, region, zip] = [
    read("city", "cityName", "town"),
    read("region", "regionCode", "state", "province"),
    read("zipCode", "zip", "postalCode", "postcode"),
  ];
  // With a region as in "Austin, TX 78701", without as in "114 55 Stockholm".
  const parts = region === undefined ? [zip, city] : [city === undefined ? undefined : `${city},`, region, zip];
  const town = parts.filter(Boolean).join(" ");
  const street = [read("address", "address1", "line1", "street"), read("address2", "line2"), read("address3")];
  return [read("name", "company"), ...street, town, read("country", "countryName", "countryCode")].filter(Boolean);
};
