import { report } from "../../diagnostics/report.ts";
import type { WorkspaceSettings } from "../options.ts";
import { openPiece, toPiece, writePiece } from "../piece.ts";
import { fillWords } from "../words.ts";
import type { Entry } from "./item.ts";
import type { ItemSource } from "./item-source.ts";
import { ItemWriter } from "./item-writer.ts";
import { pause } from "./pause.ts";
import { untilAborted } from "./until-aborted.ts";

/** What one timeline may show at most. */
export interface TimelineTotal {
  readonly items: number;
  /** UTF-16 units of HTML. */
  readonly outputLength: number;
  /**
   * Units of fuel that cards may use beyond a twentieth of `limits.fuel` each, all together. When they are used up, each card that follows
   * has that twentieth.
   */
  readonly fuel: number;
}

export interface Timeline {
  readonly source: ItemSource;
  readonly settings: WorkspaceSettings;
  readonly total: TimelineTotal;
  readonly withBody: (entry: Entry) => boolean;
}

/** Bounds of a chunk, measured: smaller ones cost writes, larger ones win nothing. */
const chunk = Object.freeze({ length: 32_768, cards: 32 });

/** Milliseconds after which others get their turn, in the middle of a chunk if need be. To give way after every chunk cost a tenth. */
const turn = 5;

/** Writes a timeline in chunks of HTML. Nothing is read or rendered before a chunk is asked for, and then no more than it holds. */
export async function* writeTimeline(timeline: Timeline, signals: readonly AbortSignal[]): AsyncGenerator<string, void, void> {
  const { source, total, withBody } = timeline;
  // One now for the whole, however long it takes.
  const instant = timeline.settings.card.now();
  const settings = { ...timeline.settings, card: { ...timeline.settings.card, now: () => instant } };
  const writer = new ItemWriter(settings, withBody, total.fuel);
  const attributes = { class: "kv-timeline", "aria-label": settings.words.timeline, "data-theme": settings.theme };
  const gate = new Gate(signals);
  gate.check();
  let began = performance.now();
  const items = source.open();
  try {
    let parts = [openPiece({ tag: "section", attributes })];
    let length = 0;
    let written = 0;
    let count = 0;
    for (;;) {
      const next = items.next();
      const entry = next instanceof Promise ? await gate.wait(next) : next;
      if (entry === undefined) break;
      const exceeded = count >= total.items ? "items" : undefined;
      const html = exceeded === undefined ? writer.write(entry, count) : "";
      const limit = exceeded ?? (written + html.length > total.outputLength ? "outputLength" : undefined);
      if (limit !== undefined) {
        settings.tell(report("workspace/cut", undefined, { limit, most: total[limit] }), {});
        parts.push(writeEnd(settings, source.size === undefined ? undefined : source.size - count));
        break;
      }
      parts.push(html);
      written += html.length;
      length += html.length;
      count++;
      if (length >= chunk.length || parts.length >= chunk.cards) {
        // Joined while it is warm: what is handed out is flat, and no card is kept alive by the next.
        yield parts.join("");
        parts = [];
        length = 0;
      }
      if (performance.now() - began > turn) {
        await pause();
        began = performance.now();
      }
      gate.check();
    }
    if (count === 0 && parts.length === 1) parts.push(writePiece(toPiece("p", { class: "kv-timeline-empty" }, settings.words.noItems)));
    parts.push("</section>");
    yield parts.join("");
  } finally {
    items.close();
  }
}

function writeEnd({ words, card }: WorkspaceSettings, count: number | undefined): string {
  const text =
    count === undefined ? words.moreNotShown : fillWords(words.notShown, { count: new Intl.NumberFormat(card.locale).format(count) });
  return writePiece(toPiece("p", { class: "kv-timeline-end" }, text));
}

/** Where a timeline can be ended from outside. */
class Gate {
  readonly #signals: readonly AbortSignal[];

  constructor(signals: readonly AbortSignal[]) {
    this.#signals = signals;
  }

  /** Throws the reason of a signal that is aborted. */
  check(): void {
    for (const signal of this.#signals) signal.throwIfAborted();
  }

  /** Waits for a promise, or until one of the signals is aborted. */
  async wait<Value>(promise: Promise<Value>): Promise<Value> {
    let waiting = promise;
    for (const signal of this.#signals) waiting = untilAborted(waiting, signal);
    return waiting;
  }
}
