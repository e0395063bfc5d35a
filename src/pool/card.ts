import type { ContextInput } from "../context/create-context.ts";
import type { Template } from "../ir/template.ts";
import type { StringOptions } from "../render/render-to-string.ts";

/** Options of a card that are data. Services of a host and rules about addresses are functions, and can't be sent to a process. */
export type PoolRenderOptions = Omit<StringOptions, "host" | "policy" | "onDiagnostic">;

/** A card to render. */
export interface PoolCard {
  /** What `compile` or `loadTemplate` gave. A process is sent its program once, however many cards it renders. */
  readonly template: Template;
  /** What `createContext` takes. Klasses are sent once too, if they are what `createKlasses` gave. */
  readonly data: ContextInput;
  readonly options?: PoolRenderOptions;
}
