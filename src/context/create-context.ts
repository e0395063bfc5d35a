import { suggestName } from "../diagnostics/suggest.ts";
import { bagNames } from "../policy/scope-names.ts";
import { importValue } from "../runtime/import.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { toAppSettings } from "./app-settings.ts";
import { Bag } from "./bag.ts";
import { toKlasses } from "./create-klasses.ts";
import { expectShape } from "./expect-shape.ts";
import { flatten, isResource, type RecordForms } from "./flatten.ts";
import { describeValue, expectRecord, failInput } from "./input-error.ts";
import { recordShapes, resourceShape } from "./record-shapes.ts";
import { type RecordName, recordNames, resourceForm, takenNames } from "./standard-names.ts";

/** The data of one card, as the host has it. Records are flat or JSON:API resources. */
export interface ContextInput {
  /** Which record the view belongs to: `customer`, `conversation`, `company`, `message`, `user`, `kobject.<klass>`. */
  readonly resource: string;
  readonly customer?: unknown;
  readonly conversation?: unknown;
  readonly company?: unknown;
  readonly kobject?: unknown;
  readonly message?: unknown;
  readonly user?: unknown;
  /** The agent. */
  readonly currentUser?: unknown;
  /** By category, an array of settings or a record of values. */
  readonly appSettings?: unknown;
  readonly widget?: unknown;
  readonly app?: unknown;
  /** Data under names of the host's own. */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** Klass definitions, or what `createKlasses` made of them: that is cheaper where many cards share it. */
  readonly klasses?: unknown;
}

const inputKeys: readonly string[] = ["resource", ...recordNames, "currentUser", "appSettings", "widget", "app", "custom", "klasses"];

/**
 * Creates the data bag of a card (`reference/kview.md`, section 2.3).
 *
 * The data is copied, so later changes of the host's objects do not show, and nothing of the host can be reached from
 * it. Input of the wrong shape throws a `TypeError` that names path, expected and found (`customer.emails: expected an
 * array, found a string`); unknown attributes pass, `null` is fine everywhere.
 *
 * @example
 * const bag = createContext({ resource: "customer", customer: { name: "Ada", emails: [{ email: "ada@example.com" }] } });
 */
export function createContext(input: ContextInput): Bag {
  const given = expectInput(input);
  const resource = expectResource(given("resource"));
  const names = createRecord();
  const context = createRecord();
  for (const name of bagNames) names[name] = undefined;

  let object: Rec | undefined;
  for (const name of recordNames) {
    const value = given(name);
    if (value === undefined || value === null) continue;
    const type = name === "kobject" ? undefined : name;
    const forms = importRecord(name, value, type ?? resource);
    names[name] = forms.flat;
    context[type ?? toKObjectType(resource, forms.flat)] = forms.resource;
    if (resource === name || (name === "kobject" && resource.startsWith("kobject."))) object = forms.flat;
  }
  names.context = context;
  if (object !== undefined) {
    // What a DynamicCard is handed: the records of the card and which of them it is about (section 5).
    const payload = Object.assign(createRecord(), { type: resource }, context);
    names.object = Object.assign(createRecord(), object, { context: payload });
  }

  if (isGiven(given("currentUser"))) names.currentUser = importRecord("currentUser", given("currentUser"), "user").flat;
  if (isGiven(given("appSettings"))) names.appSettings = toAppSettings(importValue(given("appSettings"), "appSettings"));
  if (isGiven(given("widget"))) names.widget = expectRecord(importValue(given("widget"), "widget"), "widget");
  if (isGiven(given("app"))) names.app = expectRecord(importValue(given("app"), "app"), "app");
  if (isGiven(given("custom"))) addCustom(names, importValue(given("custom"), "custom"));
  return new Bag(resource, names, toKlasses(given("klasses")));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Gives a reader of the input's own keys: a polluted `Object.prototype` must not add a record to the card. */
function expectInput(input: unknown): (key: string) => unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) failInput("createContext", "a record of the card's data", input);
  const source = input as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(source)) {
    if (inputKeys.includes(key)) continue;
    const meant = suggestName(key, inputKeys);
    const hint = meant === undefined ? "data under other names belongs into `custom`" : `did you mean \`${meant}\`?`;
    throw new TypeError(`createContext: unknown key \`${key}\`; ${hint}`);
  }
  return (key) => (Object.hasOwn(source, key) ? source[key] : undefined);
}

function expectResource(resource: unknown): string {
  if (typeof resource === "string" && resourceForm.test(resource)) return resource;
  const found = typeof resource === "string" ? JSON.stringify(resource.slice(0, 60)) : describeValue(resource);
  throw new TypeError(`resource: expected customer, conversation, company, message, user or kobject.<klass>, found ${found}`);
}

/** A KObject beside the view's own record says of what klass it is by its `type`. */
function toKObjectType(resource: string, kobject: Rec): string {
  if (resource.startsWith("kobject.")) return resource;
  return typeof kobject.type === "string" && kobject.type.startsWith("kobject.") ? kobject.type : "kobject";
}

function importRecord(name: RecordName | "currentUser", value: unknown, type: string): RecordForms {
  const record = expectRecord(importValue(value, name), name);
  const nested = isResource(record);
  // Checked after the import: a getter of the host answers once, so what was checked is what is used.
  if (nested) expectShape(resourceShape, record, name);
  expectShape(recordShapes.get(name), nested ? record.attributes : record, nested ? `${name}.attributes` : name);
  return flatten(record, name === "kobject" ? toKObjectType(type, record) : type);
}

function addCustom(names: Rec, imported: unknown): void {
  const custom = expectRecord(imported, "custom");
  for (const name of Object.keys(custom)) {
    if (takenNames.has(name)) throw new TypeError(`custom.${name}: expected a name of your own, \`${name}\` is the platform's`);
    names[name] = custom[name];
  }
}
