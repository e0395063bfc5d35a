export type { Bag } from "./context/bag.ts";
export { type ContextInput, createContext } from "./context/create-context.ts";
export { createKlasses } from "./context/create-klasses.ts";
export type { Klass, KlassAttribute, Klasses, KlassRelationship } from "./context/klasses.ts";
export type { AttributeType } from "./policy/attribute-kind.ts";
