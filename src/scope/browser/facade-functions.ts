import { type Implementation, Native } from "../../runtime/handles.ts";

/** Creates facade functions from a table of what each runs. Nothing that is not in the table exists. */
export function createFunctions(table: Readonly<Record<string, Implementation>>): ReadonlyMap<string, Native> {
  return new Map(Object.entries(table).map(([name, run]) => [name, new Native({ name, run })]));
}

/** What does nothing. */
export const nothing: Implementation = () => undefined;
