import { describe, expect, it } from "vitest";
import { intrinsics } from "../../src/policy/intrinsics.ts";
import { lodashFunctions, lodashWrapperMethods } from "../../src/policy/lodash.ts";
import { momentDurationMethods, momentFunctions, momentLocaleMethods, momentMethods } from "../../src/policy/moment.ts";
import { browserScopeNames } from "../../src/policy/scope-names.ts";
import { Native } from "../../src/runtime/handles.ts";
import { react } from "../../src/scope/react/react.ts";
import { callTables } from "./all-cases.ts";
import type { CallTable } from "./budget-case.ts";

/** Hooks run inside of a component that is rendered; live fixtures hold their limits. */
const hooks = /^use(?!DebugValue|DeferredValue)/;
/** What has no work of its own: constants, names of the window, interfaces that can't be called. */
const restful =
  /^(HTML|Document|Element$|Node|EventTarget$|Text$|screen|outer|inner|page|scroll|devicePixelRatio|globalThis|parent|self|top)/;
/** What only a page has, or what asks a service of the host, which has limits of its own (`requests`, `timers`). */
const asking = new Set(
  (
    "Storage addEventListener alert cancelAnimationFrame cancelIdleCallback clearInterval clearTimeout confirm dispatchEvent fetch " +
    "getComputedStyle getSelection localStorage matchMedia open prompt removeEventListener requestAnimationFrame requestIdleCallback " +
    "sessionStorage setInterval CustomEvent"
  ).split(" "),
);

const covered = new Map<string, Set<string>>();
for (const table of Object.values<CallTable>(callTables))
  for (const [owner, calls] of Object.entries(table)) {
    const names = covered.get(owner) ?? new Set<string>();
    for (const name of Object.keys(calls)) names.add(name);
    covered.set(owner, names);
  }

/** What has to have a case, by owner. */
const scope = new Map<string, readonly string[]>([
  ...Object.entries(intrinsics).map(([owner, members]): [string, string[]] => [
    owner,
    Object.entries<readonly [number, string]>(members).flatMap(([name, [, cost]]) => (cost === "value" ? [] : [name])),
  ]),
  ["_", [...lodashFunctions.keys()]],
  ["_()", [...lodashWrapperMethods.keys()]],
  ["moment", [...momentFunctions.keys()]],
  ["moment()", [...momentMethods.keys()]],
  ["moment.duration()", [...momentDurationMethods.keys()]],
  ["moment.localeData()", [...momentLocaleMethods.keys()]],
  ["React", [...react.members].flatMap(([name, value]) => (isCallable(value) && !hooks.test(name) ? [name] : []))],
  ["React.Children", [...(react.members.get("Children") as Native).members.keys()]],
  ["browser", browserScopeNames.filter((name) => !restful.test(name) && !asking.has(name))],
]);

function isCallable(value: unknown): boolean {
  return value instanceof Native && (value.run ?? value.make) !== undefined;
}

describe("the table of measured calls", () => {
  it.each([...scope])("has a case for each name of %s, and for no other", (owner, names) => {
    const cases = [...(covered.get(owner) ?? [])].filter((name) => name !== owner);
    expect(cases.sort()).toEqual([...names].sort());
  });

  it("has no owner that the scope does not have, apart from the language itself", () => {
    const others = [...covered.keys()].filter((owner) => !scope.has(owner));
    expect(others).toEqual(["operators", "literals", "statements"]);
  });
});
