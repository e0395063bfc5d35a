import { call } from "../../runtime/call.ts";
import { toPrimitive } from "../../runtime/coerce.ts";
import { Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { iterate } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";

/** A wrapped value. Unlike lodash's, a chain runs as it is written, not when `value()` is asked for. */
interface Wrapped {
  readonly value: unknown;
  /** Made by `_.chain`: every result stays wrapped until `value()`. */
  readonly explicit: boolean;
}

/** One function of `_` as a method of the wrapper. */
export interface ChainedFunction {
  readonly run: (realm: Realm, args: readonly unknown[]) => unknown;
  /** The result stays wrapped even in a chain that `_(value)` began. */
  readonly chains: boolean;
}

/** Wraps a value; a wrapper is given back as it is, an array method of it too. */
export interface Chain {
  readonly wrap: (value: unknown, explicit: boolean) => unknown;
}

/** What the array methods of a wrapper give in a chain that `_(value)` began: the element, or the wrapped array. */
const arrayMethods: readonly (readonly [string, "element" | "array" | "result"])[] = [
  ["pop", "element"],
  ["shift", "element"],
  ["push", "array"],
  ["sort", "array"],
  ["unshift", "array"],
  ["splice", "result"],
];

/** Makes the wrapper `_(value)` from the functions of `_`. */
export function createChain(functions: ReadonlyMap<string, ChainedFunction>): Chain {
  const methods = new Map<string, Native>();
  const type: OpaqueType<Wrapped> = {
    name: "LodashWrapper",
    methods,
    primitive: (realm, state, hint) => toPrimitive(realm, state.value, hint),
    iterate: (realm, state) => iterate(realm, state.value),
    json: (_realm, state) => state.value,
  };
  const isWrapper = (value: unknown): value is Opaque<Wrapped> => value instanceof Opaque && value.type === type;
  const wrap = (value: unknown, explicit: boolean) => (isWrapper(value) ? value : new Opaque(type, { value, explicit }));
  const define = (name: string, run: (realm: Realm, state: Wrapped, args: readonly unknown[]) => unknown) =>
    methods.set(
      name,
      new Native({
        name,
        run: (realm, self, args) =>
          run(realm, isWrapper(self) ? self.state : throwType(realm, `\`${name}\` needs a wrapper of \`_\``), args),
      }),
    );

  for (const [name, { run, chains }] of functions) {
    define(name, (realm, state, args) => {
      const result = run(realm, [state.value, ...args]);
      return chains || state.explicit ? wrap(result, state.explicit) : result;
    });
  }
  for (const [name, gives] of arrayMethods) {
    define(name, (realm, state, args) => {
      const array = Array.isArray(state.value) ? state.value : [];
      const result = call(realm, realm.methods.array.get(name), array, args, name);
      if (gives === "element" && !state.explicit) return result;
      return wrap(gives === "array" ? state.value : result, state.explicit);
    });
  }
  for (const name of ["value", "valueOf", "toJSON"]) define(name, (_realm, state) => state.value);
  define("commit", (_realm, state) => wrap(state.value, state.explicit));
  define("chain", (_realm, state) => wrap(state.value, true));
  define("plant", (_realm, state, args) => wrap(args[0], state.explicit));
  return { wrap };
}
