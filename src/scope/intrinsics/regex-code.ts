import type { RegexPlan } from "../../policy/regex.ts";
import type { RegexNode } from "../../policy/regex-parse.ts";

/** Instructions of the metered matcher; `next` is where to go on. Registers hold capture ends and loop counters. */
export type RegexCode =
  | { readonly op: "atom"; readonly set: AtomTest; readonly step: 1 | -1; next: RegexCode }
  /** A loop over one atom that captures nothing: the common case, one entry of the backtrack stack for all its turns. */
  | Run
  /** What a run tries when what follows it failed. */
  | { readonly op: "resume"; readonly run: Run }
  | { readonly op: "split"; first: RegexCode; second: RegexCode; readonly place: Place | undefined }
  | { readonly op: "save"; readonly register: number; next: RegexCode }
  | { readonly op: "enter"; readonly loop: Loop; next: RegexCode }
  | { readonly op: "turn"; readonly loop: Loop; readonly place: Place | undefined }
  | { readonly op: "begin"; readonly loop: Loop }
  | { readonly op: "again"; readonly loop: Loop }
  | { readonly op: "anchor"; readonly at: "start" | "end" | "boundary" | "inside"; next: RegexCode }
  | { readonly op: "back"; readonly group: number; readonly step: 1 | -1; next: RegexCode }
  | { readonly op: "look"; readonly body: RegexCode; readonly negative: boolean; next: RegexCode }
  | { readonly op: "match" };

export interface Run {
  readonly op: "run";
  readonly set: AtomTest;
  readonly step: 1 | -1;
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
  readonly next: RegexCode;
  resume: RegexCode;
}

/**
 * A place in the code where paths meet. What can follow depends on it, the place in the text and the turns of the loops
 * around it: where that failed once, it fails again, so it is tried once only.
 */
export interface Place {
  /** Number of the first of its states; each place in the text has all states of all places. */
  readonly base: number;
  readonly loops: readonly Loop[];
}

/** A counted or unbounded repetition. */
export interface Loop {
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
  /** Register of the number of turns; the next one holds where the current turn began. */
  readonly register: number;
  /** Captures to forget at each turn, as registers. */
  readonly forget: readonly [from: number, to: number];
  readonly exit: RegexCode;
  turn: RegexCode;
  begin: RegexCode;
  body: RegexCode;
}

/** A pattern made ready for the metered matcher. */
export interface RegexProgram {
  readonly start: RegexCode;
  readonly registers: number;
  /** Which ASCII characters can begin a match (and, last, whether others can); absent where a match may be empty. */
  readonly first: readonly boolean[] | undefined;
  readonly unicode: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  /** States for each place in the text, where failures can be remembered; 0 where they can't. */
  readonly states: number;
}

/** Tells whether one character matches an atom. The host is asked, one character at a time; ASCII answers are kept. */
export class AtomTest {
  readonly #pattern: RegExp;
  readonly #ascii = new Int8Array(128).fill(-1);

  constructor(source: string, flags: string) {
    this.#pattern = new RegExp(`^(?:${source})$`, flags);
  }

  matches(character: string): boolean {
    const code = character.charCodeAt(0);
    if (code >= 128) return this.#pattern.test(character);
    let answer = this.#ascii[code] as number;
    if (answer < 0) {
      answer = this.#pattern.test(character) ? 1 : 0;
      this.#ascii[code] = answer;
    }
    return answer === 1;
  }
}

interface Builder {
  readonly flags: string;
  readonly tests: Map<string, AtomTest>;
  registers: number;
  states: number;
  /** Failures are remembered: outside of assertions, which end at their first success. */
  remembers: boolean;
  readonly loops: Loop[];
}

const end: RegexCode = { op: "match" };

/** Compiles a pattern for the metered matcher. The code is a graph of instructions, its size that of the pattern. */
export function createRegexProgram(plan: RegexPlan, remembers = false): RegexProgram {
  const flags = [...plan.flags].filter((flag) => "ius".includes(flag)).join("");
  const builder: Builder = { flags, tests: new Map(), registers: (plan.tree.groups + 1) * 2, states: 0, remembers, loops: [] };
  const { first } = plan;
  const start = build(builder, plan.tree.root, 1, end);
  return {
    start,
    registers: builder.registers,
    first: first === undefined ? undefined : Array.from({ length: 129 }, (_, bit) => (first & (1n << BigInt(bit))) !== 0n),
    unicode: flags.includes("u"),
    ignoreCase: flags.includes("i"),
    multiline: plan.flags.includes("m"),
    states: builder.states,
  };
}

function testOf(builder: Builder, source: string): AtomTest {
  let test = builder.tests.get(source);
  if (test === undefined) {
    test = new AtomTest(source, builder.flags);
    builder.tests.set(source, test);
  }
  return test;
}

/** Builds the code of a node in front of what follows it. `step` is -1 inside a look-behind, which runs leftwards. */
function build(builder: Builder, node: RegexNode, step: 1 | -1, next: RegexCode): RegexCode {
  switch (node.kind) {
    case "atom":
      return { op: "atom", set: testOf(builder, node.source), step, next };
    case "anchor":
      return { op: "anchor", at: node.at, next };
    case "back":
      return { op: "back", group: node.group, step, next };
    case "sequence": {
      let code = next;
      const items = step === 1 ? node.items.toReversed() : node.items;
      for (const item of items) code = build(builder, item, step, code);
      return code;
    }
    case "choice": {
      const branches = node.branches.map((branch) => build(builder, branch, step, next));
      return branches.reduceRight((second, first) => ({ op: "split", first, second, place: createPlace(builder, builder.loops) }));
    }
    case "group": {
      // Leftwards, the end of the group is reached first.
      const [first, last] = step === 1 ? [0, 1] : [1, 0];
      const close: RegexCode = { op: "save", register: node.index * 2 + last, next };
      return { op: "save", register: node.index * 2 + first, next: build(builder, node.body, step, close) };
    }
    case "look": {
      const { remembers } = builder;
      builder.remembers = false;
      const body = build(builder, node.body, node.ahead ? 1 : -1, end);
      builder.remembers = remembers;
      return { op: "look", body, negative: node.negative, next };
    }
    case "repeat":
      return buildRepeat(builder, node, step, next);
  }
}

function buildRepeat(builder: Builder, node: RegexNode & { kind: "repeat" }, step: 1 | -1, next: RegexCode): RegexCode {
  const { min, max, greedy } = node;
  if (node.body.kind === "atom" && !builder.remembers) {
    const run: Run = { op: "run", set: testOf(builder, node.body.source), step, min, max, greedy, next, resume: end };
    run.resume = { op: "resume", run };
    return run;
  }
  const forget = [node.groups[0] * 2, node.groups[1] * 2 + 1] as const;
  const loop: Loop = { min, max, greedy, register: builder.registers, forget, exit: next, turn: end, begin: end, body: end };
  builder.registers += 2;
  builder.loops.push(loop);
  loop.turn = { op: "turn", loop, place: createPlace(builder, builder.loops) };
  loop.begin = { op: "begin", loop };
  loop.body = build(builder, node.body, step, { op: "again", loop });
  builder.loops.pop();
  return { op: "enter", loop, next: loop.turn };
}

function createPlace(builder: Builder, loops: readonly Loop[]): Place | undefined {
  if (!builder.remembers) return undefined;
  const base = builder.states;
  builder.states += loops.reduce((product, loop) => product * statesOf(loop), 1);
  return { base, loops: [...loops] };
}

/** In how many ways a loop may stand: the turns as far as they matter, and whether the turn has matched anything yet. */
export function statesOf({ min, max }: Loop): number {
  return ((max === Number.POSITIVE_INFINITY ? min : max) + 1) * 2;
}

/** Tells whether what follows a place in the code can depend on what was captured. */
export function hasBackReference(node: RegexNode): boolean {
  switch (node.kind) {
    case "back":
      return true;
    case "group":
    case "look":
    case "repeat":
      return hasBackReference(node.body);
    case "sequence":
      return node.items.some(hasBackReference);
    case "choice":
      return node.branches.some(hasBackReference);
    default:
      return false;
  }
}
