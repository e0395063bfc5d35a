import { describe, expect, it } from "vitest";
import { type IntrinsicOwner, intrinsics, type MemberPolicy, mutatingMembers } from "../../../src/policy/intrinsics.ts";
import { mutatorNames } from "../../../src/policy/mutators.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native, type Opaque } from "../../../src/runtime/handles.ts";
import { createGlobals } from "../../../src/scope/globals.ts";
import { createGenerator, createIterator } from "../../../src/scope/intrinsics/iterator.ts";
import { methodTables } from "../../../src/scope/methods.ts";
import { createTestRealm } from "../../support/realm.ts";
import { make } from "./compare.ts";

const realm = createTestRealm();
const globals = createGlobals();

/** The members that exist for an owner of the policy. */
function membersOf(owner: IntrinsicOwner): ReadonlyMap<string, unknown> {
  if (owner === "globals") return globals;
  if (owner === "Iterator.prototype") return createIterator([].values()).type.methods;
  if (owner === "Generator.prototype")
    return createGenerator({ next: undefined as never, return: undefined as never, throw: undefined as never }).type.methods;
  if (owner === "WeakMap.prototype" || owner === "WeakSet.prototype") return (make(realm, owner.slice(0, 7)) as Opaque).type.methods;
  if (owner === "Function.prototype") return methodTables.function;
  if (owner === "Intl.service") return new Map([...facade("Intl.PluralRules").members].filter(([name]) => name !== "prototype"));
  return facade(owner).members;
}

function facade(path: string): Native {
  let value: unknown = new Native({ name: "", members: globals });
  for (const name of path.split(".")) value = get(realm, value, name);
  expect(value, path).toBeInstanceOf(Native);
  return value as Native;
}

describe("the table of intrinsics", () => {
  it.each(Object.keys(intrinsics) as IntrinsicOwner[])("agrees with what %s has", (owner) => {
    const policy: Readonly<Record<string, MemberPolicy>> = intrinsics[owner];
    const members = membersOf(owner);
    expect([...members.keys()].sort()).toEqual(Object.keys(policy).sort());
    for (const [name, [arity, cost]] of Object.entries(policy)) {
      const member = members.get(name);
      if (cost === "value" || !(member instanceof Native)) expect(cost, name).toBe("value");
      else {
        expect(member.run ?? member.make, name).toBeTypeOf("function");
        if (owner !== "Intl") expect(member.length, name).toBe(arity);
      }
    }
  });

  it("covers every value that an intrinsic gives", () => {
    const known = new Set<unknown>();
    for (const owner of Object.keys(intrinsics) as IntrinsicOwner[]) for (const member of membersOf(owner).values()) known.add(member);
    // Walk everything that can be reached by names from the globals: nothing lies outside the table.
    const open: unknown[] = [...globals.values()];
    const seen = new Set<unknown>();
    for (let at = open.pop(); open.length > 0 || at !== undefined; at = open.pop()) {
      if (!(at instanceof Native) || seen.has(at)) continue;
      seen.add(at);
      // Each error and each formatter has its own instance of these.
      const repeated = at.name.endsWith(".prototype") || at.name in intrinsics["Intl.service"] || at.name in intrinsics.Error;
      if (!repeated) expect(known.has(at), at.name).toBe(true);
      open.push(...at.members.values());
    }
    expect(seen.size).toBeGreaterThan(300);
  });

  it("names every mutating member to the analysis", () => {
    for (const name of mutatingMembers) expect(mutatorNames.has(name), name).toBe(true);
  });

  it("has no way to a constructor, a prototype or code", () => {
    for (const name of [
      "Function",
      "Symbol",
      "Proxy",
      "Reflect",
      "eval",
      "globalThis",
      "BigInt",
      "WebAssembly",
      "SharedArrayBuffer",
      "Atomics",
    ]) {
      expect(globals.has(name), name).toBe(false);
    }
    for (const value of ["", 1, true, [], make(realm, "Date"), make(realm, "Map"), globals.get("Object")]) {
      for (const key of ["constructor", "__proto__", "__defineGetter__", "__lookupGetter__"])
        expect(get(realm, value, key)).toBeUndefined();
    }
  });
});
