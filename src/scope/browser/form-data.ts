import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { type Implementation, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeGrowth, chargeScan, expectCallable, expectOpaque } from "../intrinsics/arguments.ts";
import { createIterator } from "../intrinsics/iterator.ts";
import { blobOf, createFile, mostBytes } from "./blob.ts";
import { createClass, createMethods } from "./network-members.ts";

/** A field: its name, and a text or a file. */
export type FormField = readonly [name: string, value: string | Opaque];

/**
 * Reads the fields of a form that the card shows, for `new FormData(form)`; `undefined` for what is no form. The page's part of a
 * card puts one into `realm.store`, under `formReaderKey`.
 */
export type FormReader = (form: Opaque) => readonly FormField[] | undefined;

/** Where the reader of forms is found. */
export const formReaderKey = "form reader";

/** Fields in their order. */
interface FormState {
  fields: FormField[];
}

function expectForm(realm: Realm, self: unknown, method: string): FormState {
  const state = expectOpaque(realm, self, formType, method);
  charge(realm, state.fields.length);
  return state;
}

/** Checks a field. A blob becomes a file, named as the platform names it. */
function toField(realm: Realm, [name, value, fileName]: readonly unknown[]): FormField {
  const key = toText(realm, name);
  const blob = blobOf(value);
  const field = blob === undefined ? toText(realm, value) : toFile(realm, value as Opaque, blob, fileName);
  chargeScan(realm, key.length + (typeof field === "string" ? field.length : 0));
  return [key, field];
}

function toFile(realm: Realm, value: Opaque, blob: Blob, fileName: unknown): Opaque {
  if (fileName === undefined && blob instanceof File) return value;
  const name = fileName === undefined ? "blob" : toText(realm, fileName);
  charge(realm, (blob.size + name.length) >>> 6);
  return createFile(new File([blob], name, { type: blob.type, lastModified: realm.now() }));
}

function append(realm: Realm, state: FormState, field: FormField): undefined {
  chargeGrowth(realm, state.fields.length + 1, 1);
  state.fields.push(field);
  return undefined;
}

const entries: Implementation = (realm, self) =>
  createIterator(
    expectForm(realm, self, "entries")
      .fields.map((field) => [...field])
      .values(),
  );

const formType: OpaqueType<FormState> = {
  name: "FormData",
  methods: createMethods("FormData", {
    // Not by `expectForm`: a loop that appends would pay for its square.
    append: (realm, self, args) => append(realm, expectOpaque(realm, self, formType, "append"), toField(realm, args)),
    delete: (realm, self, [name]) => {
      const state = expectForm(realm, self, "delete");
      const wanted = toText(realm, name);
      state.fields = state.fields.filter(([key]) => key !== wanted);
      return undefined;
    },
    entries,
    forEach: (realm, self, [callback, thisArg]) => {
      const { fields } = expectForm(realm, self, "forEach");
      const fn = expectCallable(realm, callback);
      for (const [name, value] of [...fields]) call(realm, fn, thisArg, [value, name, self]);
      return undefined;
    },
    get: (realm, self, [name]) => {
      const wanted = toText(realm, name);
      return expectForm(realm, self, "get").fields.find(([key]) => key === wanted)?.[1] ?? null;
    },
    getAll: (realm, self, [name]) => {
      const wanted = toText(realm, name);
      return expectForm(realm, self, "getAll").fields.flatMap(([key, value]) => (key === wanted ? [value] : []));
    },
    has: (realm, self, [name]) => {
      const wanted = toText(realm, name);
      return expectForm(realm, self, "has").fields.some(([key]) => key === wanted);
    },
    keys: (realm, self) =>
      createIterator(
        expectForm(realm, self, "keys")
          .fields.map(([name]) => name)
          .values(),
      ),
    set: (realm, self, args) => {
      const state = expectForm(realm, self, "set");
      const field = toField(realm, args);
      const at = state.fields.findIndex(([key]) => key === field[0]);
      if (at === -1) return append(realm, state, field);
      state.fields = state.fields.flatMap((other, i) => (i === at ? [field] : other[0] === field[0] ? [] : [other]));
      return undefined;
    },
    values: (realm, self) =>
      createIterator(
        expectForm(realm, self, "values")
          .fields.map(([, value]) => value)
          .values(),
      ),
  }),
  iterate: (_realm, state) => state.fields.map((field) => [...field]).values(),
};

function construct(realm: Realm, [form]: readonly unknown[]): Opaque<FormState> {
  const state: FormState = { fields: [] };
  if (form === undefined || form === null) return new Opaque(formType, state);
  const read = realm.store.get(formReaderKey) as FormReader | undefined;
  const fields = form instanceof Opaque ? read?.(form) : undefined;
  for (const field of fields ?? throwType(realm, "`new FormData` takes a form of the card, or nothing")) append(realm, state, field);
  return new Opaque(formType, state);
}

/**
 * Gives the host's form for a value that is one, for a service of the host; `undefined` for everything else. The size of all
 * fields is checked before any is copied.
 */
export function toHostForm(realm: Realm, value: unknown): FormData | undefined {
  if (!(value instanceof Opaque) || value.type !== (formType as OpaqueType)) return undefined;
  const { fields } = value.state as FormState;
  charge(realm, fields.length);
  let size = 0;
  for (const [name, field] of fields) size += name.length + (typeof field === "string" ? field.length : (blobOf(field)?.size ?? 0));
  if (size > mostBytes(realm)) throw new LimitError("stringLength", `a form of ${size} bytes is too long to be sent`);
  const form = new FormData();
  for (const [name, field] of fields) form.append(name, typeof field === "string" ? field : (blobOf(field) as Blob));
  return form;
}

/** `FormData` (XMLHttpRequest 4). */
export const formDataFacade = createClass(formType, construct);
