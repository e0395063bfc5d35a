import type { RegexNode } from "./regex-parse.ts";

/**
 * An upper bound of the form `factor · nᵈᵉᵍʳᵉᵉ`, where `n` is the length of the subject plus one. An infinite factor
 * means: no polynomial bound is known.
 */
export interface Bound {
  readonly factor: number;
  readonly degree: number;
}

/** Which characters something can begin with: one bit for each ASCII character, bit 128 for all the others. */
export type CharSet = bigint;

const none: CharSet = 0n;
const other: CharSet = 1n << 128n;
const every: CharSet = (1n << 129n) - 1n;
const one: Bound = { factor: 1, degree: 0 };
const linear: Bound = { factor: 1, degree: 1 };
const unbounded: Bound = { factor: Number.POSITIVE_INFINITY, degree: 0 };

/**
 * What is known of a part of a pattern. The model is the tree of attempts of a backtracking matcher from one fixed
 * place in the subject: its size is what matching can cost.
 */
export interface RegexFacts {
  readonly nullable: boolean;
  readonly first: CharSet;
  /** Characters with which the part can go on where it could also end. */
  readonly extend: CharSet;
  /** At each place, the next character alone decides how to go on: one path for each stretch of text. */
  readonly deterministic: boolean;
  /** Nodes of the part: what a deterministic one can try at one place. */
  readonly size: number;
  /** In how many ways the part can match nothing. */
  readonly empties: number;
  /** Steps until the part has given up, where the next character is none that it can begin with. */
  readonly entry: Bound;
  /** Cost of the assertions and back-references tried at one place. */
  readonly checks: Bound;
  /** In how many ways the part can match from one place, each of which runs what follows. */
  readonly ways: Bound;
  /** Steps for trying all these ways. */
  readonly work: Bound;
}

/** A part that matches nothing, at every place, in one way. */
const nothing: RegexFacts = {
  nullable: true,
  first: none,
  extend: none,
  deterministic: true,
  size: 0,
  empties: 1,
  entry: one,
  checks: { factor: 0, degree: 0 },
  ways: one,
  work: one,
};

export function times(a: Bound, b: Bound): Bound {
  return { factor: a.factor * b.factor, degree: a.degree + b.degree };
}

export function plus(a: Bound, b: Bound): Bound {
  return { factor: a.factor + b.factor, degree: Math.max(a.degree, b.degree) };
}

function scale(factor: number): Bound {
  return { factor, degree: 0 };
}

function least(a: Bound, b: Bound): Bound {
  if (a.factor === Number.POSITIVE_INFINITY) return b;
  if (a.degree !== b.degree) return a.degree < b.degree ? a : b;
  return a.factor <= b.factor ? a : b;
}

/** What a deterministic part can cost at most: one path, at each place of it every attempt and assertion once. */
function onePath(facts: { readonly size: number; readonly checks: Bound }): Bound {
  return times(linear, plus(scale(facts.size), facts.checks));
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join("");
const onlyAscii = /^(?:[^\\[.\x80-\uffff]|\\[dwtnrvf0/\\.*+?()[\]{}|^$-]|\[(?!\^)(?:[^\\\x80-\uffff]|\\[dwtnrvfb/\\.*+?()[\]{}|^$-])*\])$/;

/** Judges patterns of one set of flags; remembers the character sets of its atoms. */
export class RegexJudge {
  readonly #flags: string;
  readonly #ignoreCase: boolean;
  readonly #sets = new Map<string, CharSet>();

  constructor(flags: string) {
    this.#flags = [...flags].filter((flag) => "ius".includes(flag)).join("");
    this.#ignoreCase = flags.includes("i");
  }

  /**
   * Gives what is known of a part.
   *
   * @param backward Inside a look-behind, which is matched from right to left: what begins and what follows change
   *   places there, so sequences are not taken for deterministic.
   */
  judge(node: RegexNode, backward = false): RegexFacts {
    switch (node.kind) {
      case "atom":
        return {
          nullable: false,
          first: this.#setOf(node.source),
          extend: none,
          deterministic: true,
          size: 1,
          empties: 0,
          entry: one,
          checks: scale(0),
          ways: one,
          work: one,
        };
      case "anchor":
        return { ...nothing, size: 1 };
      case "look": {
        // Whatever the body tries, it answers once: an assertion multiplies nothing.
        const body = this.judge(node.body, !node.ahead);
        const work = plus(body.work, one);
        return { ...nothing, size: 1, entry: work, checks: work, work };
      }
      case "back":
        return { ...nothing, first: every, extend: every, deterministic: false, size: 1, entry: linear, checks: linear, work: linear };
      case "group":
        return this.judge(node.body, backward);
      case "choice":
        return judgeChoice(node.branches.map((branch) => this.judge(branch, backward)));
      case "sequence":
        return this.#judgeSequence(node.items, backward);
      case "repeat":
        return judgeRepeat(this.judge(node.body, backward), node.min, node.max);
    }
  }

  #judgeSequence(items: readonly RegexNode[], backward: boolean): RegexFacts {
    const facts = items.map((item) => this.judge(item, backward));
    let rest = nothing;
    const order = backward ? facts : facts.reverse();
    for (let i = 0; i < order.length; i++) rest = judgePair(order[i] as RegexFacts, rest, !backward || i === 0);
    return rest;
  }

  /** Which characters an atom matches. A superset is safe: it only makes parts look alike. */
  #setOf(source: string): CharSet {
    let set = this.#sets.get(source);
    if (set === undefined) {
      set = none;
      const pattern = new RegExp(source, `${this.#flags}g`);
      for (const { index } of ascii.matchAll(pattern)) set |= 1n << BigInt(index);
      // With `i` and `u`, two characters outside ASCII fold into it (the Kelvin sign, the long s).
      if (!onlyAscii.test(source) || (this.#ignoreCase && this.#flags.includes("u"))) set |= other;
      this.#sets.set(source, set);
    }
    return set;
  }
}

function judgeChoice(branches: readonly RegexFacts[]): RegexFacts {
  let first = none;
  let extend = none;
  let nullables = 0;
  let size = 1;
  let empties = 0;
  let entry = one;
  let deterministic = true;
  let checks = scale(0);
  let ways = scale(0);
  let work = one;
  for (const branch of branches) {
    if ((first & branch.first) !== none || !branch.deterministic) deterministic = false;
    first |= branch.first;
    extend |= branch.extend;
    if (branch.nullable) nullables++;
    size += branch.size;
    empties += branch.empties;
    entry = plus(entry, branch.entry);
    checks = plus(checks, branch.checks);
    ways = plus(ways, branch.ways);
    work = plus(work, branch.work);
  }
  // Two empty branches are two ways to match the same nothing.
  if (nullables > 1) deterministic = false;
  return finish({ nullable: nullables > 0, first, extend, deterministic, size, empties, entry, checks, ways, work });
}

function judgePair(left: RegexFacts, right: RegexFacts, comparable: boolean): RegexFacts {
  const leftGoesOn = left.extend | (left.nullable ? left.first : none);
  const apart = comparable && left.deterministic && (leftGoesOn & right.first) === none;
  // Where the left part ends, the right part has to begin with a character with which the left one could not go on: of
  // all the places where the left part could end, one at most gets past the first attempts of the right part.
  const forced = apart && !right.nullable;
  const later = forced ? plus(times(left.ways, right.entry), right.work) : times(left.ways, right.work);
  return finish({
    nullable: left.nullable && right.nullable,
    first: left.first | (left.nullable ? right.first : none),
    extend: right.extend | (right.nullable ? left.extend | right.first : none),
    deterministic: apart && right.deterministic,
    size: left.size + right.size,
    empties: left.empties * right.empties,
    entry: left.nullable ? plus(left.entry, times(scale(left.empties), right.entry)) : left.entry,
    checks: plus(left.checks, right.checks),
    ways: forced ? right.ways : times(left.ways, right.ways),
    work: plus(left.work, later),
  });
}

function judgeRepeat(body: RegexFacts, min: number, max: number): RegexFacts {
  const several = max > 1;
  // After a turn, the next character tells whether the turn goes on or another begins.
  const deterministic = body.deterministic && !body.nullable && (!several || (body.first & body.extend) === none);
  let ways: Bound;
  let work: Bound;
  if (body.ways.factor === 1 && body.ways.degree === 0 && !(body.nullable && max === Number.POSITIVE_INFINITY)) {
    // Each turn can go one way only; so the turns form one path, which may be left after each.
    ways = max === Number.POSITIVE_INFINITY ? linear : scale(max - min + 1);
    work = times(max === Number.POSITIVE_INFINITY ? linear : scale(Math.max(max, 1)), plus(body.work, one));
  } else if (max === Number.POSITIVE_INFINITY) {
    // Two ways for a turn are 2ⁿ ways for n turns; unless they are told apart by the text (below).
    ways = unbounded;
    work = unbounded;
  } else {
    ways = power(body.ways, max);
    work = times(ways, plus(times(scale(Math.max(max, 1)), body.work), one));
  }
  // A body that may match nothing is tried again and again at the same place, as often as the count asks for.
  const turns = body.nullable ? (max === Number.POSITIVE_INFINITY ? min + 1 : max) : 1;
  const empties = body.nullable ? (turns + 1) * body.empties ** turns + 1 : min === 0 ? 1 : 0;
  return finish({
    nullable: min === 0 || body.nullable,
    first: body.first,
    extend: body.extend | (several ? body.first : none),
    deterministic,
    size: body.size + 1,
    empties,
    entry: body.nullable ? times(scale(empties), plus(body.entry, one)) : plus(body.entry, one),
    checks: body.checks,
    ways,
    work,
  });
}

function power(ways: Bound, exponent: number): Bound {
  return { factor: (exponent + 1) * ways.factor ** exponent, degree: ways.degree * exponent };
}

/** One path for each stretch of text: as many ways as there are places to end, and the work of one path. */
function finish(facts: RegexFacts): RegexFacts {
  if (!facts.deterministic) return facts;
  return { ...facts, ways: least(facts.ways, linear), work: least(facts.work, onePath(facts)) };
}
