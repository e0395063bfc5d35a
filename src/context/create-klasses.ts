import { toAttributeKind } from "../policy/attribute-kind.ts";
import { importValue } from "../runtime/import.ts";
import { isRecord, type Rec } from "../runtime/record.ts";
import { expectShape } from "./expect-shape.ts";
import { expectRecord, failInput, toPath } from "./input-error.ts";
import { klassShape, propertyShape, relationshipShape } from "./klass-shapes.ts";
import { Klass, type KlassAttribute, Klasses, type KlassRelationship } from "./klasses.ts";
import { standardKlasses } from "./standard-klasses.ts";

/**
 * Reads what a host knows of its klasses, on top of the five standard ones, which are built in with their attributes.
 *
 * The list is that of an app definition (`reference/kview.md`, section 6): `name`, `icon`, `color`, and in `metadata`
 * `properties` with a display name each, and `relationships` (`{ "<name>": { klass, type: "one-to-one" | "one-to-many" } }`, a
 * form of ours). `metadata.standard: true` adds attributes to the standard klass of that name; without it the klass is a custom
 * one even if it is named `customer`, as in the product. The short form is a record by klass, `{ "<klass>": { properties } }`.
 * Other keys are accepted and not read. An attribute's type is what its suffix says; standard attributes have theirs.
 *
 * Throws a `TypeError` that names path, expected and found.
 *
 * @example
 * const klasses = createKlasses([
 *   { name: "acme-order", icon: "cart", metadata: { properties: { totalNum: { displayName: "Total with tax" } } } },
 *   { name: "customer", metadata: { standard: true, properties: { "@acmeTierStr": { displayName: "Loyalty tier" } } } },
 * ]);
 * createContext({ resource: "kobject.acme-order", kobject: { custom: { totalNum: 12 } }, klasses });
 * console.log(klasses.displayName("customer", "@acmeTierStr"), klasses.type("customer", "emails")); // → Loyalty tier Addresses
 */
export function createKlasses(definitions: unknown): Klasses {
  const imported = importValue(definitions, "klasses");
  const found = new Map<string, Klass>();
  if (Array.isArray(imported)) {
    imported.forEach((entry, index) => {
      const path = toPath("klasses", [index]);
      const { name } = expectRecord(entry, path);
      if (typeof name !== "string" || name === "") failInput(`${path}.name`, "a klass name", name);
      readKlass(name as string, entry, path, found);
    });
  } else {
    const entries = expectRecord(imported, "klasses");
    for (const name of Object.keys(entries)) readKlass(name, entries[name], toPath("klasses", [name]), found);
  }
  return standardKlasses.with(found.values());
}

/** Gives klasses as `createContext` and `createViews` take them: what `createKlasses` made, or what it is made of. */
export function toKlasses(klasses: unknown): Klasses {
  if (klasses === undefined || klasses === null) return standardKlasses;
  return klasses instanceof Klasses ? klasses : createKlasses(klasses);
}

function readKlass(name: string, entry: unknown, path: string, found: Map<string, Klass>): void {
  expectShape(klassShape, entry, path);
  const klass = entry as Rec;
  const metadata = isRecord(klass.metadata) ? klass.metadata : undefined;
  const nested = metadata !== undefined && (klass.properties === undefined || klass.properties === null);
  const bare = name.startsWith("kobject.") ? name.slice("kobject.".length) : name;
  const resource = toResource(bare, name, metadata, path);
  const base = found.get(resource) ?? (resource === bare ? standardKlasses.get(resource) : undefined);
  // Several apps may add to a standard klass; two custom klasses of one name contradict each other.
  if (base !== undefined && !base.standard) failInput(path, `one klass named ${JSON.stringify(name)}`, entry);

  const attributes = new Map((base ?? standardKlasses.kobject).attributes.map((attribute) => [attribute.name, attribute]));
  const place = nested ? `${path}.metadata.properties` : `${path}.properties`;
  readProperties(nested ? metadata.properties : klass.properties, place, attributes);
  const relationships = [...(base?.relationships ?? [])];
  readRelationships(metadata?.relationships, `${path}.metadata.relationships`, attributes, relationships);
  found.set(
    resource,
    new Klass({
      resource,
      standard: base !== undefined,
      icon: toText(klass.icon) ?? base?.icon,
      color: toText(klass.color) ?? base?.color,
      attributes,
      relationships,
    }),
  );
}

/** The resource that an entry is about. `kobject.customer` is the custom klass of that name, never the standard one. */
function toResource(bare: string, name: string, metadata: Rec | undefined, path: string): string {
  const known = bare === name && standardKlasses.get(name) !== undefined;
  if (metadata?.standard === true && !known) {
    const names = standardKlasses.all().map(({ resource }) => resource);
    failInput(`${path}.metadata.standard`, `no flag on a klass that is none of ${names.join(", ")}`, true);
  }
  return known && (metadata === undefined || metadata.standard === true) ? name : `kobject.${bare}`;
}

function readProperties(properties: unknown, place: string, attributes: Map<string, KlassAttribute>): void {
  if (!isRecord(properties)) return;
  for (const name of Object.keys(properties)) {
    expectShape(propertyShape, properties[name], toPath(place, [name]));
    const known = attributes.get(name);
    const given = toText((properties[name] as Rec).displayName);
    attributes.set(
      name,
      Object.freeze({
        name,
        displayName: given ?? known?.displayName,
        type: known?.type ?? toAttributeKind(name),
        standard: known?.standard ?? false,
      }),
    );
  }
}

/** A relationship is read like an attribute that holds the other records, or their ids. */
function readRelationships(
  given: unknown,
  place: string,
  attributes: Map<string, KlassAttribute>,
  relationships: KlassRelationship[],
): void {
  if (!isRecord(given)) return;
  for (const name of Object.keys(given)) {
    expectShape(relationshipShape, given[name], toPath(place, [name]));
    const { klass, type, displayName } = given[name] as Rec;
    const other = standardKlasses.get(klass as string)?.resource ?? `kobject.${(klass as string).replace(/^kobject\./, "")}`;
    relationships.push(Object.freeze({ name, klass: other, type: type as KlassRelationship["type"] }));
    attributes.set(
      name,
      Object.freeze({
        name,
        displayName: toText(displayName) ?? attributes.get(name)?.displayName,
        type: type === "one-to-one" ? "Link" : "Links",
        standard: attributes.get(name)?.standard ?? false,
      }),
    );
  }
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
