import { toMaskedText } from "../../context/masked.ts";
import { neutralIcon } from "../../policy/neutral-icon.ts";
import type { Implementation } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { reportAt } from "../../runtime/report.ts";

/**
 * The path of an icon by its name; nothing for no name, a neutral glyph for an unknown one. Names that are constant never come here:
 * the compiler puts their paths into the program.
 */
export const icon: Implementation = (realm, _self, [name]) => {
  if (name === undefined || name === null || name === "" || name === false) return undefined;
  if (typeof name === "string") {
    const path = realm.icons?.get(name);
    if (path !== undefined) return path;
    reportOnce(realm, name);
  } else if (toMaskedText(name) === undefined) reportOnce(realm, typeof name);
  return neutralIcon;
};

const reportedKey = "platform/unknown-icons";

function reportOnce(realm: Realm, name: string): void {
  let reported = realm.store.get(reportedKey) as Set<string> | undefined;
  if (reported === undefined) realm.store.set(reportedKey, (reported = new Set()));
  const short = name.length > 60 ? `${name.slice(0, 57)}…` : name;
  // A template can make up names; a host reads a hundred reports of one card no better than twenty.
  if (reported.has(short) || reported.size >= 20) return;
  reported.add(short);
  reportAt(realm, realm.icons === undefined ? "run/icons" : "jsx/unknown-icon", realm.at, { name: short });
}
