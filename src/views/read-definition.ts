import { type ViewContext, viewContexts } from "../components/definition-rules.ts";
import { describeValue } from "../context/input-error.ts";
import { resourceForm } from "../context/standard-names.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { suggestName } from "../diagnostics/suggest.ts";
import { importValue } from "../runtime/import.ts";
import { isRecord, type Rec } from "../runtime/record.ts";

/** A view as it was defined, checked. */
export interface Definition {
  readonly id: string | undefined;
  readonly name: string;
  readonly resource: string;
  readonly context: ViewContext;
  readonly template: string;
  readonly displayName: string | undefined;
  readonly icon: string | undefined;
  readonly state: "open" | "closed";
  readonly enabled: boolean;
}

type Report = (diagnostic: Diagnostic) => void;

const standardResources: readonly string[] = ["customer", "conversation", "company", "message", "user"];

/**
 * Reads one entry of an app definition's `kviews` (`reference/kview.md`, section 1). What can't be shown is reported and gives
 * `undefined`; what is only of the wrong form is reported and read as if it were not there. Nothing of the entry is called.
 */
export function readDefinition(entry: unknown, path: string, report: Report): Definition | undefined {
  const record = importEntry(entry, path, report);
  if (record === undefined) return undefined;
  const reader = new Reader(record, path, report);
  const name = reader.required("name", "a name");
  const resource = reader.required("resource", "a resource");
  const context = reader.required("context", "a context");
  // An empty one is a view that shows nothing; that there is none is a mistake.
  const template = reader.required("template", "a template's source", true);
  const enabled = reader.flag("enabled", true);
  if (name === undefined || resource === undefined || context === undefined || template === undefined) return undefined;
  if (!expectKnown(name, resource, context, report)) return undefined;
  const meta = new Reader(reader.record("meta"), `${path}.meta`, report);
  return {
    id: typeof record.id === "string" ? record.id : undefined,
    name,
    resource,
    context: context as ViewContext,
    template,
    displayName: meta.text("displayName"),
    icon: meta.text("icon"),
    state: meta.state(),
    enabled,
  };
}

function importEntry(entry: unknown, path: string, tell: Report): Rec | undefined {
  try {
    const record = importValue(entry, path);
    if (isRecord(record)) return record;
    tell(report("view/definition", undefined, { path, expected: "a record", found: describeValue(record) }));
  } catch (error) {
    // What is no data: a function, an accessor, an instance of a class. The message says where it is.
    const [, place = path, found = "something else"] = importMessage.exec((error as Error).message) ?? [];
    tell(report("view/definition", undefined, { path: place, expected: "plain data", found }));
  }
  return undefined;
}

const importMessage = /^`(.*)`: expected plain data, found (.*)$/;

function expectKnown(name: string, resource: string, context: string, tell: Report): boolean {
  const knownContext = (viewContexts as readonly string[]).includes(context);
  if (!knownContext)
    tell(report("view/context", undefined, { name, context, contexts: viewContexts.join(", ") }, suggestName(context, viewContexts)));
  const knownResource = resourceForm.test(resource);
  if (!knownResource) tell(report("view/resource", undefined, { name, resource }, suggestName(resource, standardResources)));
  return knownContext && knownResource;
}

/** Reads keys of a record by what belongs there. */
class Reader {
  readonly #record: Rec;
  readonly #path: string;
  readonly #report: Report;

  constructor(record: Rec, path: string, tell: Report) {
    this.#record = record;
    this.#path = path;
    this.#report = tell;
  }

  required(key: string, expected: string, empty = false): string | undefined {
    const value = this.#record[key];
    if (typeof value === "string" && (empty || value.trim() !== "")) return value;
    const found = typeof value === "string" ? "an empty string" : describeValue(value);
    this.#report(report("view/definition", undefined, { path: `${this.#path}.${key}`, expected, found }));
    return undefined;
  }

  text(key: string): string | undefined {
    const value = this.#record[key];
    if (typeof value === "string") return value.trim() === "" ? undefined : value;
    return this.#odd(key, "a string", value, "none", undefined);
  }

  flag(key: string, otherwise: boolean): boolean {
    const value = this.#record[key];
    return typeof value === "boolean" ? value : this.#odd(key, "a boolean", value, String(otherwise), otherwise);
  }

  record(key: string): Rec {
    const value = this.#record[key];
    return isRecord(value) ? value : this.#odd(key, "a record", value, "an empty one", {});
  }

  /** Absent means open. One author wrote `close`; typings of apps have it too. */
  state(): "open" | "closed" {
    const { state } = this.#record;
    if (state === "open" || state === "closed") return state;
    const taken = typeof state === "string" && /^closed?$/i.test(state) ? "closed" : "open";
    return this.#odd("state", "`open` or `closed`", state, `\`${taken}\``, taken);
  }

  /** Reports a value of another form; nothing and `null` are fine. */
  #odd<Value>(key: string, expected: string, value: unknown, taken: string, otherwise: Value): Value {
    if (value !== undefined && value !== null) {
      const found = typeof value === "string" ? `\`${value}\`` : describeValue(value);
      this.#report(report("view/value", undefined, { path: `${this.#path}.${key}`, expected, found, taken }));
    }
    return otherwise;
  }
}
