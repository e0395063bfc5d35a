import type { AttributeType } from "../policy/attribute-kind.ts";

/** An attribute of a klass. */
export interface KlassAttribute {
  /** As in the data, with its suffix: `orderTotalNum`. */
  readonly name: string;
  /** Absent where the klass gives none: then a label is made of the name. */
  readonly displayName?: string | undefined;
  /** What the klass or the suffix says; absent where neither says anything. */
  readonly type?: AttributeType | undefined;
  /** One of the platform's, rather than a custom one, which lives below `custom`. */
  readonly standard: boolean;
}

/** How the records of a klass belong to those of another. */
export interface KlassRelationship {
  readonly name: string;
  /** The other klass, as a resource: `customer`, `kobject.acme-order`. */
  readonly klass: string;
  readonly type: "one-to-one" | "one-to-many";
}

interface KlassParts {
  readonly resource: string;
  readonly standard: boolean;
  readonly icon?: string | undefined;
  readonly color?: string | undefined;
  readonly attributes: ReadonlyMap<string, KlassAttribute>;
  readonly relationships?: readonly KlassRelationship[];
}

/** What is known of one klass. Immutable. */
export class Klass {
  /** As views name it: `customer`, `kobject.acme-order`. */
  readonly resource: string;
  readonly standard: boolean;
  readonly icon: string | undefined;
  readonly color: string | undefined;
  readonly relationships: readonly KlassRelationship[];
  readonly #attributes: ReadonlyMap<string, KlassAttribute>;

  constructor({ resource, standard, icon, color, attributes, relationships = [] }: KlassParts) {
    this.resource = resource;
    this.standard = standard;
    this.icon = icon;
    this.color = color;
    this.relationships = Object.freeze([...relationships]);
    this.#attributes = attributes;
    Object.freeze(this);
  }

  /** The klass's attributes: the platform's first, then custom ones in the order of definition. */
  get attributes(): readonly KlassAttribute[] {
    return [...this.#attributes.values()];
  }

  attribute(name: string): KlassAttribute | undefined {
    return this.#attributes.get(name);
  }
}

/** Indexes attributes by name. */
export function toAttributes(attributes: readonly KlassAttribute[]): ReadonlyMap<string, KlassAttribute> {
  return new Map(attributes.map((attribute) => [attribute.name, Object.freeze(attribute)]));
}

/** What the platform's own links lead to. */
const standardLinks: ReadonlyMap<string, string> = new Map([
  ["assignedTeams", "team"],
  ["assignedUsers", "user"],
  ["company", "company"],
  ["customer", "customer"],
  ["teams", "team"],
]);

const customPrefix = "custom.";
const kobjectPrefix = "kobject.";

/** What is known of klasses beyond their records. Immutable; made once, it serves any number of bags. */
export class Klasses {
  readonly #klasses: ReadonlyMap<string, Klass>;
  /** What every KObject has, its klass known or not. */
  readonly #kobject: Klass;

  constructor(klasses: readonly Klass[], kobject: Klass) {
    this.#klasses = new Map(klasses.map((klass) => [klass.resource, klass]));
    this.#kobject = kobject;
  }

  /** Every klass: the five standard ones, then custom ones in the order of definition. */
  all(): readonly Klass[] {
    return [...this.#klasses.values()];
  }

  /**
   * Finds a klass.
   *
   * @param name A resource (`customer`, `kobject.acme-order`) or a custom klass's own name (`acme-order`).
   */
  get(name: string): Klass | undefined {
    return this.#klasses.get(this.#toResource(name));
  }

  /** Finds an attribute; `custom.totalNum` is a custom one only. Every KObject has the platform's, whatever its klass. */
  attribute(klass: string, name: string): KlassAttribute | undefined {
    const resource = this.#toResource(klass);
    const known = this.#klasses.get(resource) ?? (resource.startsWith(kobjectPrefix) ? this.#kobject : undefined);
    if (!name.startsWith(customPrefix)) return known?.attribute(name);
    const own = known?.attribute(name.slice(customPrefix.length));
    return own?.standard ? undefined : own;
  }

  /** The display name of an attribute, `undefined` where the klass gives none. */
  displayName(klass: string, attribute: string): string | undefined {
    return this.attribute(klass, attribute)?.displayName;
  }

  /** The type that the klass declares for an attribute; `undefined` where it says nothing of it. */
  type(klass: string, attribute: string): AttributeType | undefined {
    return this.attribute(klass, attribute)?.type;
  }

  /** The klass of the records that a `Link` or `Links` leads to, as a resource, `team` for teams; `undefined` where nothing says so. */
  linked(klass: string, attribute: string): string | undefined {
    const own = this.get(klass)?.relationships.find(({ name }) => name === attribute);
    if (own !== undefined) return own.klass;
    const { standard, type } = this.attribute(klass, attribute) ?? {};
    return standard === true && (type === "Link" || type === "Links") ? standardLinks.get(attribute) : undefined;
  }

  /** Gives these klasses with others added, or in the place of those of the same resource. */
  with(klasses: Iterable<Klass>): Klasses {
    const all = new Map(this.#klasses);
    for (const klass of klasses) all.set(klass.resource, klass);
    return new Klasses([...all.values()], this.#kobject);
  }

  /** A klass that the host defines, standard attributes of KObjects included. */
  get kobject(): Klass {
    return this.#kobject;
  }

  #toResource(name: string): string {
    if (name === "" || name.startsWith(kobjectPrefix) || this.#klasses.has(name)) return name;
    return name === "currentUser" ? "user" : kobjectPrefix + name;
  }
}
