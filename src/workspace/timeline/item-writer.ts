import type { Bag } from "../../context/bag.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import { renderCard } from "../../render/html.ts";
import type { Settings } from "../../render/options.ts";
import { type Fault, toFault } from "../fault.ts";
import { Formatter } from "../formatter.ts";
import type { WorkspaceSettings, WorkspaceSubject } from "../options.ts";
import { openPiece, writePiece } from "../piece.ts";
import { type ItemCard, ItemCards, toCardPrefix, toItemBag, toItemPrefix } from "./cards.ts";
import { Days } from "./days.ts";
import { FuelAccount } from "./fuel-account.ts";
import { toHead } from "./head.ts";
import type { Entry } from "./item.ts";
import { toDayPiece, toErrorPiece, toHeadPieces } from "./pieces.ts";
import { toPlainBody } from "./plain-body.ts";
import { findRecord } from "./record.ts";

/** Writes the items of one timeline as HTML, one after the other. Whatever an item holds, it costs that item alone. */
export class ItemWriter {
  readonly #settings: WorkspaceSettings;
  readonly #withBody: (entry: Entry) => boolean;
  readonly #formatter: Formatter;
  readonly #days: Days;
  readonly #cards: ItemCards;
  readonly #account: FuelAccount;
  /** The day of the item that was written last. */
  #day: number | undefined;

  /**
   * @param withBody Tells which items have their bodies in the HTML.
   * @param fuel Units that all cards may use beyond their shares.
   */
  constructor(settings: WorkspaceSettings, withBody: (entry: Entry) => boolean, fuel: number) {
    this.#settings = settings;
    this.#withBody = withBody;
    this.#formatter = new Formatter(settings);
    this.#days = new Days(this.#formatter, settings.words);
    this.#cards = new ItemCards(settings);
    this.#account = new FuelAccount(settings.card.limits, fuel);
  }

  /** Writes an item; in front of it the heading of its day, where another day begins. @param number No other item has it. */
  write(entry: Entry, number: number): string {
    const day = this.#days.dayOf(entry.at);
    const heading = day === this.#day ? "" : writePiece(toDayPiece(this.#days.nameOf(day)));
    this.#day = day;
    const made = this.#withBody(entry) ? toItemBag(entry, this.#settings) : undefined;
    const bag = made !== undefined && "bag" in made ? made.bag : undefined;
    const titleId = `${toItemPrefix(this.#settings, number)}-title`;
    const open = openPiece({ tag: "article", attributes: { class: "kv-item", "data-kv-item": entry.id, "aria-labelledby": titleId } });
    const head = toHead(entry, this.#settings, this.#formatter, bag && findRecord(entry, bag));
    const pieces = toHeadPieces(head, titleId).map(writePiece).join("");
    if (made === undefined) return `${heading}${open}<div class="kv-item-head kv-item-fixed">${pieces}</div></article>`;
    const body = "bag" in made ? this.#writeBody(entry, number, made.bag) : this.#writeFault(made.fault, { item: entry.id });
    const details = `<details class="kv-item-details"${entry.expanded ? ' open=""' : ""}><summary class="kv-item-head">${pieces}</summary>`;
    return `${heading}${open}${details}<div class="kv-item-body">${body}</div></details></article>`;
  }

  #writeBody(entry: Entry, number: number, bag: Bag): string {
    const cards = this.#cards.for(entry);
    if (cards.length > 0)
      return cards.map((card, index) => this.#writeCard(card, entry, bag, toCardPrefix(this.#settings, number, index))).join("");
    const write = () => writePiece(toPlainBody(entry, this.#settings, this.#formatter, findRecord(entry, bag)));
    return this.#guard(write, { item: entry.id });
  }

  #writeCard({ view, template, failed }: ItemCard, { id }: Entry, bag: Bag, idPrefix: string): string {
    // What is wrong with a template was told when it was compiled.
    if (template === undefined) return toCardFrame(writePiece(toErrorPiece(failed)));
    const subject = { item: id, view: view.name };
    const { card } = this.#settings;
    // Told when the card is written: a listener that throws is the host's fault, not the card's.
    let found: Diagnostic[] | undefined;
    const { limits, isEmpty } = this.#account;
    const policy = { ...card.policy, idPrefix };
    const settings: Settings = { ...card, limits, policy, onDiagnostic: (one) => (found ??= []).push(one) };
    const html = this.#guard(() => renderCard(template, bag, settings, (fuel) => this.#account.pay(fuel)), subject);
    if (this.#account.isEmpty && !isEmpty)
      this.#settings.tell(report("workspace/fuel", undefined, { share: this.#account.share }), subject);
    if (found !== undefined) for (const one of found as readonly Diagnostic[]) this.#settings.tell(one, subject);
    return toCardFrame(html);
  }

  /** Runs what may fail for a fault of the host's: of its components, of what it says of addresses. */
  #guard(write: () => string, subject: WorkspaceSubject): string {
    try {
      return write();
    } catch (error) {
      return this.#writeFault(toFault(subject.item ?? "", error), subject);
    }
  }

  #writeFault({ told, shown }: Fault, subject: WorkspaceSubject): string {
    this.#settings.tell(told, subject);
    return writePiece(shown);
  }
}

function toCardFrame(html: string): string {
  return `<div class="kv-item-card kv-root">${html}</div>`;
}
