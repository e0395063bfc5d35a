import type { RegexPlan } from "../../policy/regex.ts";
import type { RegexNode } from "../../policy/regex-parse.ts";

/** Instructions of the metered matcher; `next` is where to go on. Registers hold capture ends and loop counters. */
export type RegexCode =
  | { readonly op: "atom"; readonly set: AtomTest; readonly step: 1 | -1; next: RegexCode }
  /** A loop over one atom that captures nothing: the common case, one entry of the backtrack stack for all its turns. */
  | Run
  /** What a run tries when what follows it failed. */
  | { readonly op: "resume"; readonly run: Run }
  | { readonly op: "split"; first: RegexCode; second: RegexCode }
  | { readonly op: "save"; readonly register: number; next: RegexCode }
  | { readonly op: "enter"; readonly loop: Loop; next: RegexCode }
  | { readonly op: "turn"; readonly loop: Loop }
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
}

const end: RegexCode = { op: "match" };

/** Compiles a pattern for the metered matcher. The code is a graph of instructions, its size that of the pattern. */
export function createRegexProgram(plan: RegexPlan): RegexProgram {
  const flags = [...plan.flags].filter((flag) => "ius".includes(flag)).join("");
  const builder: Builder = { flags, tests: new Map(), registers: (plan.tree.groups + 1) * 2 };
  const { first } = plan;
  const start = build(builder, plan.tree.root, 1, end);
  return {
    start,
    registers: builder.registers,
    first: first === undefined ? undefined : Array.from({ length: 129 }, (_, bit) => (first & (1n << BigInt(bit))) !== 0n),
    unicode: flags.includes("u"),
    ignoreCase: flags.includes("i"),
    multiline: plan.flags.includes("m"),
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
      return branches.reduceRight((second, first) => ({ op: "split", first, second }));
    }
    case "group": {
      // Leftwards, the end of the group is reached first.
      const [first, last] = step === 1 ? [0, 1] : [1, 0];
      const close: RegexCode = { op: "save", register: node.index * 2 + last, next };
      return { op: "save", register: node.index * 2 + first, next: build(builder, node.body, step, close) };
    }
    case "look":
      return { op: "look", body: build(builder, node.body, node.ahead ? 1 : -1, end), negative: node.negative, next };
    case "repeat":
      return buildRepeat(builder, node, step, next);
  }
}

function buildRepeat(builder: Builder, node: RegexNode & { kind: "repeat" }, step: 1 | -1, next: RegexCode): RegexCode {
  const { min, max, greedy } = node;
  if (node.body.kind === "atom") {
    const run: Run = { op: "run", set: testOf(builder, node.body.source), step, min, max, greedy, next, resume: end };
    run.resume = { op: "resume", run };
    return run;
  }
  const forget = [node.groups[0] * 2, node.groups[1] * 2 + 1] as const;
  const loop: Loop = { min, max, greedy, register: builder.registers, forget, exit: next, turn: end, begin: end, body: end };
  builder.registers += 2;
  loop.turn = { op: "turn", loop };
  loop.begin = { op: "begin", loop };
  loop.body = build(builder, node.body, step, { op: "again", loop });
  return { op: "enter", loop, next: loop.turn };
}
