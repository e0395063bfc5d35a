import { Bag } from "../context/bag.ts";
import { standardKlasses } from "../context/standard-klasses.ts";
import { importValue } from "../runtime/import.ts";
import type { Rec } from "../runtime/record.ts";

/**
 * Gives the bag of a render. Plain data in place of a bag is copied into the closed universe, with its keys as names; a
 * `TypeError` names what can't be.
 */
export function toBag(bag: unknown): Bag {
  if (bag instanceof Bag) return bag;
  if (typeof bag !== "object" || bag === null || Array.isArray(bag))
    throw new TypeError("argument `bag` has to be what `createContext` gave");
  return new Bag("", importValue(bag, "bag") as Rec, standardKlasses);
}
