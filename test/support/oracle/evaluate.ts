import { transform } from "sucrase";
import { createOracleRealm } from "./realm.ts";

const ownRealm = createOracleRealm({ URL, URLSearchParams });

/**
 * Evaluates a template as an unsandboxed page would: JSX by sucrase, the rest by the engine that runs this test, the
 * script's completion value by `eval`. For our own fixtures only.
 *
 * @param scope What the template can name.
 * @param realm Whose JavaScript it is; one of its own, if absent, for the tests' process evaluates no text.
 */
export function evaluate(
  source: string,
  self: unknown,
  scope: Readonly<Record<string, unknown>>,
  realm: Pick<typeof globalThis, "Function"> = ownRealm,
): unknown {
  const { code } = transform(source, {
    transforms: ["jsx"],
    jsxRuntime: "classic",
    jsxPragma: "h",
    jsxFragmentPragma: "Fragment",
    production: true,
    disableESTransforms: true,
  });
  const names = Object.keys(scope);
  // A direct `eval` has its function's `this` and names, and gives the completion value; declarations stay inside it.
  const run = new realm.Function(...names, "code", '"use strict"; return eval(code);');
  return run.call(self, ...names.map((name) => scope[name]), code);
}
