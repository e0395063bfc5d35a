import { charge, chargeArray } from "../../../runtime/budget.ts";
import { arrayExtras } from "../../../runtime/get.ts";
import type { Opaque } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { createRecord, type Rec } from "../../../runtime/record.ts";
import { toOwnName } from "./attributes.ts";
import { toFiles } from "./files.ts";
import type { ElementState } from "./states.ts";

type Reader = (realm: Realm, state: ElementState) => unknown;

const faults = `
  badInput customError patternMismatch rangeOverflow rangeUnderflow stepMismatch tooLong tooShort typeMismatch valid valueMissing
`
  .trim()
  .split(/\s+/);

/** Reads an own list of an element that is a control or a form; of the page's objects only their items are looked at. */
function toList(realm: Realm, { page, element, isBody }: ElementState, key: string): Opaque[] | undefined {
  const list = isBody ? undefined : (element as unknown as Readonly<Record<string, ArrayLike<Element> | undefined>>)[key];
  if (typeof list !== "object" || list === null || typeof list.length !== "number") return undefined;
  chargeArray(realm, list.length);
  charge(realm, list.length);
  const facades: Opaque[] = [];
  for (let i = 0; i < list.length; i++) {
    const facade = page.toElement(list[i] ?? null);
    if (facade !== null) facades.push(facade);
  }
  return facades;
}

/** The controls of a form, also by their names (`form.elements.email`). */
function readControls(realm: Realm, state: ElementState): unknown {
  const controls = toList(realm, state, "elements");
  if (controls === undefined) return undefined;
  const names = createRecord();
  for (const control of controls) {
    for (const name of namesOf(control)) names[name] ??= readControl(realm, state, name) ?? control;
  }
  (controls as unknown as { [arrayExtras]?: Rec })[arrayExtras] = names;
  return controls;
}

function namesOf(control: Opaque): string[] {
  const { page, element } = control.state as ElementState;
  const raw = [element.getAttribute("name"), element.getAttribute("id")];
  return raw.flatMap((name) => (name === null || name === "" ? [] : [toOwnName(page, name)]));
}

/** `form.email`: the control of a name, or the list of those that share it. */
export function readControl(realm: Realm, state: ElementState, name: string): unknown {
  if (state.isBody || state.element.localName !== "form") return undefined;
  const found = toList(realm, state, "elements")?.filter((control) => namesOf(control).includes(name));
  return found === undefined || found.length === 0 ? undefined : found.length === 1 ? found[0] : found;
}

/** What controls and forms have. */
export const controlReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["elements", readControls],
  [
    "files",
    (realm, { page, element, isBody }) => (isBody ? undefined : toFiles(realm, page, (element as Partial<HTMLInputElement>).files)),
  ],
  [
    "form",
    (_realm, { page, element, isBody }) => {
      const form = isBody ? undefined : (element as Partial<HTMLInputElement>).form;
      return form === undefined ? undefined : page.toElement(form);
    },
  ],
  ["labels", (realm, state) => toList(realm, state, "labels")],
  ["length", (realm, state) => toList(realm, state, "options")?.length ?? toList(realm, state, "elements")?.length],
  ["options", (realm, state) => toList(realm, state, "options")],
  ["rows", (realm, state) => toList(realm, state, "rows") ?? toNumber(state, "rows")],
  ["cells", (realm, state) => toList(realm, state, "cells")],
  ["selectedOptions", (realm, state) => toList(realm, state, "selectedOptions")],
  ["validity", (_realm, state) => readValidity(state)],
]);

function toNumber({ element, isBody }: ElementState, key: string): unknown {
  const value = (element as unknown as Readonly<Record<string, unknown>>)[key];
  return !isBody && typeof value === "number" ? value : undefined;
}

function readValidity({ element, isBody }: ElementState): Rec | undefined {
  const validity = isBody ? undefined : (element as Partial<HTMLInputElement>).validity;
  if (typeof validity !== "object" || validity === null) return undefined;
  const record = createRecord();
  for (const fault of faults) record[fault] = (validity as unknown as Readonly<Record<string, unknown>>)[fault] === true;
  return record;
}
