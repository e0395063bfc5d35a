import { createRecord, isRecord, type Rec } from "../runtime/record.ts";
import { expectRecord, failInput, toPath } from "./input-error.ts";

/**
 * Gives app settings in the form that templates read (`reference/kview.md`, section 2.3): by category, a list of
 * `{ attributes: { name, value, app } }`. A category may also come as a plain record of values by name.
 */
export function toAppSettings(imported: unknown): Rec {
  const settings = createRecord();
  const categories = expectRecord(imported, "appSettings");
  for (const category of Object.keys(categories)) {
    const path = toPath("appSettings", [category]);
    const value = categories[category];
    if (Array.isArray(value)) settings[category] = expectSettings(value, path);
    else if (isRecord(value)) settings[category] = Object.keys(value).map((name) => toSetting(name, value[name]));
    else if (value !== undefined) failInput(path, "an array of settings or a record of values", value);
  }
  return settings;
}

function expectSettings(list: readonly unknown[], path: string): readonly unknown[] {
  list.forEach((setting, index) => {
    const place = toPath(path, [index]);
    const { attributes } = expectRecord(setting, place);
    const { name } = expectRecord(attributes, `${place}.attributes`);
    if (typeof name !== "string") failInput(`${place}.attributes.name`, "a string", name);
  });
  return list;
}

function toSetting(name: string, value: unknown): Rec {
  const setting = createRecord();
  const attributes = createRecord();
  attributes.name = name;
  attributes.value = value;
  setting.attributes = attributes;
  return setting;
}
