import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectOpaque } from "./arguments.ts";
import { createMembers } from "./members.ts";

/** What drives a generator of the template: the engine's own machine, which runs the body. */
export interface GeneratorDriver {
  next(value: unknown): IteratorResult<unknown, unknown>;
  return(value: unknown): IteratorResult<unknown, unknown>;
  throw(value: unknown): IteratorResult<unknown, unknown>;
}

interface GeneratorState {
  readonly driver: GeneratorDriver;
  running: boolean;
}

function toStep(step: IteratorResult<unknown, unknown>): Rec {
  const record = createRecord();
  record.value = step.value;
  record.done = step.done === true;
  return record;
}

/** Iterators of arrays, maps, sets, texts: `next`, and `for…of`. */
const iteratorType: OpaqueType<Iterator<unknown>> = {
  name: "Iterator",
  methods: createMembers("Iterator.prototype", {
    next: (realm, self) => toStep(expectOpaque(realm, self, iteratorType, "next").next()),
    return: (realm, self, [value]) => {
      expectOpaque(realm, self, iteratorType, "return").return?.();
      return toStep({ done: true, value });
    },
  }),
  iterate: (_realm, state) => state,
};

/** Creates an iterator value. What `iterator` yields has to be of the closed universe already. */
export function createIterator(iterator: Iterator<unknown>): Opaque<Iterator<unknown>> {
  return new Opaque(iteratorType, iterator);
}

/** Drives a generator one step. One that calls itself would make the host throw an error of its own. */
function drive(realm: Realm, state: GeneratorState, how: keyof GeneratorDriver, value: unknown): IteratorResult<unknown, unknown> {
  if (state.running) throwType(realm, "the generator is running already");
  state.running = true;
  try {
    return state.driver[how](value);
  } finally {
    state.running = false;
  }
}

const generatorType: OpaqueType<GeneratorState> = {
  name: "Generator",
  methods: createMembers("Generator.prototype", {
    next: (realm, self, [value]) => toStep(drive(realm, expectOpaque(realm, self, generatorType, "next"), "next", value)),
    return: (realm, self, [value]) => toStep(drive(realm, expectOpaque(realm, self, generatorType, "return"), "return", value)),
    throw: (realm, self, [value]) => toStep(drive(realm, expectOpaque(realm, self, generatorType, "throw"), "throw", value)),
  }),
  iterate: (realm, state) => ({
    next: (value?: unknown) => drive(realm, state, "next", value),
    return: (value?: unknown) => drive(realm, state, "return", value),
    throw: (value?: unknown) => drive(realm, state, "throw", value),
  }),
};

/** Creates the value that calling a generator function gives. */
export function createGenerator(driver: GeneratorDriver): Opaque<GeneratorState> {
  return new Opaque<GeneratorState>(generatorType, { driver, running: false });
}
