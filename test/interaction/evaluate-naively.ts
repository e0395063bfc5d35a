/** Where a template's JavaScript is evaluated: this page, or a realm beside a process that evaluates no text. */
export type NaiveRealm = Pick<typeof globalThis, "Function">;

/**
 * Runs a template's JavaScript as an unsandboxed page would, and gives the script's completion value. For our own fixtures only.
 *
 * @param code Without JSX.
 * @param own What the template can name: its window. Names of the language are the realm's, then the page's; any other belongs to the window.
 */
export function evaluateNaively(
  code: string,
  self: unknown,
  own: Readonly<Record<string, unknown>>,
  realm: NaiveRealm = globalThis,
): unknown {
  const page = globalThis as unknown as Readonly<Record<string, unknown>>;
  const names = new Proxy(own, {
    has: (target, key) => typeof key === "string" && key !== "$code" && (key in target || !(key in realm)),
    get: (target, key) => {
      if (key === Symbol.unscopables) return undefined;
      return key in target ? target[key as string] : page[key as string];
    },
  });
  // A direct `eval` has its function's `this` and names, and gives the completion value; its declarations stay in that function, which
  // is nearer than the window. Not strict: only then is there `with`.
  const run = new realm.Function("$names", "$code", "with ($names) return (function () { return eval($code); }).call(this);");
  return run.call(self, names, code);
}
