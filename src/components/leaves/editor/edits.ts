/** Sends a change to the host, given the value that it replaces. */
export type Send = (value: unknown, previous: unknown) => Promise<unknown>;

/** What the host failed with. */
interface Failure {
  readonly error: unknown;
}

interface Edit {
  readonly value: unknown;
  /** Shown in the place of the data's value until data with news come. */
  shown: boolean;
}

/**
 * The edits of one attribute. What was entered last is shown at once; the host hears of one edit after the other, in order. One that it
 * does not take is undone. New data win over all edits before them, unless they bring what an edit has written.
 */
export class Edits {
  readonly #send: Send;
  readonly #onChange: (failure?: Failure) => void;
  readonly #pending: Edit[] = [];
  #base: unknown;
  #taken: { readonly value: unknown } | undefined;
  #sending = false;

  /** @param onChange Called when something is shown otherwise than before; with what the host failed with, where it did. */
  constructor(base: unknown, send: Send, onChange: (failure?: Failure) => void) {
    this.#base = base;
    this.#send = send;
    this.#onChange = onChange;
  }

  /** What is shown in the place of the data's value; `undefined` for nothing. */
  get shown(): { readonly value: unknown } | undefined {
    return this.#pending.findLast(({ shown }) => shown) ?? this.#taken;
  }

  /** Edits are under way. */
  get isBusy(): boolean {
    return this.#pending.length > 0;
  }

  /** Takes the data's value; gives whether that was news. */
  take(value: unknown): boolean {
    if (isSame(value, this.#base)) return false;
    this.#base = value;
    const own = this.#pending.findIndex((edit) => isSame(edit.value, value));
    const isOwn = own !== -1 || (this.#taken !== undefined && isSame(this.#taken.value, value));
    this.#taken = undefined;
    // What an edit has written: those after it are still to come.
    for (const [index, edit] of this.#pending.entries()) if (!isOwn || index <= own) edit.shown = false;
    return !isOwn;
  }

  add(value: unknown): void {
    this.#pending.push({ value, shown: true });
    this.#onChange();
    if (!this.#sending) void this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    for (let edit = this.#pending[0]; edit !== undefined; edit = this.#pending[0]) {
      let failure: Failure | undefined;
      try {
        await this.#send(edit.value, this.#taken === undefined ? this.#base : this.#taken.value);
        if (edit.shown) this.#taken = { value: edit.value };
      } catch (error) {
        failure = { error };
      }
      this.#pending.shift();
      this.#onChange(failure);
    }
    this.#sending = false;
  }
}

/** Plain data are the same if they print the same; no value is none, however it is written. */
export function isSame(a: unknown, b: unknown): boolean {
  return print(a) === print(b);
}

function print(value: unknown): string {
  return value === undefined || value === "" ? "null" : JSON.stringify(value);
}
