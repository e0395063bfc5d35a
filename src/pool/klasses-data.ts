import { Klass, type KlassAttribute, Klasses, type KlassRelationship, toAttributes } from "../context/klasses.ts";

/** A klass as plain JSON. */
interface KlassData {
  readonly resource: string;
  readonly standard: boolean;
  readonly icon?: string | undefined;
  readonly color?: string | undefined;
  readonly attributes: readonly KlassAttribute[];
  readonly relationships: readonly KlassRelationship[];
}

/** Klasses as plain JSON: complete, so that whoever reads them need not know of what they were made. */
export interface KlassesData {
  readonly klasses: readonly KlassData[];
  readonly kobject: KlassData;
}

/** Gives the plain form of klasses. */
export function toKlassesData(klasses: Klasses): KlassesData {
  return { klasses: klasses.all().map(toData), kobject: toData(klasses.kobject) };
}

/** Gives klasses back from their plain form. */
export function fromKlassesData({ klasses, kobject }: KlassesData): Klasses {
  return new Klasses(klasses.map(fromData), fromData(kobject));
}

function toData({ resource, standard, icon, color, attributes, relationships }: Klass): KlassData {
  return { resource, standard, icon, color, attributes, relationships };
}

function fromData({ attributes, ...parts }: KlassData): Klass {
  return new Klass({ ...parts, attributes: toAttributes(attributes) });
}
