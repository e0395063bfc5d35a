import type { Realm } from "../../runtime/realm.ts";
import type { Effects } from "./effects.ts";
import type { Entries } from "./entries.ts";
import type { Failures } from "./failures.ts";
import { checkPageRepeats } from "./repeats.ts";

/** Renders that one entry may cause by setting state in effects, before that is a loop. */
const mostUpdates = 50;
const tooMany = "the card sets its state in every update: it would never be finished";

/** What a card does to bring the page up to date. */
export interface Renderer {
  /** Whether the card is to be kept up to date: it has not failed, and is not gone. */
  readonly isLive: boolean;
  /** Whether something is to be rendered again. */
  readonly hasChanges: boolean;
  renderChanges(): void;
  showFailure(error: unknown): void;
  readonly realm: Realm;
  readonly page: { readonly root: Element };
  /** Has `runEffects` called in a task of its own. */
  askEffects(): void;
}

/** Renders what has changed until nothing has, with effects in between as React has them. */
export class Updates {
  readonly #renderer: Renderer;
  readonly #entries: Entries;
  readonly #effects: Effects;
  readonly #failures: Failures;
  #running = false;
  #asked = false;

  constructor(renderer: Renderer, entries: Entries, effects: Effects, failures: Failures) {
    this.#renderer = renderer;
    this.#entries = entries;
    this.#effects = effects;
    this.#failures = failures;
  }

  /** Runs what the template does to the page. In a job of its own, too, it is looked at before the browser looks. */
  watch<T>(run: () => T): T {
    const result = this.#entries.inside(run);
    if (this.#renderer.realm.references > 0) this.ask();
    return result;
  }

  /** Something has changed: an entry brings the page up to date when it ends; of a job of the template, a job of ours does. */
  ask(): void {
    if (this.#asked || this.#running) return;
    this.#asked = true;
    // A microtask, which renews no budget: state that a job has set is rendered on what is left.
    queueMicrotask(() => {
      this.#asked = false;
      this.run(false);
    });
  }

  /** @param passiveNow The reader waits for the result: effects run at once, not after the page was painted. */
  run(passiveNow: boolean): void {
    if (this.#running || !this.#renderer.isLive) return;
    this.#running = true;
    try {
      this.#entries.inside(() => this.#settle(passiveNow));
    } finally {
      this.#running = false;
    }
    if (this.#effects.hasPassive) this.#renderer.askEffects();
  }

  #settle(passiveNow: boolean): void {
    const renderer = this.#renderer;
    for (let updates = 0; ; updates++) {
      this.#effects.commit();
      const { failure } = this.#failures;
      if (failure !== undefined) return renderer.showFailure(failure.error);
      const changed = renderer.hasChanges;
      if (this.#effects.hasPassive && (changed || passiveNow)) {
        // Effects of the last render run before the next one.
        this.#effects.runPassive();
        if (!changed) continue;
      }
      if (!changed) {
        this.#failures.attempt(() => this.#checkPage());
        if (this.#failures.failure === undefined) return;
      } else if (updates >= mostUpdates) this.#failures.fail(tooMany);
      else renderer.renderChanges();
    }
  }

  #checkPage(): void {
    const { realm, page } = this.#renderer;
    if (realm.references > 0) checkPageRepeats(realm, page.root);
  }
}
