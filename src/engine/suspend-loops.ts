import type { For, ForEach, Statement, While } from "../ir/nodes.ts";
import { LimitError, TemplateThrow } from "../runtime/failure.ts";
import { closeQuietly, iterate } from "../runtime/iterate.ts";
import type { Realm } from "../runtime/realm.ts";
import { isAsyncGenerator, iterateAsync } from "./async-generator.ts";
import type { Frame } from "./frame.ts";
import type { Linker } from "./linker.ts";
import { continues, payTurn, walkKeys } from "./loops.ts";
import { BREAK, GeneratorReturn, type Signal, type Steps, Suspension } from "./signals.ts";
import type { ExpressionSuspender } from "./suspend-expressions.ts";

export type ExecSteps = (frame: Frame, realm: Realm) => Steps<Signal | undefined>;

/** What the loops of suspending functions link their parts with. */
interface Suspender {
  readonly linker: Linker;
  readonly values: ExpressionSuspender;
  statement(node: Statement, labels: readonly string[]): ExecSteps;
  statements(nodes: readonly Statement[]): ExecSteps;
}

export function linkWhileSteps(node: While, labels: readonly string[], suspender: Suspender): ExecSteps {
  const cost = 1 + suspender.linker.costs.of(node);
  const test = suspender.values.expression(node.test);
  const body = suspender.statement(node.body, []);
  return function* (frame, realm) {
    if (!node.first && !(yield* test(frame, realm))) return undefined;
    do {
      payTurn(realm, node, cost);
      const signal = yield* body(frame, realm);
      if (!continues(signal, labels)) return signal === BREAK ? undefined : signal;
    } while (yield* test(frame, realm));
    return undefined;
  };
}

export function linkForSteps(node: For, labels: readonly string[], suspender: Suspender): ExecSteps {
  const cost = 1 + suspender.linker.costs.of(node);
  const { linker, values } = suspender;
  const { enter, own, result } = linker.scoped(node.head, () => ({
    init: suspender.statements(node.head.statements),
    test: node.test === null ? undefined : values.expression(node.test),
    update: node.update === null ? undefined : values.expression(node.update),
    body: suspender.statement(node.body, []),
  }));
  const { init, test, update, body } = result;
  return function* (outer, realm) {
    let frame = enter(outer);
    yield* init(frame, realm);
    if (own) frame = frame.slice();
    for (;;) {
      if (test !== undefined && !(yield* test(frame, realm))) return undefined;
      payTurn(realm, node, cost);
      const signal = yield* body(frame, realm);
      if (!continues(signal, labels)) return signal === BREAK ? undefined : signal;
      if (own) frame = frame.slice();
      if (update !== undefined) yield* update(frame, realm);
    }
  };
}

export function linkForEachSteps(node: ForEach, labels: readonly string[], suspender: Suspender): ExecSteps {
  const cost = 1 + suspender.linker.costs.of(node);
  const { linker, values } = suspender;
  const value = values.expression(node.value);
  const { enter, result } = linker.scoped(node.scope, () => ({
    fill: values.targets.target(node.target, node.scope.bindings.length > 0),
    body: suspender.statement(node.body, []),
  }));
  const { fill, body } = result;
  const waits = node.form === "await";
  return function* (outer, realm) {
    const subject = yield* value(outer, realm);
    realm.at = node.value.span[0];
    const iterator = node.form === "in" ? walkKeys(realm, subject) : waits ? iterateAsync(realm, subject) : iterate(realm, subject);
    for (;;) {
      const step = waits ? yield* settleNext(subject, () => iterator.next()) : iterator.next();
      if (step.done) return undefined;
      payTurn(realm, node, cost);
      const frame = enter(outer);
      let signal: Signal | undefined;
      try {
        yield* fill(frame, realm, step.value);
        signal = yield* body(frame, realm);
      } catch (error) {
        if (waits) yield* closeAsync(subject, iterator, error);
        else if (error instanceof GeneratorReturn) iterator.return?.();
        else closeQuietly(iterator, error);
        throw error;
      }
      if (continues(signal, labels)) continue;
      // Closing runs functions of the template; the value that is on its way out is not theirs.
      const { result: leaving } = realm;
      const closing = iterator.return?.();
      if (waits) yield* settleClosing(subject, iterator, closing);
      realm.result = leaving;
      return signal === BREAK ? undefined : signal;
    }
  };
}

/** Takes a step of `for await` or `yield*` and waits for it; what fails at once is heard as late as what fails later. */
export function* settleNext(subject: unknown, take: () => unknown): Steps<IteratorResult<unknown>> {
  let next: unknown;
  try {
    next = take();
  } catch (error) {
    if (error instanceof TemplateThrow) yield new Suspension("await", undefined);
    throw error;
  }
  return yield* settleStep(subject, next);
}

/**
 * Waits for a step of `for await`. Values of what is not an async generator are waited for, and then the step that they are part of
 * (27.1.4.4).
 */
function* settleStep(subject: unknown, next: unknown): Steps<IteratorResult<unknown>> {
  if (isAsyncGenerator(subject)) return (yield new Suspension("await", next)) as IteratorResult<unknown>;
  const step = next as IteratorResult<unknown> | undefined;
  let value: unknown;
  try {
    value = yield new Suspension("await", step?.value);
  } catch (error) {
    if (error instanceof TemplateThrow) yield new Suspension("await", undefined);
    throw error;
  }
  yield new Suspension("await", undefined);
  return { done: step?.done === true, value };
}

/** Waits for what closing gave; what has nothing to close is waited for as well, but not as a step. */
function* settleClosing(subject: unknown, iterator: Iterator<unknown>, closing: unknown): Steps<void> {
  if (iterator.return === undefined) yield new Suspension("await", undefined);
  else yield* settleStep(subject, closing);
}

/** Closes after a failure of the body and waits for the end; the failure is heard, not what closing throws (7.4.13). */
function* closeAsync(subject: unknown, iterator: Iterator<unknown>, error: unknown): Steps<void> {
  if (!(error instanceof TemplateThrow) && !(error instanceof GeneratorReturn)) return;
  try {
    yield* settleClosing(subject, iterator, iterator.return?.());
  } catch (inner) {
    if (inner instanceof LimitError || error instanceof GeneratorReturn) throw inner;
  }
}
