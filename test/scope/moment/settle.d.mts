/** Runs one program with a `moment`, the library's or ours. */
export function settle(moment: unknown, program: string): unknown;
