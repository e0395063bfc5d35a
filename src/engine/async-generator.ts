import { TemplateThrow } from "../runtime/failure.ts";
import { Native, Opaque, type OpaqueType } from "../runtime/handles.ts";
import { iterate } from "../runtime/iterate.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { throwType } from "../runtime/throw.ts";
import { createPromise } from "../scope/intrinsics/promise.ts";
import { createDeferred, runSteps } from "./drivers.ts";
import { GeneratorReturn, type Steps, type Suspension } from "./signals.ts";

interface Request {
  readonly go: (steps: Steps) => IteratorResult<Suspension, unknown>;
  readonly resolve: (step: Rec) => void;
  readonly reject: (error: unknown) => void;
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

function enqueue(generator: AsyncGeneratorState, go: Request["go"]): unknown {
  const { promise, resolve, reject } = createDeferred();
  generator.queue.push({ go, resolve, reject });
  if (generator.state !== "running") advance(generator);
  return createPromise(generator.realm, promise);
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
  runSteps(
    realm,
    steps,
    () => request.go(steps),
    (step) => next(() => request.resolve(toStep(step.done ? step.value : (step.value as Suspension).value, step.done === true))),
    (error) => next(() => (error instanceof GeneratorReturn ? request.resolve(toStep(error.value, true)) : request.reject(error))),
  );
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
          return request(state as AsyncGeneratorState, name, value);
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

function request(state: AsyncGeneratorState, how: "next" | "return" | "throw", value: unknown): unknown {
  switch (how) {
    case "next":
      return enqueue(state, (steps) => steps.next(value));
    case "return":
      return enqueue(state, (steps) => steps.throw(new GeneratorReturn(value)));
    case "throw":
      return enqueue(state, (steps) => steps.throw(new TemplateThrow(value, state.realm.at)));
  }
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
    next: (sent?: unknown) => request(state, "next", sent) as IteratorResult<unknown>,
    return: (given?: unknown) => request(state, "return", given) as IteratorResult<unknown>,
    throw: (error?: unknown) => request(state, "throw", error) as IteratorResult<unknown>,
  };
}
