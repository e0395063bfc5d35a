import type { MemberPolicy } from "../../policy/intrinsics.ts";
import { type NetworkOwner, network } from "../../policy/network.ts";
import { type Implementation, Native, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { createPrototype } from "../intrinsics/members.ts";

/** What has to be given for a class: exactly the methods that the policy lists. */
type Methods<Owner extends NetworkOwner> = { readonly [Name in keyof (typeof network)[Owner]]: Implementation };

/** Creates the methods of a class. The policy's names are walked, so that what has no entry there can't be reached. */
export function createMethods<Owner extends NetworkOwner>(owner: Owner, given: Methods<Owner>): ReadonlyMap<string, Native> {
  const policy: Readonly<Record<string, MemberPolicy>> = network[owner];
  const methods = new Map<string, Native>();
  for (const [name, [length]] of Object.entries(policy))
    methods.set(name, new Native({ name, length, run: (given as Readonly<Record<string, Implementation>>)[name] as Implementation }));
  return methods;
}

/**
 * Creates the facade of a class: made by `new` alone, as the platform's are.
 *
 * @param make Absent: the template gets values of the class, but makes none.
 */
export function createClass<State>(
  type: OpaqueType<State>,
  make: ((realm: Realm, args: readonly unknown[]) => unknown) | undefined,
  constants: ReadonlyMap<string, unknown> = new Map(),
): Native {
  const { name, methods } = type;
  return new Native({
    name,
    run: (realm) => throwType(realm, make === undefined ? `${name} can't be constructed` : `${name} has to be called with \`new\``),
    ...(make === undefined ? {} : { make }),
    members: new Map([...constants, ["prototype", createPrototype(name, methods)]]),
  });
}
