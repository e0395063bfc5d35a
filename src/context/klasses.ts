import { importValue } from "../runtime/import.ts";
import { isRecord } from "../runtime/record.ts";
import { expectRecord, failInput, toPath } from "./input-error.ts";

/** What is known of klasses beyond their records. Immutable; made once, it serves any number of bags. */
export class Klasses {
  readonly #displayNames: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(displayNames: ReadonlyMap<string, ReadonlyMap<string, string>>) {
    this.#displayNames = displayNames;
  }

  /** The display name of an attribute, `undefined` where the klass gives none. */
  displayName(klass: string, attribute: string): string | undefined {
    return this.#displayNames.get(klass)?.get(attribute);
  }
}

export const noKlasses = new Klasses(new Map());

/**
 * Reads klass metadata: `{ "<klass>": { properties: { "<attribute>": { displayName } } } }`, with `properties` at the top
 * or under `metadata`, or a list of such entries that carry their `name` (`reference/kview.md`, section 6). Other keys
 * are accepted and not read. Throws a `TypeError` naming path, expected and found.
 *
 * @example
 * const klasses = createKlasses({ "acme-order": { properties: { totalNum: { displayName: "Total with tax" } } } });
 * createContext({ resource: "kobject.acme-order", kobject: { custom: { totalNum: 12 } }, klasses });
 */
export function createKlasses(definitions: unknown): Klasses {
  const imported = importValue(definitions, "klasses");
  const displayNames = new Map<string, ReadonlyMap<string, string>>();
  if (Array.isArray(imported)) {
    imported.forEach((entry, index) => {
      const path = toPath("klasses", [index]);
      const { name } = expectRecord(entry, path);
      if (typeof name !== "string") failInput(`${path}.name`, "a klass name", name);
      displayNames.set(name as string, readDisplayNames(entry, path));
    });
  } else {
    const entries = expectRecord(imported, "klasses");
    for (const name of Object.keys(entries)) displayNames.set(name, readDisplayNames(entries[name], toPath("klasses", [name])));
  }
  return new Klasses(displayNames);
}

function readDisplayNames(entry: unknown, path: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const klass = expectRecord(entry, path);
  const nested = klass.properties === undefined && isRecord(klass.metadata);
  const properties = nested && isRecord(klass.metadata) ? klass.metadata.properties : klass.properties;
  if (properties === undefined || properties === null) return names;
  const place = nested ? `${path}.metadata.properties` : `${path}.properties`;
  const attributes = expectRecord(properties, place);
  for (const attribute of Object.keys(attributes)) {
    const { displayName } = expectRecord(attributes[attribute], toPath(place, [attribute]));
    if (displayName === undefined || displayName === null) continue;
    if (typeof displayName !== "string") failInput(toPath(place, [attribute, "displayName"]), "a string", displayName);
    names.set(attribute, displayName as string);
  }
  return names;
}
