import { Native } from "../../runtime/handles.ts";
import { parseJson } from "./json-parse.ts";
import { stringifyJson } from "./json-stringify.ts";
import { createTable } from "./members.ts";

/** `JSON`. */
export const jsonFacade = new Native({ name: "JSON", members: createTable("JSON", { parse: parseJson, stringify: stringifyJson }) });
