import type { PolicyEnv } from "../../policy/env.ts";
import type { Limits } from "../../policy/limits.ts";
import type { ComponentSources } from "../component-source.ts";

/** What analysis needs to know of the world around a template. */
export interface AnalysisOptions {
  readonly components: ComponentSources;
  /** Free names that mean something: bag, intrinsics, facades. */
  readonly names: ReadonlySet<string>;
  /** Names that an unknown one may have been meant to be: those in scope and those that the template declares. */
  readonly candidates: () => ReadonlySet<string>;
  /** Names that the template puts on its window. */
  readonly ownNames: ReadonlySet<string>;
  /** The view context that the template is for, if it is known. */
  readonly context: string | undefined;
  readonly limits: Limits;
  /** What the output policy asks; the card's own prefix is not known yet and changes no judgement. */
  readonly policy: PolicyEnv;
}
