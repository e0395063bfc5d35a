import type { CompileResult } from "../compile/compile.ts";
import type { ViewContext } from "../components/definition-rules.ts";

/** One view of an app, ready to be shown. */
export interface View {
  /** The record's id, where it was stored with one. */
  readonly id: string | undefined;
  readonly name: string;
  /** The card's title; made of the name where the definition gives none. */
  readonly displayName: string;
  /** The name of an icon: the view's own, or its klass's. */
  readonly icon: string | undefined;
  /** How the card begins. */
  readonly state: "open" | "closed";
  readonly context: ViewContext;
  readonly resource: string;
  /** Compiles the template at first use and gives it, or what is wrong with it. Never throws for a bad template. */
  readonly template: () => CompileResult;
}

/** The views of a workspace. */
export interface Views {
  /**
   * The views to show for a record in a place, in the order of their definitions. A `TypeError` for a resource or a context that
   * there isn't.
   */
  readonly for: (resource: string, context: ViewContext) => readonly View[];
  /** Every view that may be shown, in the order of their definitions. */
  readonly all: () => readonly View[];
}
