import type { Frame } from "../engine/frame.ts";
import type { Run } from "../engine/linker.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Emit } from "./emit.ts";
import { checkLength, countNodes } from "./output-limits.ts";

/** A dynamic place of a block: how its value is evaluated, and how a value is written. */
export interface ValueHole {
  readonly run: Run;
  readonly write: (realm: Realm, value: unknown, depth: number) => string;
  /** Evaluates and writes at once, without the call between. */
  readonly emit?: Emit;
}

/** A place that is evaluated and written at once, where nothing can observe the difference. */
export interface EmitHole {
  readonly emit: Emit;
}

export type HtmlHole = ValueHole | EmitHole;

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

  /** Evaluates the holes, in order, for writing later. Only for blocks that were linked with values. */
  values(frame: Frame, realm: Realm): unknown[] {
    const { holes } = this;
    const values: unknown[] = [];
    for (let i = 0; i < holes.length; i++) values.push((holes[i] as ValueHole).run(frame, realm));
    return values;
  }

  /** Writes the block with values evaluated before. */
  write(realm: Realm, values: readonly unknown[], depth: number): string {
    countNodes(realm, this.nodes);
    const { statics, holes } = this;
    let html = statics[0] as string;
    for (let i = 0; i < holes.length; i++) {
      html += (holes[i] as ValueHole).write(realm, values[i], depth) + (statics[i + 1] as string);
      checkLength(realm, html);
    }
    return html;
  }

  /** Gives one closure that evaluates and writes. */
  toEmit(): Emit {
    const { nodes, holes, statics } = this;
    const parts = holes.map((hole, index): Part => ({ emit: toEmit(hole), text: statics[index + 1] as string }));
    const emit = joinParts(statics[0] as string, parts);
    return (frame, realm, before) => {
      countNodes(realm, nodes);
      const html = emit(frame, realm, before);
      checkLength(realm, html);
      return html;
    };
  }
}

/** A hole's writer and the static text behind it. */
interface Part {
  readonly emit: Emit;
  readonly text: string;
}

function toEmit(hole: HtmlHole): Emit {
  if (hole.emit !== undefined) return hole.emit;
  const { run, write } = hole as ValueHole;
  return (frame, realm, html) => html + write(realm, run(frame, realm), 0);
}

/** Joins writers of holes, with the static text behind each, to one closure: unrolled by fours, since loops over closures are slow. */
function joinParts(first: string, parts: readonly Part[]): Emit {
  if (parts.length > 4) {
    const groups: Part[] = [];
    for (let i = 0; i < parts.length; i += 4) groups.push({ emit: bounded(joinParts("", parts.slice(i, i + 4))), text: "" });
    return joinParts(first, groups);
  }
  const [a = nothing, b = nothing, c = nothing, d = nothing] = parts;
  const { emit: ea, text: ta } = a;
  const { emit: eb, text: tb } = b;
  const { emit: ec, text: tc } = c;
  const { emit: ed, text: td } = d;
  switch (parts.length) {
    case 0:
      return (_frame, _realm, html) => html + first;
    case 1:
      return (frame, realm, html) => ea(frame, realm, html + first) + ta;
    case 2:
      return (frame, realm, html) => eb(frame, realm, ea(frame, realm, html + first) + ta) + tb;
    case 3:
      return (frame, realm, html) => ec(frame, realm, eb(frame, realm, ea(frame, realm, html + first) + ta) + tb) + tc;
    default:
      return (frame, realm, html) =>
        ed(frame, realm, ec(frame, realm, eb(frame, realm, ea(frame, realm, html + first) + ta) + tb) + tc) + td;
  }
}

/** Looks at the length now and then: a block of a hundred thousand holes must not write each of them a long text first. */
function bounded(emit: Emit): Emit {
  return (frame, realm, before) => {
    const html = emit(frame, realm, before);
    checkLength(realm, html);
    return html;
  };
}

const nothing: Part = { emit: (_frame, _realm, html) => html, text: "" };
