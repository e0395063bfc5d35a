import { arrayExtras } from "../../runtime/get.ts";
import { Fn, Instance, Opaque } from "../../runtime/handles.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";

/**
 * Where a value keeps the properties that a template can write; `undefined` for what can't be written anyway (facades,
 * views, primitives). Freezing a value freezes this, so `set` needs no flag of its own.
 */
function storeOf(value: unknown): object | undefined {
  if (isRecord(value) || Array.isArray(value)) return value;
  if (value instanceof Instance) return value.own;
  if (value instanceof Fn) {
    value.props ??= createRecord();
    return value.props;
  }
  if (value instanceof Opaque) {
    value.extra ??= createRecord();
    return value.extra;
  }
  return undefined;
}

/** Applies `Object.freeze`, `Object.seal` or `Object.preventExtensions` to a value of the template. */
export function restrict(value: unknown, how: (store: object) => unknown): unknown {
  const store = storeOf(value);
  if (store === undefined) return value;
  // Named properties of an array hang on it in a record of their own.
  const extras = (store as { [arrayExtras]?: Rec })[arrayExtras];
  if (extras !== undefined) how(extras);
  how(store);
  return value;
}

/** Answers `Object.isFrozen` and kin; what can't be written is frozen. */
export function isRestricted(value: unknown, test: (store: object) => boolean): boolean {
  if (value instanceof Fn && value.props === undefined) return false;
  if (value instanceof Opaque && value.extra === undefined) return false;
  const store = storeOf(value);
  return store === undefined || test(store);
}

/** Tells whether a property can be written and deleted; of what can't be written anyway, no. */
export function findAttributes(value: unknown, key: string): { readonly writable: boolean; readonly configurable: boolean } {
  const store = storeOf(value);
  if (store === undefined) return { writable: false, configurable: false };
  const extras = (store as { [arrayExtras]?: Rec })[arrayExtras];
  const found =
    Object.getOwnPropertyDescriptor(store, key) ?? (extras === undefined ? undefined : Object.getOwnPropertyDescriptor(extras, key));
  const open = Object.isExtensible(store);
  return { writable: found?.writable ?? open, configurable: found?.configurable ?? open };
}
