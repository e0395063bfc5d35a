import { toLineStarts, toSpan } from "../diagnostics/span.ts";
import { UsageFault } from "./fault.ts";
import { findJsonFault } from "./json-fault.ts";
import { readInput, toInputName } from "./read-input.ts";

/** Reads the data file of a render: a JSON object. Says line and column of what is no JSON. */
export async function readData(path: string): Promise<Readonly<Record<string, unknown>>> {
  const name = toInputName(path);
  const text = (await readInput(path)).replace(/^\ufeff/, "");
  const data = parseJson(text, name);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new UsageFault(
      `${name}: expected a JSON object, found ${Array.isArray(data) ? "an array" : data === null ? "null" : `a ${typeof data}`}`,
    );
  }
  return data as Record<string, unknown>;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = findJsonFault(text);
    // Nesting that is too deep for the engine is JSON all the same.
    if (fault === undefined) throw new UsageFault(`${name}: the JSON nests too deep`);
    const { line, column } = toSpan(toLineStarts(text), fault.offset, fault.offset);
    const found = fault.offset === text.length ? "the end of the text" : `\`${String.fromCodePoint(text.codePointAt(fault.offset) ?? 0)}\``;
    throw new UsageFault(`${name}:${line}:${column}: this is no JSON: expected ${fault.expected}, found ${found}`);
  }
}
