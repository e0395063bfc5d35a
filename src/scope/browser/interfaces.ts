import { interfaceNames } from "../../policy/interfaces.ts";
import { Native } from "../../runtime/handles.ts";
import { throwType } from "../../runtime/throw.ts";

/** What stands on the right of `instanceof`, in a page or without one; none can make anything. */
export const interfaceFacades: ReadonlyMap<string, Native> = new Map(
  interfaceNames.map((name) => [name, new Native({ name, make: (realm) => throwType(realm, `${name} can't be made with \`new\``) })]),
);
