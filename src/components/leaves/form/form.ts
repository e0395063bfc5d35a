import type { FormField, FormState } from "../../../runtime/host.ts";
import { PressWatch } from "./press-watch.ts";

/** A row of a create form. */
export interface FormRow {
  /** Where it stands; absent while it is not in the page. */
  place(): Element | null;
  read(): FormField;
  /** Says what is wrong with what was entered. */
  complain(): void;
  focus(): void;
}

/** The rows of one card's create form. The host hears of them once for all that happens at a time. */
export class Form {
  readonly #root: Element;
  readonly #rows = new Set<FormRow>();
  readonly #tell: (form: FormState) => void;
  readonly #press: PressWatch;
  #isAsked = false;

  constructor(root: Element, tell: (form: FormState) => void) {
    this.#root = root;
    this.#press = new PressWatch(root.ownerDocument);
    this.#tell = tell;
  }

  /** Adds a row; gives what takes it away. */
  add(row: FormRow): () => void {
    if (this.#rows.size === 0) {
      this.#root.addEventListener("submit", this.#hold, true);
      this.#press.begin();
    }
    this.#rows.add(row);
    this.change();
    return () => {
      this.#rows.delete(row);
      if (this.#rows.size === 0) {
        this.#root.removeEventListener("submit", this.#hold, true);
        this.#press.end();
      }
      this.change();
    };
  }

  /** Something was entered, or a row is another. */
  change(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      this.#tell(this.#read());
    });
  }

  /** The reader has left a row: it says what is wrong, which moves all that is below it, once they have pressed what they are pressing. */
  leave(row: () => void): void {
    this.#press.after(row);
  }

  /** Has rows say what is wrong with them, those within an element or all; gives whether nothing is. */
  check(within?: Element): boolean {
    const wrong = this.#sort().filter((row) => (within?.contains(row.place()) ?? true) && row.read().problem !== undefined);
    for (const row of wrong) row.complain();
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  /** As in any page, a form with something wrong in it is not submitted: the template does not hear of it. */
  readonly #hold = (event: Event): void => {
    if (!this.check(event.target as Element)) event.stopImmediatePropagation();
  };

  #read(): FormState {
    const fields = this.#sort().map((row) => row.read());
    return { fields, isValid: fields.every(({ problem }) => problem === undefined), check: () => this.check() };
  }

  /** In the order of the page: rows come and go. */
  #sort(): readonly FormRow[] {
    const placed = [...this.#rows].flatMap((row) => {
      const place = row.place();
      return place === null ? [] : [{ row, place }];
    });
    // 4: the other follows.
    return placed.sort((a, b) => (a.place.compareDocumentPosition(b.place) & 4 ? -1 : 1)).map(({ row }) => row);
  }
}
