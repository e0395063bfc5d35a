import type { Component } from "../../runtime/component.ts";
import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createError } from "../../runtime/throw.ts";
import { reportJobLimit } from "../../scope/intrinsics/promise-jobs.ts";
import type { Guard } from "../../scope/react/class-component.ts";
import { toFailure } from "../run-card.ts";
import type { Adapter } from "./adapter.ts";

/** Decides what becomes of what the template throws: a component around takes it, it is reported, or the card has failed. */
export class Failures {
  /** Which adapter renders a component. */
  readonly adapters = new WeakMap<Component, Adapter>();
  /** What a render threw and no component took: the card can't be shown. */
  failure: { readonly error: unknown } | undefined;
  readonly #realm: Realm;
  readonly #stop: () => void;

  /** @param stop Ends what the card has under way: a limit was reached. */
  constructor(realm: Realm, stop: () => void) {
    this.#realm = realm;
    this.#stop = stop;
  }

  /** Takes what a component threw while it was rendered. */
  caught(error: unknown, around: Component | undefined): void {
    const open = this.#offer(error, around);
    if (open !== undefined) this.failure ??= open;
  }

  /** Ends the card with an error of ours, where it stands. */
  fail(message: string): void {
    this.failure ??= { error: new TemplateThrow(createError("Error", message), this.#realm.at) };
  }

  /** Does something that may end the card. */
  attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.failure ??= { error };
    }
  }

  /** Gives what handlers, effects and methods of a component are called within: what they throw does not end the card. */
  guardOf(component: Component | undefined): Guard {
    return (run, alone = false) => {
      const { depth } = this.#realm;
      try {
        run();
      } catch (error) {
        this.#realm.depth = depth;
        this.#realm.component = undefined;
        const open = this.#offer(error, component?.parent);
        this.#realm.depth = depth;
        if (open === undefined) return;
        if (alone) this.failure ??= open;
        else this.#report(open.error);
      }
    };
  }

  /** Offers an error to the components around; gives what is left of it, or what ended the one that was to take it. */
  #offer(error: unknown, around: Component | undefined): { readonly error: unknown } | undefined {
    try {
      return this.#capture(error, around) ? undefined : { error };
    } catch (limit) {
      // Not to the renderer: it would leave the card's place empty, or the page without an answer.
      return { error: limit };
    }
  }

  #capture(error: unknown, around: Component | undefined): boolean {
    // A limit passes every component, as it passes every `catch`.
    if (!(error instanceof TemplateThrow)) return false;
    for (let at = around; at !== undefined; at = at.parent) {
      try {
        if (this.adapters.get(at)?.capture(error.value) === true) return true;
      } catch (another) {
        if (!(another instanceof TemplateThrow)) throw another;
      }
    }
    return false;
  }

  #report(error: unknown): void {
    if (error instanceof LimitError) {
      // Once for each budget: of a thousand effects that find it used up, each would say so.
      if (this.failure === undefined) reportJobLimit(this.#realm, error);
      return this.#stop();
    }
    const failed = toFailure(this.#realm, error, "run/handler");
    // Of a card that has failed as a whole, what its parts run into while they are taken down is no news.
    if (this.failure === undefined) this.#realm.report(failed);
  }
}
