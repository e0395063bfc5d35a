import { interfaceNames, prototypeMethods } from "../../policy/interfaces.ts";
import { type Implementation, Native, Opaque } from "../../runtime/handles.ts";
import { throwType } from "../../runtime/throw.ts";

/** Calls the receiver's own method of that name. A prototype is no receiver: it would find itself. */
function onReceiver(name: string): Implementation {
  return (realm, self, args) => {
    const own = self instanceof Opaque ? self.type.methods.get(name) : Array.isArray(self) ? realm.methods.array.get(name) : undefined;
    if (own?.run === undefined) return throwType(realm, `\`${name}\` needs a node of this card`);
    return own.run(realm, self, args);
  };
}

const prototype = new Native({
  name: "prototype",
  members: new Map(prototypeMethods.map((name) => [name, new Native({ name, run: onReceiver(name) })])),
});

/** What stands on the right of `instanceof`, in a page or without one; none can make anything. */
export const interfaceFacades: ReadonlyMap<string, Native> = new Map(
  interfaceNames.map((name) => [
    name,
    new Native({
      name,
      make: (realm) => throwType(realm, `${name} can't be made with \`new\``),
      members: new Map([["prototype", prototype]]),
    }),
  ]),
);
