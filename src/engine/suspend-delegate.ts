import { charge } from "../runtime/budget.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import { iterate } from "../runtime/iterate.ts";
import { throwType } from "../runtime/throw.ts";
import { iterateAsync } from "./async-generator.ts";
import { GeneratorReturn, Suspension } from "./signals.ts";
import type { RunSteps } from "./suspend-expressions.ts";
import { settleNext } from "./suspend-loops.ts";

/**
 * Links `yield*` (ECMAScript 15.5.5): what is sent, thrown or returned from outside goes to the inner iterator.
 *
 * @param waits In an async generator, whose steps are waited for.
 */
export function linkDelegateSteps(value: RunSteps, waits: boolean): RunSteps {
  return function* (frame, realm) {
    const source = yield* value(frame, realm);
    const iterator = waits ? iterateAsync(realm, source) : iterate(realm, source);
    let take = (): IteratorResult<unknown> => iterator.next();
    let leaving = false;
    for (;;) {
      // Each generator between the one that is asked and the one that answers takes time of the host's.
      charge(realm, 4);
      const result = waits ? yield* settleNext(source, take) : take();
      if (result.done) {
        if (leaving) throw new GeneratorReturn(result.value);
        return result.value;
      }
      leaving = false;
      try {
        const sent = yield new Suspension("yield", result.value);
        take = () => iterator.next(sent as undefined);
      } catch (error) {
        if (error instanceof GeneratorReturn) {
          const { return: close } = iterator;
          if (close === undefined) {
            if (waits) yield new Suspension("await", undefined);
            throw error;
          }
          // The inner generator may go on (`yield` in a `finally`) or give another value (15.5.5).
          leaving = true;
          take = () => close.call(iterator, error.value);
          continue;
        }
        if (!(error instanceof TemplateThrow)) throw error;
        const { throw: fail } = iterator;
        if (fail === undefined) {
          iterator.return?.();
          if (waits) yield new Suspension("await", undefined);
          throwType(realm, "what `yield*` walks can't be thrown into");
        }
        take = () => fail.call(iterator, error.value);
      }
    }
  };
}
