import { toAttributeLabel } from "../context/attribute-label.ts";
import { Bag } from "../context/bag.ts";
import { formatValue } from "../context/format-value.ts";
import { formatInstant, formatTime } from "../context/zoned-time.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createRealm } from "../render/realm.ts";
import { LimitError } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord } from "../runtime/record.ts";
import type { WorkspaceSettings, WorkspaceSubject } from "./options.ts";

/** Formats what stands around cards as cards format it: values by klass and suffix, dates by locale and zone, masks as presented. */
export class Formatter {
  readonly realm: Realm;
  readonly #settings: WorkspaceSettings;
  #subject: WorkspaceSubject = {};

  constructor(settings: WorkspaceSettings) {
    this.#settings = settings;
    const onDiagnostic = (found: Diagnostic) => settings.tell(found, this.#subject);
    const program = { name: "workspace", scopeId: "workspace", lines: [0], facts: { writes: false } };
    const source = { program, formatters: new Map<string, unknown>(), icons: settings.icons };
    this.realm = createRealm(source, new Bag("", createRecord(), settings.klasses), { ...settings.card, onDiagnostic });
  }

  /** Begins with another record: it has a budget of its own, and what is found in it is told as its. */
  enter(resource: string, subject: WorkspaceSubject): void {
    this.realm.resource = resource;
    this.realm.fuel = this.realm.limits.fuel;
    this.realm.store.clear();
    this.#subject = subject;
  }

  /** The text of an attribute's value, as `Field` shows it. A value that is too large to format is three dots. */
  text(value: unknown, attribute: string): string {
    try {
      return String(formatValue(this.realm, value, attribute));
    } catch (error) {
      if (error instanceof LimitError) return "…";
      throw error;
    }
  }

  /** The label of an attribute, as `Field` shows it. */
  label(attribute: string): string {
    return this.#settings.klasses.displayName(this.realm.resource, attribute) ?? toAttributeLabel(attribute);
  }

  /** `3:04 PM`. */
  time(at: number): string {
    return formatTime(this.realm, at);
  }

  /** `Oct 2, 2026 3:04 PM`. */
  instant(at: number): string {
    return formatInstant(this.realm, at);
  }
}
