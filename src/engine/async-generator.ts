import { TemplateThrow } from "../runtime/failure.ts";
import { Native, Opaque, type OpaqueType } from "../runtime/handles.ts";
import { iterate } from "../runtime/iterate.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { throwType } from "../runtime/throw.ts";
import { createPromise, Deferred, toPromise } from "../scope/intrinsics/promise.ts";
import { reportJobLimit } from "../scope/intrinsics/promise-jobs.ts";
import { runSteps } from "./drivers.ts";
import { GeneratorReturn, type Steps, type Suspension } from "./signals.ts";

type Go = (steps: Steps) => IteratorResult<Suspension, unknown>;

interface Request {
  readonly how: "next" | "return" | "throw";
  readonly value: unknown;
  readonly resolve: (step: Rec) => void;
  readonly reject: (error: TemplateThrow) => void;
}

interface AsyncGeneratorState {
  readonly realm: Realm;
  readonly steps: Steps;
  readonly queue: Request[];
  state: "idle" | "running";
}

function toStep(value: unknown, done: boolean): Rec {
  const step = createRecord();
  step.value = value;
  step.done = done;
  return step;
}

function enqueue(generator: AsyncGeneratorState, how: Request["how"], value: unknown): unknown {
  const deferred = new Deferred(generator.realm);
  generator.queue.push({ how, value, ...deferred.createSettlers() });
  if (generator.state !== "running") advance(generator);
  return createPromise(generator.realm, deferred.promise);
}

function advance(generator: AsyncGeneratorState): void {
  const request = generator.queue.shift();
  if (request === undefined) return;
  const { realm, steps } = generator;
  generator.state = "running";
  const next = (answer: () => void): void => {
    generator.state = "idle";
    answer();
    advance(generator);
  };
  const go = (run: Go): void =>
    runSteps(
      realm,
      steps,
      () => run(steps),
      (step) => next(() => request.resolve(toStep(step.done ? step.value : (step.value as Suspension).value, step.done === true))),
      (error) =>
        next(() =>
          error instanceof GeneratorReturn ? request.resolve(toStep(error.value, true)) : request.reject(error as TemplateThrow),
        ),
    );
  const goLater = (run: Go): void => {
    try {
      go(run);
    } catch (error) {
      reportJobLimit(realm, error);
    }
  };
  switch (request.how) {
    case "next":
      return go((all) => all.next(request.value));
    case "throw":
      return go((all) => all.throw(new TemplateThrow(request.value, realm.at)));
    case "return":
      // What it is to return is waited for first, wherever the generator stands (27.6.3.8, 27.6.3.9).
      toPromise(realm, request.value).then(
        (value) => goLater((all) => all.throw(new GeneratorReturn(value))),
        (error: unknown) => goLater((all) => all.throw(error)),
      );
  }
}

const asyncGeneratorType: OpaqueType<AsyncGeneratorState> = {
  name: "AsyncGenerator",
  methods: new Map(
    (["next", "return", "throw"] as const).map((name) => [
      name,
      new Native({
        name,
        length: 1,
        run: (realm, self, [value]) => {
          const state = stateOf(self);
          if (state === undefined) throwType(realm, `\`${name}\` was called on another value`);
          return enqueue(state as AsyncGeneratorState, name, value);
        },
      }),
    ]),
  ),
};

function stateOf(value: unknown): AsyncGeneratorState | undefined {
  return value instanceof Opaque && value.type === asyncGeneratorType ? (value.state as AsyncGeneratorState) : undefined;
}

export function isAsyncGenerator(value: unknown): boolean {
  return stateOf(value) !== undefined;
}

/** Drives an async generator: requests are answered in order. A host generator that has ended throws what is thrown into it. */
export function driveAsyncGenerator(realm: Realm, steps: Steps): unknown {
  return new Opaque(asyncGeneratorType, { realm, steps, queue: [], state: "idle" });
}

/** Walks a value for `for await` and `yield*` of async generators: steps may be promises. */
export function iterateAsync(realm: Realm, value: unknown): Iterator<unknown> {
  const state = stateOf(value);
  if (state === undefined) return iterate(realm, value);
  return {
    next: (sent?: unknown) => enqueue(state, "next", sent) as IteratorResult<unknown>,
    return: (given?: unknown) => enqueue(state, "return", given) as IteratorResult<unknown>,
    throw: (error?: unknown) => enqueue(state, "throw", error) as IteratorResult<unknown>,
  };
}
