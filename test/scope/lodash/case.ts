/** Arguments of one call, made anew for each side, so that neither sees what the other wrote. */
export type Args = readonly unknown[];

/** One comparison: the arguments, and what is done with the result (a returned function is called). */
export interface Case {
  readonly args: () => Args;
  readonly then?: (result: never, args: Args) => unknown;
}

/** Cases by function of `_`. */
export type CaseTable = Readonly<Record<string, readonly (Args | Case | (() => Args))[]>>;

/** A case whose result is used. */
export function using(args: () => Args, then: (result: never, args: Args) => unknown): Case {
  return { args, then };
}

export function toCase(entry: CaseTable[string][number]): Case {
  if (typeof entry === "function") return { args: entry };
  return "args" in entry ? (entry as Case) : { args: () => copy(entry) as Args };
}

/** Copies plain data; functions, dates and the like are the same on both sides. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry)]));
}
