import type { Arguments, Option } from "./options.ts";

/** One command: what it takes and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Its one positional argument. */
  readonly operand: Option & { readonly value: string };
  readonly options: readonly Option[];
  /** Lines for the end of its help. */
  readonly notes: readonly string[];
  /** Does the work; throws a `UsageFault` or a `TemplateFault`, and has written nothing to its output then. */
  readonly run: (operand: string, options: Arguments["options"]) => Promise<void>;
}
