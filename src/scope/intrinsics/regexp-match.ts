import { hostSteps, type RegexPlan } from "../../policy/regex.ts";
import { charge } from "../../runtime/budget.ts";
import { LimitError } from "../../runtime/failure.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRegexProgram, hasBackReference, type RegexProgram } from "./regex-code.ts";
import { runRegex } from "./regex-machine.ts";

// Steps of the host's matcher that cost as much as a call.
const stepsPerUnit = 32;

/** One match. */
export interface RegexMatch {
  readonly index: number;
  readonly end: number;
  /** The whole match, then the groups. */
  readonly captures: readonly (string | undefined)[];
  /** Where each of these lies; only with the flag `d`. */
  readonly indices: readonly (readonly [number, number] | undefined)[] | undefined;
}

/** Looks for the next match at or after a place. */
export type RegexSearch = (from: number) => RegexMatch | undefined;

/**
 * A regular expression that is ready to match. Its host pattern and its program are made when they are first needed;
 * neither keeps anything from one search to the next, since the place to begin is set before each.
 */
export class LinkedRegExp {
  readonly plan: RegexPlan;
  #host: RegExp | undefined = undefined;
  #program: RegexProgram | undefined = undefined;
  /** The same, remembering failures; `null` where they depend on what was captured. */
  #linear: RegexProgram | null | undefined = undefined;

  constructor(plan: RegexPlan) {
    this.plan = plan;
  }

  /**
   * Begins a pass over a text: a series of searches that go forward. The pass is paid for here where the host's matcher
   * takes it, and step by step where ours does.
   *
   * @param from Where the pass begins.
   */
  begin(realm: Realm, text: string, from = 0): RegexSearch {
    const steps = hostSteps(this.plan, Math.max(text.length - from, 0));
    if (steps === undefined) return (at) => this.#searchMetered(realm, text, at);
    charge(realm, Math.floor(steps / stepsPerUnit));
    return (at) => this.#searchHost(realm, text, at);
  }

  #searchHost(realm: Realm, text: string, from: number): RegexMatch | undefined {
    const { source, flags } = this.plan;
    // `g` or `y` is what makes the host read `lastIndex`.
    this.#host ??= new RegExp(source, flags.includes("y") ? flags.replace("g", "") : `${flags.replace("g", "")}g`);
    const host = this.#host;
    // A match brings as many texts as the pattern has groups.
    charge(realm, 1 + (this.plan.tree.groups >>> 3));
    host.lastIndex = from;
    let found: (RegExpExecArray & { indices?: (readonly [number, number] | undefined)[] }) | null;
    try {
      found = host.exec(text);
    } catch {
      // The host ran out of room for its own backtracking.
      throw new LimitError("fuel", "a regular expression needed too much room");
    }
    if (found === null) return undefined;
    const whole = found[0];
    return {
      index: found.index,
      end: found.index + whole.length,
      captures: Array.from(found),
      indices: found.indices && Array.from(found.indices),
    };
  }

  #searchMetered(realm: Realm, text: string, from: number): RegexMatch | undefined {
    this.#program ??= createRegexProgram(this.plan);
    if (this.#linear === undefined) this.#linear = hasBackReference(this.plan.tree.root) ? null : createRegexProgram(this.plan, true);
    const registers = runRegex(realm, this.#program, text, from, this.plan.flags.includes("y"), this.#linear ?? undefined);
    if (registers === undefined) return undefined;
    const captures: (string | undefined)[] = [];
    const indices: ([number, number] | undefined)[] = [];
    for (let group = 0; group <= this.plan.tree.groups; group++) {
      const start = registers[group * 2] as number;
      const end = registers[group * 2 + 1] as number;
      const took = start >= 0 && end >= 0;
      captures.push(took ? text.slice(start, end) : undefined);
      indices.push(took ? [start, end] : undefined);
    }
    return {
      index: registers[0] as number,
      end: registers[1] as number,
      captures,
      indices: this.plan.flags.includes("d") ? indices : undefined,
    };
  }
}
