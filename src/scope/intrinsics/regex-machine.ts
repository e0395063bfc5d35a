import { charge } from "../../runtime/budget.ts";
import { LimitError } from "../../runtime/failure.ts";
import type { Realm } from "../../runtime/realm.ts";
import { type Loop, type Place, type RegexCode, type RegexProgram, type Run, statesOf } from "./regex-code.ts";

// A step of this matcher is a few nanoseconds; so many of them cost as much as a call.
const stepsPerUnit = 4;
const unitsAtOnce = 64;
const stackLimit = 1_000_000;
/** Most states whose failures are remembered: one bit each. */
const rememberedStates = 1 << 26;

/** A search took more steps than it may: it begins anew on the program that remembers its failures. */
class Restart extends Error {}

/** Whether there is room to remember the failures of a search. */
function hasRoom(program: RegexProgram, text: string): boolean {
  return program.states > 0 && program.states * (text.length + 1) <= rememberedStates;
}

/**
 * Looks for the first match at or after `from`, as the language says (ECMAScript 22.2.2), by backtracking. Each step is
 * paid for, so that a pattern that would take for ever ends in a `LimitError`.
 *
 * @param linear The program that remembers its failures. A search that takes long begins anew on it, and then tries each place
 *   of the text once for each of its states: the steps grow no faster than the text.
 * @param patience Steps after which a search takes long. What they are changes no result.
 * @returns Start and end of the match, then of each group; -1 where a group took no part.
 */
export function runRegex(
  realm: Realm,
  program: RegexProgram,
  text: string,
  from: number,
  sticky: boolean,
  linear?: RegexProgram,
  patience: number = 4_096 + 16 * text.length,
): readonly number[] | undefined {
  if (linear === undefined || !hasRoom(linear, text)) return search(new RegexMatcher(realm, program, text), from, sticky);
  try {
    if (patience > 0) return search(new RegexMatcher(realm, program, text, patience), from, sticky);
  } catch (failure) {
    if (!(failure instanceof Restart)) throw failure;
  }
  const bytes = Math.ceil((linear.states * (text.length + 1)) / 8);
  charge(realm, bytes >>> 6);
  return search(new RegexMatcher(realm, linear, text, Number.POSITIVE_INFINITY, new Uint8Array(bytes)), from, sticky);
}

function search(matcher: RegexMatcher, from: number, sticky: boolean): readonly number[] | undefined {
  const realm = matcher.realm;
  try {
    return matcher.search(from, sticky);
  } finally {
    realm.fuel -= Math.ceil(matcher.steps / stepsPerUnit);
  }
}

class RegexMatcher {
  steps = 0;
  readonly realm: Realm;
  /** Steps that the search may take before it begins anew. */
  #left: number;
  /** States that were tried already, a bit each. */
  readonly #tried: Uint8Array | undefined;
  readonly #program: RegexProgram;
  readonly #text: string;
  readonly #registers: number[];
  /**
   * What to do when an attempt fails, latest last: an instruction with a place and a number of turns, or, without an
   * instruction, a register with the value to put back.
   */
  readonly #codes: (RegexCode | undefined)[] = [];
  readonly #numbers: number[] = [];

  constructor(realm: Realm, program: RegexProgram, text: string, most = Number.POSITIVE_INFINITY, tried?: Uint8Array) {
    this.realm = realm;
    this.#left = most;
    this.#tried = tried;
    this.#program = program;
    this.#text = text;
    this.#registers = new Array<number>(program.registers).fill(-1);
  }

  search(from: number, sticky: boolean): readonly number[] | undefined {
    const { first, start } = this.#program;
    // A place between the halves of a character counts as the place before it, for a Unicode pattern.
    const begin = from > 0 && from < this.#text.length && this.#widthAt(from - 1) === 2 ? from - 1 : from;
    for (let at = begin; at <= this.#text.length; at += this.#widthAt(at)) {
      const code = this.#text.charCodeAt(at);
      if (first === undefined || (at < this.#text.length && first[Math.min(code, 128)])) {
        const end = this.#follow(start, at);
        if (end >= 0) {
          this.#registers[0] = at;
          this.#registers[1] = end;
          return this.#registers;
        }
      } else this.#step(0.25);
      if (sticky) break;
    }
    return undefined;
  }

  #step(count: number): void {
    this.steps += count;
    if (this.steps >= stepsPerUnit * unitsAtOnce) {
      const units = Math.floor(this.steps / stepsPerUnit);
      this.steps = 0;
      charge(this.realm, units);
      this.#left -= units * stepsPerUnit;
      if (this.#left < 0) throw new Restart();
    }
  }

  /** Follows the code from a place; gives where the match ended, or -1 with everything as it was before. */
  #follow(start: RegexCode, from: number): number {
    const bottom = this.#codes.length;
    let code: RegexCode | undefined = start;
    let at = from;
    for (;;) {
      this.#step(1);
      if (code === undefined) {
        if (this.#codes.length === bottom) return -1;
        const goOn: RegexCode | undefined = this.#codes.pop();
        const turns = this.#numbers.pop() as number;
        const place = this.#numbers.pop() as number;
        if (goOn === undefined) this.#registers[place] = turns;
        else if (goOn.op === "resume") {
          at = this.#resume(goOn.run, place, turns);
          code = at < 0 ? undefined : goOn.run.next;
        } else {
          at = place;
          code = goOn;
        }
        continue;
      }
      switch (code.op) {
        case "match":
          this.#codes.length = bottom;
          this.#numbers.length = bottom * 2;
          return at;
        case "atom": {
          const width = this.#accepts(code, at);
          at += width;
          code = width === 0 ? undefined : code.next;
          break;
        }
        case "run":
          at = this.#run(code, at);
          code = at < 0 ? undefined : code.next;
          break;
        case "resume":
          // Only ever on the stack, together with its place and turns.
          code = undefined;
          break;
        case "split":
          if (code.place !== undefined && this.#wasTried(code.place, at)) {
            code = undefined;
            break;
          }
          this.#push(code.second, at, 0);
          code = code.first;
          break;
        case "save":
          this.#write(code.register, at);
          code = code.next;
          break;
        case "enter":
          this.#write(code.loop.register, 0);
          code = code.next;
          break;
        case "turn":
          code = code.place !== undefined && this.#wasTried(code.place, at) ? undefined : this.#turn(code.loop, at);
          break;
        case "begin":
          this.#begin(code.loop, at);
          code = code.loop.body;
          break;
        case "again":
          code = this.#again(code.loop, at);
          break;
        case "anchor":
          code = this.#holds(code.at, at) ? code.next : undefined;
          break;
        case "back":
          at = this.#repeatGroup(code.group, code.step, at);
          code = at < 0 ? undefined : code.next;
          break;
        case "look":
          code = this.#look(code.body, code.negative, at) ? code.next : undefined;
          break;
      }
    }
  }

  #push(code: RegexCode | undefined, place: number, turns: number): void {
    if (this.#codes.length >= stackLimit) throw new LimitError("fuel", "a regular expression kept too many alternatives open");
    this.#codes.push(code);
    this.#numbers.push(place, turns);
  }

  #write(register: number, value: number): void {
    this.#push(undefined, register, this.#registers[register] as number);
    this.#registers[register] = value;
  }

  /** Units by which the atom moves the place; 0 where it does not match. */
  #accepts(code: RegexCode & { op: "atom" | "run" }, at: number): number {
    const character = this.#readAt(at, code.step);
    return character !== "" && code.set.matches(character) ? character.length * code.step : 0;
  }

  #run(code: Run, from: number): number {
    const wanted = code.greedy ? code.max : code.min;
    let at = from;
    let turns = 0;
    for (; turns < wanted; turns++) {
      const width = this.#accepts(code, at);
      if (width === 0) break;
      at += width;
    }
    this.#step(turns);
    if (turns < code.min) return -1;
    if (code.greedy) {
      if (turns > code.min) this.#push(code.resume, at, turns - code.min);
    } else if (turns < code.max) this.#push(code.resume, at, turns);
    return at;
  }

  /** Takes the other way of a run: a greedy one gives a turn back (`turns` are left), a lazy one takes another. */
  #resume(code: Run, place: number, turns: number): number {
    if (code.greedy) {
      const at = place - this.#readAt(place, code.step === 1 ? -1 : 1).length * code.step;
      if (turns > 1) this.#push(code.resume, at, turns - 1);
      return at;
    }
    const width = this.#accepts(code, place);
    if (width === 0) return -1;
    if (turns + 1 < code.max) this.#push(code.resume, place + width, turns + 1);
    return place + width;
  }

  /**
   * Marks a state as tried; tells whether it was before. Then all that can follow it has failed: what it left open lies
   * above whatever led here a second time, and an empty turn, which could lead here at once, counts as another state.
   */
  #wasTried({ base, loops }: Place, at: number): boolean {
    const tried = this.#tried;
    if (tried === undefined) return false;
    let state = 0;
    for (const loop of loops) {
      const turns = Math.min(this.#registers[loop.register] as number, loop.max === Number.POSITIVE_INFINITY ? loop.min : loop.max);
      state = state * statesOf(loop) + turns * 2 + (this.#registers[loop.register + 1] === at ? 1 : 0);
    }
    const bit = at * this.#program.states + base + state;
    const mask = 1 << (bit & 7);
    if (((tried[bit >>> 3] as number) & mask) !== 0) return true;
    tried[bit >>> 3] = (tried[bit >>> 3] as number) | mask;
    return false;
  }

  #turn(loop: Loop, at: number): RegexCode {
    const turns = this.#registers[loop.register] as number;
    if (turns < loop.min) return loop.begin;
    if (turns >= loop.max) return loop.exit;
    this.#push(loop.greedy ? loop.exit : loop.begin, at, 0);
    return loop.greedy ? loop.begin : loop.exit;
  }

  #begin(loop: Loop, at: number): void {
    this.#write(loop.register + 1, at);
    for (let i = loop.forget[0]; i <= loop.forget[1]; i++) {
      this.#step(1);
      if (this.#registers[i] !== -1) this.#write(i, -1);
    }
  }

  #again(loop: Loop, at: number): RegexCode | undefined {
    const turns = this.#registers[loop.register] as number;
    // A turn that is not owed and matched nothing would go on for ever (22.2.2.3.1).
    if (turns >= loop.min && at === this.#registers[loop.register + 1]) return undefined;
    this.#write(loop.register, turns + 1);
    return loop.turn;
  }

  #look(body: RegexCode, negative: boolean, at: number): boolean {
    this.#step(this.#registers.length);
    const before = this.#registers.slice();
    const found = this.#follow(body, at) >= 0;
    for (let i = 0; i < before.length; i++) {
      const value = before[i] as number;
      if (this.#registers[i] === value) continue;
      // What the body captured stays while the attempt lasts, and is undone with it; a negative one captures nothing.
      if (found && !negative) this.#push(undefined, i, value);
      else this.#registers[i] = value;
    }
    return found !== negative;
  }

  #repeatGroup(group: number, step: 1 | -1, at: number): number {
    const start = this.#registers[group * 2] as number;
    const end = this.#registers[group * 2 + 1] as number;
    if (start < 0 || end < 0) return at;
    const length = end - start;
    this.#step(length);
    const from = step === 1 ? at : at - length;
    if (from < 0 || from + length > this.#text.length) return -1;
    for (let i = 0; i < length; i++) {
      if (!this.#same(this.#text[start + i] as string, this.#text[from + i] as string)) return -1;
    }
    return step === 1 ? at + length : from;
  }

  #same(a: string, b: string): boolean {
    return a === b || (this.#program.ignoreCase && fold(a, this.#program.unicode) === fold(b, this.#program.unicode));
  }

  #holds(kind: "start" | "end" | "boundary" | "inside", at: number): boolean {
    const text = this.#text;
    switch (kind) {
      case "start":
        return at === 0 || (this.#program.multiline && isLineEnd(text.charCodeAt(at - 1)));
      case "end":
        return at === text.length || (this.#program.multiline && isLineEnd(text.charCodeAt(at)));
      default:
        return (this.#isWord(at - 1) !== this.#isWord(at)) === (kind === "boundary");
    }
  }

  #isWord(at: number): boolean {
    const character = this.#text[at];
    if (character === undefined) return false;
    if (/\w/.test(character)) return true;
    return this.#program.ignoreCase && this.#program.unicode && /\w/iu.test(character);
  }

  #widthAt(at: number): 1 | 2 {
    return this.#program.unicode && (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  /** The character read at a place in a direction; empty at the end of the text. */
  #readAt(at: number, step: 1 | -1): string {
    const text = this.#text;
    if (step === 1) return at >= text.length ? "" : this.#widthAt(at) === 2 ? text.slice(at, at + 2) : (text[at] as string);
    if (at <= 0) return "";
    return at > 1 && this.#widthAt(at - 2) === 2 ? text.slice(at - 2, at) : (text[at - 1] as string);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

/** Canonicalize (22.2.2.7.3). */
function fold(character: string, unicode: boolean): string {
  if (unicode) return character.toUpperCase().toLowerCase();
  const upper = character.toUpperCase();
  if (upper.length !== 1 || (character.charCodeAt(0) >= 128 && upper.charCodeAt(0) < 128)) return character;
  return upper;
}
