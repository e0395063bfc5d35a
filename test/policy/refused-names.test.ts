import { runInNewContext } from "node:vm";
import lodash from "lodash";
import moment from "moment";
import { describe, expect, it } from "vitest";
import { intrinsics } from "../../src/policy/intrinsics.ts";
import { lodashFunctions } from "../../src/policy/lodash.ts";
import { momentConstants, momentDurationMethods, momentFunctions, momentMethods } from "../../src/policy/moment.ts";
import { readProperties, refusedIntrinsics } from "../../src/policy/refused-intrinsics.ts";
import { listRefused, refusedByLibraries } from "../../src/policy/refused-names.ts";
import { get } from "../../src/runtime/get.ts";
import { Native } from "../../src/runtime/handles.ts";
import { createGlobals } from "../../src/scope/globals.ts";
import { make } from "../scope/intrinsics/compare.ts";
import { createTestRealm } from "../support/realm.ts";

/** Names that an object answers to, inherited ones too, up to what all objects and functions have. */
function namesOf(value: object): readonly string[] {
  const names = new Set<string>();
  const ends: readonly unknown[] = [Object.prototype, Function.prototype, null];
  for (let at = value; !ends.includes(at); at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return [...names];
}

/** What is listed more than once, and what is listed nowhere. */
function misplaced(
  names: readonly string[],
  ...tables: readonly ReadonlySet<string>[]
): { readonly nowhere: readonly string[]; readonly twice: readonly string[] } {
  const count = (name: string) => tables.filter((table) => table.has(name)).length;
  return { nowhere: names.filter((name) => count(name) === 0), twice: names.filter((name) => count(name) > 1) };
}

const nothingMisplaced = { nowhere: [], twice: [] };
const words = (text: string | undefined) => new Set((text ?? "").split(" ").filter(Boolean));

describe("every name of the libraries is there, or refused with a reason", () => {
  const refused = listRefused(refusedByLibraries);
  const owners: readonly (readonly [owner: string, library: object, listed: Iterable<string>])[] = [
    ["_", lodash, lodashFunctions.keys()],
    ["moment", moment, [...momentFunctions.keys(), ...momentConstants]],
    ["moment()", Object.getPrototypeOf(moment()) as object, momentMethods.keys()],
    ["moment.duration()", Object.getPrototypeOf(moment.duration()) as object, momentDurationMethods.keys()],
  ];

  it.each(owners)("%s", (owner, library, listed) => {
    const reasons = refused.get(owner) ?? new Map<string, string>();
    expect(misplaced(namesOf(library), new Set(listed), new Set(reasons.keys()))).toEqual(nothingMisplaced);
    // A reason for what the library does not have would be a mistake.
    expect([...reasons.keys()].filter((name) => !(name in library))).toEqual([]);
  });

  it("there are no other owners", () => expect([...refused.keys()]).toEqual(owners.map(([owner]) => owner)));
});

/** The language without what Node or a test runner adds to its globals. */
const bare = runInNewContext("globalThis") as Readonly<Record<string, unknown>>;

/** The engine's own object for an owner of the table. */
function realOf(owner: string): object {
  if (owner === "globals") return bare;
  if (owner === "console") return console;
  if (owner === "Iterator.prototype") return Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
  if (owner === "Generator.prototype") return Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())) as object;
  let value: unknown = globalThis;
  for (const name of owner.split(".")) value = (value as Readonly<Record<string, unknown>>)[name];
  return value as object;
}

describe("every member of an intrinsic is there, or refused with a reason", () => {
  const refused = listRefused(refusedIntrinsics);
  const realm = createTestRealm();
  const globals = createGlobals();
  const functionNames = new Set(["length", "name", "prototype"]);
  // Nothing newer than this engine is unknown; what later ones add just is not there.
  const isKnownEngine = Number(process.versions.node.split(".")[0]) <= 20;

  function listedFor(owner: string): ReadonlySet<string> {
    const service = /^Intl\.\w+$/.test(owner) ? Object.keys(intrinsics["Intl.service"]) : [];
    return new Set([...Object.keys((intrinsics as Readonly<Record<string, object>>)[owner] ?? {}), ...service]);
  }

  it.each([...refused.keys()])("%s", (owner) => {
    const real = realOf(owner);
    const listed = listedFor(owner);
    const reasons = new Set(refused.get(owner)?.keys());
    const ofFunction = typeof real === "function" && owner !== "Function.prototype" ? functionNames : new Set<string>();
    const names = Object.getOwnPropertyNames(real).filter((name) => !ofFunction.has(name));
    const { nowhere, twice } = misplaced(names, listed, reasons, words(readProperties[owner]));
    expect(twice).toEqual([]);
    if (isKnownEngine) expect(nowhere).toEqual([]);
    const ours = owner === "globals" ? new Native({ name: "", members: globals }) : facadeOf(owner);
    if (ours === undefined) return;
    for (const name of [...nowhere, ...reasons]) expect(ours.members.has(name), name).toBe(false);
  });

  function facadeOf(owner: string): Native | undefined {
    let value: unknown = new Native({ name: "", members: globals });
    for (const name of owner.split(".")) value = value instanceof Native ? get(realm, value, name) : undefined;
    return value instanceof Native ? value : undefined;
  }

  it("covers every owner of the table", () => {
    const owners = Object.keys(intrinsics).filter((owner) => owner !== "Intl.service");
    expect(owners.filter((owner) => !refused.has(owner))).toEqual([]);
  });

  const samples: Readonly<Record<string, () => unknown>> = {
    "Array.prototype": () => [1],
    "String.prototype": () => "text",
    "Function.prototype": () => globals.get("parseInt"),
    "Map.prototype": () => make(realm, "Map"),
    "Set.prototype": () => make(realm, "Set"),
    "Error.prototype": () => make(realm, "Error", "bad"),
    "RegExp.prototype": () => make(realm, "RegExp", "a", "g"),
    "URL.prototype": () => make(realm, "URL", "https://example.com/a?b#c"),
    "URLSearchParams.prototype": () => make(realm, "URLSearchParams", "a=1"),
  };
  it.each(Object.entries(readProperties))("what is read off a value is there: %s", (owner, names) => {
    for (const name of words(names)) {
      const value = get(realm, samples[owner]?.(), name);
      expect(value, name).toBeDefined();
      if (owner !== "Function.prototype") expect(value, name).not.toBeInstanceOf(Native);
    }
  });
});
