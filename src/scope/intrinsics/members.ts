import { dearUnits, type IntrinsicOwner, intrinsics, type MemberPolicy } from "../../policy/intrinsics.ts";
import { charge } from "../../runtime/budget.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";

type Table<Owner extends IntrinsicOwner> = (typeof intrinsics)[Owner];

/** What has to be given for an owner: exactly the members that the policy lists, no more and no fewer. */
export type Members<Owner extends IntrinsicOwner> = {
  readonly [Name in keyof Table<Owner>]: Table<Owner>[Name] extends readonly [number, "value"] ? unknown : Implementation | Native;
};

/**
 * Creates the member table of an intrinsic. The policy decides which names exist: it is the policy's names that are
 * walked, so an implementation without an entry there can't be reached even if the types were cheated.
 */
export function createMembers<Owner extends IntrinsicOwner>(owner: Owner, given: Members<Owner>): ReadonlyMap<string, Native> {
  return createTable(owner, given) as ReadonlyMap<string, Native>;
}

/** Like `createMembers`, for owners that also have constants. */
export function createTable<Owner extends IntrinsicOwner>(owner: Owner, given: Members<Owner>): ReadonlyMap<string, unknown> {
  const policy: Readonly<Record<string, MemberPolicy>> = intrinsics[owner];
  const implementations = given as Readonly<Record<string, unknown>>;
  const members = new Map<string, unknown>();
  for (const [name, [length, cost]] of Object.entries(policy)) {
    const member = implementations[name];
    if (cost === "value" || member instanceof Native) members.set(name, member);
    else
      members.set(name, new Native({ name, length, run: cost === "dear" ? toDear(member as Implementation) : (member as Implementation) }));
  }
  return members;
}

function toDear(run: Implementation): Implementation {
  return (realm, self, args) => {
    charge(realm, dearUnits);
    return run(realm, self, args);
  };
}

/** Creates what `X.prototype` answers: the methods of a kind, for `Array.prototype.slice.call(…)`. Can't be written. */
export function createPrototype(name: string, members: ReadonlyMap<string, unknown>): Native {
  return new Native({ name: `${name}.prototype`, members });
}
