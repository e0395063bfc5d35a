import { charge } from "../runtime/budget.ts";
import type { Realm } from "../runtime/realm.ts";

/** More than a card that is meant well names; a hostile one could fill the memory with currencies. */
const mostFormatters = 200;

/** Gives the formatter of a key, made once a template and only when needed: making one costs more than rendering the card. */
export function rememberFormatter<Formatter>(realm: Realm, key: string, make: () => Formatter): Formatter {
  const known = realm.formatters.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  charge(realm, 1_000);
  const made = make();
  if (realm.formatters.size < mostFormatters) realm.formatters.set(key, made);
  return made;
}
