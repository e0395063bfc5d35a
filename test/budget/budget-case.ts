/** Programs, by the name of what they call: an expression or statement that a turn of a hostile loop would hold. */
export type Calls = Readonly<Record<string, string | readonly string[]>>;

/** Calls by owner, as the policy's tables name owners. */
export type CallTable = Readonly<Record<string, Calls>>;

/** One call that is measured. */
export interface BudgetCase {
  /** `String.prototype.split`, with a number behind it where there are several. */
  readonly name: string;
  readonly source: string;
}

/** Gives the cases of a table, one by one. */
export function toCases(table: CallTable): readonly BudgetCase[] {
  return Object.entries(table).flatMap(([owner, calls]) =>
    Object.entries(calls).flatMap(([name, given]) => {
      const sources = typeof given === "string" ? [given] : given;
      return sources.map((source, at) => ({ name: `${owner}.${name}${sources.length > 1 ? ` #${at + 1}` : ""}`, source }));
    }),
  );
}

/** Calls of the same shape, by the names of the functions. */
export const each = (
  names: string,
  call: (name: string) => string | readonly string[],
): Readonly<Record<string, string | readonly string[]>> => Object.fromEntries(names.split(" ").map((name) => [name, call(name)]));
