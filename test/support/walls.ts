/**
 * Flags of Node under which every test runs, and every process that a test starts: no text becomes code, no object has `__proto__`. What
 * holds here holds without leaning on either.
 *
 * Only what our answers are compared with may evaluate text: JavaScript itself, in a realm of its own (`test/support/oracle/realm.ts`);
 * playwright, in the process that holds the browser (`test/support/browser-server.ts`).
 */
export const walls: readonly string[] = ["--disallow-code-generation-from-strings", "--disable-proto=delete"];
