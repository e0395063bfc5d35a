import type { Frame } from "../engine/frame.ts";
import type { Run } from "../engine/linker.ts";
import { LimitError } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { checkLength } from "./html-write.ts";

/** A dynamic place of a block: how its value is evaluated, and how a value is written. */
export interface HtmlHole {
  readonly run: Run;
  readonly write: (realm: Realm, value: unknown, depth: number) => string;
  /** Evaluates and writes at once, without a value between, where nothing can observe the difference. */
  readonly emit?: (frame: Frame, realm: Realm) => string;
}

/** A compiled piece of markup: ready-made HTML with holes between. */
export class HtmlBlock {
  /** One more than holes. */
  readonly statics: readonly string[];
  readonly holes: readonly HtmlHole[];
  /** Elements in the static parts. */
  readonly nodes: number;

  constructor(statics: readonly string[], holes: readonly HtmlHole[], nodes: number) {
    this.statics = statics;
    this.holes = holes;
    this.nodes = nodes;
  }

  /** Evaluates the holes, in order, for writing later. */
  values(frame: Frame, realm: Realm): unknown[] {
    const { holes } = this;
    const values: unknown[] = [];
    for (let i = 0; i < holes.length; i++) values.push((holes[i] as HtmlHole).run(frame, realm));
    return values;
  }

  /** Writes the block with values evaluated before. */
  write(realm: Realm, values: readonly unknown[], depth: number): string {
    if ((realm.nodes += this.nodes) > realm.limits.nodes) failNodes(realm);
    const { statics, holes } = this;
    let html = statics[0] as string;
    for (let i = 0; i < holes.length; i++) html += (holes[i] as HtmlHole).write(realm, values[i], depth) + (statics[i + 1] as string);
    checkLength(realm, html);
    return html;
  }

  /** Gives one closure that evaluates and writes. */
  toEmit(): Emit {
    const { nodes, holes, statics } = this;
    const parts = holes.map((hole, index): Part => ({ emit: toEmit(hole), text: statics[index + 1] as string }));
    const emit = joinParts(statics[0] as string, parts);
    return (frame, realm) => {
      if ((realm.nodes += nodes) > realm.limits.nodes) failNodes(realm);
      const html = emit(frame, realm);
      if (html.length > realm.limits.outputLength) checkLength(realm, html);
      return html;
    };
  }
}

type Emit = (frame: Frame, realm: Realm) => string;

/** A hole's writer and the static text behind it. */
interface Part {
  readonly emit: Emit;
  readonly text: string;
}

function toEmit({ run, write, emit }: HtmlHole): Emit {
  return emit ?? ((frame, realm) => write(realm, run(frame, realm), 0));
}

function failNodes(realm: Realm): never {
  throw new LimitError("nodes", `the card writes more than ${realm.limits.nodes} elements`);
}

/**
 * Joins writers of holes, with the static text behind each, to one closure: unrolled by fours, since a loop over an array of
 * closures costs more than the calls in it.
 */
function joinParts(first: string, parts: readonly Part[]): Emit {
  const [a, b, c, d] = parts as readonly [Part, Part, Part, Part];
  switch (parts.length) {
    case 0:
      return () => first;
    case 1: {
      const { emit: ea, text: ta } = a;
      return (frame, realm) => first + ea(frame, realm) + ta;
    }
    case 2: {
      const { emit: ea, text: ta } = a;
      const { emit: eb, text: tb } = b;
      return (frame, realm) => first + ea(frame, realm) + ta + eb(frame, realm) + tb;
    }
    case 3: {
      const { emit: ea, text: ta } = a;
      const { emit: eb, text: tb } = b;
      const { emit: ec, text: tc } = c;
      return (frame, realm) => first + ea(frame, realm) + ta + eb(frame, realm) + tb + ec(frame, realm) + tc;
    }
    case 4: {
      const { emit: ea, text: ta } = a;
      const { emit: eb, text: tb } = b;
      const { emit: ec, text: tc } = c;
      const { emit: ed, text: td } = d;
      return (frame, realm) => first + ea(frame, realm) + ta + eb(frame, realm) + tb + ec(frame, realm) + tc + ed(frame, realm) + td;
    }
    default: {
      // Groups of four, then groups of four groups, and so on.
      const groups: Part[] = [];
      for (let i = 0; i < parts.length; i += 4) groups.push({ emit: joinParts("", parts.slice(i, i + 4)), text: "" });
      return joinParts(first, groups);
    }
  }
}
