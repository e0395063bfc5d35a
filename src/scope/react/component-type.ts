import { Fn, type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import { PlatformComponent } from "../../runtime/platform-component.ts";
import { throwType } from "../../runtime/throw.ts";

/** What `memo` and `forwardRef` give: a component around another. */
interface Wrapper {
  readonly kind: "memo" | "forward-ref";
  readonly inner: unknown;
  /** `memo`'s own comparison of props. */
  readonly compare: unknown;
}

const wrapperType: OpaqueType<Wrapper> = {
  name: "Component",
  methods: new Map(),
  read: (_realm, { kind, inner }, key) => (kind === "memo" && key === "type" ? inner : undefined),
};

function isWrapper(value: unknown): value is Opaque<Wrapper> {
  return value instanceof Opaque && value.type === (wrapperType as OpaqueType);
}

const memo: Implementation = (realm, _self, [type, compare]) => {
  if (!isCallable(type) && !isWrapper(type)) return throwType(realm, "`React.memo` takes a component");
  return new Opaque(wrapperType, { kind: "memo", inner: type, compare });
};

const forwardRef: Implementation = (realm, _self, [render]) => {
  if (!isCallable(render)) return throwType(realm, "`React.forwardRef` takes a function");
  return new Opaque(wrapperType, { kind: "forward-ref", inner: render, compare: undefined });
};

/** Members of `React` that wrap components. */
export const wrapperMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["forwardRef", new Native({ name: "forwardRef", length: 1, run: forwardRef })],
  ["memo", new Native({ name: "memo", length: 2, run: memo })],
]);

/** What stands behind a tag of the template's own. */
export interface ComponentType {
  /** The function or class inside of all wrappers. */
  readonly fn: Fn;
  /** Set by `memo`: its comparison, or `shallow`. */
  readonly compare: unknown;
  /** The function takes a `ref` as second argument. */
  readonly forwardsRef: boolean;
  /** Defaults are looked for on these, outermost first. */
  readonly layers: readonly (Fn | Opaque)[];
}

/** Unwraps what a tag names; `undefined` for what is no component of the template. */
export function toComponentType(type: unknown): ComponentType | undefined {
  const layers: (Fn | Opaque)[] = [];
  let compare: unknown;
  let forwardsRef = false;
  let at = type;
  while (isWrapper(at)) {
    layers.push(at as Opaque);
    if (at.state.kind === "memo") compare ??= at.state.compare ?? "shallow";
    else forwardsRef = true;
    at = at.state.inner;
  }
  if (!(at instanceof Fn)) return undefined;
  layers.push(at);
  return { fn: at, compare, forwardsRef, layers };
}

/** Gives the platform component that `memo` was put around. */
export function unwrapPlatform(type: unknown): unknown {
  let at = type;
  while (isWrapper(at)) at = at.state.inner;
  return at instanceof PlatformComponent ? at : type;
}

/** A class, or a function whose prototype was given a `render` or inherits one. */
export function isClassComponent(fn: Fn): boolean {
  return fn.code.kind === "class" || fn.parent !== undefined || (fn.proto !== undefined && "render" in fn.proto);
}

/**
 * Tells whether two values of a tag are the same component: one value, or one made anew by the same piece of the template when it was
 * evaluated again. Two that were made in one evaluation are two (what a factory gave for two arguments).
 */
export function isSameComponent(before: ComponentType, after: ComponentType): boolean {
  if (before.fn === after.fn) return before.layers.length === after.layers.length;
  return before.fn.code === after.fn.code && before.fn.epoch !== after.fn.epoch && before.layers.length === after.layers.length;
}
