import { Formatter } from "../../formatter.ts";
import type { WorkspaceSettings, WorkspaceSubject } from "../../options.ts";
import type { Piece } from "../../piece.ts";
import { ItemCards } from "../cards.ts";
import { Days } from "../days.ts";
import { type Head, toHead, toKlassLabel, toSearchText } from "../head.ts";
import { toPlainBody } from "../plain-body.ts";
import type { ListedItem } from "./listed-item.ts";

/** What a timeline in a page asks of its items, each at its time: a hundred are shown of a hundred thousand. */
export class TimelineModel {
  readonly settings: WorkspaceSettings;
  readonly cards: ItemCards;
  readonly #formatter: Formatter;
  readonly #days: Days;
  readonly #quiet: { readonly settings: WorkspaceSettings; readonly formatter: Formatter };
  /** Nobody searches for icons. */
  readonly #searched: WorkspaceSettings;

  constructor(settings: WorkspaceSettings) {
    this.settings = settings;
    this.cards = new ItemCards(settings);
    this.#formatter = new Formatter(settings);
    this.#days = new Days(this.#formatter, settings.words);
    const quiet = { ...settings, tell: ignore };
    this.#quiet = { settings: quiet, formatter: new Formatter(quiet) };
    this.#searched = { ...quiet, icons: undefined };
  }

  /** What an item says while it is closed. What is odd about it is told the first time. */
  headOf(item: ListedItem): Head {
    const { settings, formatter } = item.told ? this.#quiet : { settings: this.settings, formatter: this.#formatter };
    item.told = true;
    return toHead(item.entry, settings, formatter);
  }

  searchTextOf(item: ListedItem): string {
    item.searchText ??= toSearchText(toHead(item.entry, this.#searched, this.#quiet.formatter), this.settings.card.locale);
    return item.searchText;
  }

  /** The body of an item that no view is for. */
  plainBodyOf(item: ListedItem): Piece {
    return toPlainBody(item.entry, this.settings, this.#formatter);
  }

  dayOf(item: ListedItem): number {
    item.day ??= this.#days.dayOf(item.entry.at);
    return item.day;
  }

  dayName(day: number): string {
    return this.#days.nameOf(day);
  }

  klassLabel(resource: string): string {
    return toKlassLabel(resource, this.settings);
  }

  formatNumber(number: number): string {
    return new Intl.NumberFormat(this.settings.card.locale).format(number);
  }
}

function ignore(_found: unknown, _subject: WorkspaceSubject): void {}
