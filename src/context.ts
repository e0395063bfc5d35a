export type { Bag } from "./context/bag.ts";
export { type ContextInput, createContext } from "./context/create-context.ts";
export { createKlasses, type Klasses } from "./context/klasses.ts";
