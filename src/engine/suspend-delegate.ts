import { charge } from "../runtime/budget.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import { iterate } from "../runtime/iterate.ts";
import { throwType } from "../runtime/throw.ts";
import { iterateAsync } from "./async-generator.ts";
import { GeneratorReturn, Suspension } from "./signals.ts";
import type { RunSteps } from "./suspend-expressions.ts";
import { settleStep } from "./suspend-loops.ts";

/**
 * Links `yield*` (ECMAScript 15.5.5): what is sent, thrown or returned from outside goes to the inner iterator.
 *
 * @param waits In an async generator, whose steps are waited for.
 */
export function linkDelegateSteps(value: RunSteps, waits: boolean): RunSteps {
  return function* (frame, realm) {
    const source = yield* value(frame, realm);
    const iterator = waits ? iterateAsync(realm, source) : iterate(realm, source);
    let step = iterator.next();
    for (;;) {
      // Each generator between the one that is asked and the one that answers takes time of the host's.
      charge(realm, 4);
      const result = waits ? yield* settleStep(source, step) : step;
      if (result.done) return result.value;
      try {
        step = iterator.next(yield new Suspension("yield", result.value));
      } catch (error) {
        if (error instanceof GeneratorReturn) {
          if (iterator.return === undefined) throw error;
          // The inner generator may go on (`yield` in a `finally`) or give another value (15.5.5).
          const ended = iterator.return(error.value);
          step = ended;
          const last = (waits ? yield new Suspension("await", ended) : ended) as IteratorResult<unknown>;
          if (last.done) throw new GeneratorReturn(last.value);
          continue;
        }
        if (!(error instanceof TemplateThrow)) throw error;
        if (iterator.throw === undefined) {
          iterator.return?.();
          throwType(realm, "what `yield*` walks can't be thrown into");
        }
        step = iterator.throw(error.value);
      }
    }
  };
}
