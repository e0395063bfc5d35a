import { toAttributeLabel } from "../context/attribute-label.ts";
import { Bag } from "../context/bag.ts";
import { formatValue } from "../context/format-value.ts";
import { rememberFormatter } from "../context/formatters.ts";
import { formatDay, formatTime } from "../context/zoned-time.ts";
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
  readonly #told = new Set<string>();
  #subject: WorkspaceSubject = {};
  #quiet = false;
  #day: { readonly at: number; readonly number: number } | undefined;
  #date: { readonly day: number; readonly text: string } | undefined;

  constructor(settings: WorkspaceSettings) {
    this.#settings = settings;
    const onDiagnostic = (found: Diagnostic) => {
      if (!this.#quiet) settings.tell(found, this.#subject);
    };
    const program = { name: "workspace", scopeId: "workspace", lines: [0], facts: { writes: false } };
    const source = { program, formatters: new Map<string, unknown>(), icons: settings.icons };
    this.realm = createRealm(source, new Bag("", createRecord(), settings.klasses), { ...settings.card, onDiagnostic });
  }

  /**
   * Begins with another record: it has a budget of its own, and what is found in it is told as its.
   *
   * @param quiet Values of a wrong type are not told: somebody else shows the same ones, and tells.
   */
  enter(resource: string, subject: WorkspaceSubject, quiet = false): void {
    this.#quiet = quiet;
    this.realm.resource = resource;
    this.realm.fuel = this.realm.limits.fuel;
    this.realm.store.clear();
    this.#subject = subject;
  }

  /** Tells what is the same for any number of records, once. */
  tellOnce(found: Diagnostic): void {
    if (this.#told.has(found.message) || this.#told.size >= mostTold) return;
    this.#told.add(found.message);
    this.#settings.tell(found, this.#subject);
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

  /** The time of day: `3:04 PM`. */
  time(at: number): string {
    return formatTime(this.realm, at);
  }

  /** The day: `Oct 2, 2026`. */
  date(at: number): string {
    const day = this.dayOf(at);
    // Items stand day by day: the last one's date is the next one's as a rule.
    if (this.#date?.day !== day) this.#date = { day, text: formatDay(this.realm, day * dayLength) };
    return this.#date.text;
  }

  /** Numbers the day of the viewer's calendar that an instant falls on: days since 1970, the same for all instants of one day. */
  dayOf(at: number): number {
    if (this.#day?.at !== at) this.#day = { at, number: this.#findDay(at) };
    return this.#day.number;
  }

  #findDay(at: number): number {
    const { timeZone } = this.realm;
    if (timeZone === "UTC") return Math.floor(at / dayLength);
    const formatter = rememberFormatter(
      this.realm,
      `workspace/numbers ${timeZone}`,
      () => new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", year: "numeric", month: "numeric", day: "numeric" }),
    );
    const [month, date, year] = formatter.format(at).split("/").map(Number) as [number, number, number];
    return new Date(0).setUTCFullYear(year, month - 1, date) / dayLength;
  }
}

/** A host reads a thousand reports no better than these. */
const mostTold = 200;

/** Milliseconds. */
export const dayLength = 86_400_000;
