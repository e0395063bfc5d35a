import { createContext, runInContext } from "node:vm";

/** The names of a realm of its own: this process evaluates no text, so the JavaScript that ours is compared with has one. */
export type OracleRealm = Pick<typeof globalThis, "Function" | "eval"> & Record<string, unknown>;

/**
 * Makes a realm of JavaScript that may evaluate text.
 *
 * @param names What its scripts can name besides the language's own.
 */
export function createOracleRealm(names: Readonly<Record<string, unknown>> = {}): OracleRealm {
  return runInContext("globalThis", createContext({ ...names }, { codeGeneration: { strings: true, wasm: false } })) as OracleRealm;
}
