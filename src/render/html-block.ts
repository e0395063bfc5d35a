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
    this.pay(realm);
    const { statics, holes } = this;
    let html = statics[0] as string;
    for (let i = 0; i < holes.length; i++) html += (holes[i] as HtmlHole).write(realm, values[i], depth) + (statics[i + 1] as string);
    checkLength(realm, html);
    return html;
  }

  pay(realm: Realm): void {
    if ((realm.nodes += this.nodes) > realm.limits.nodes) throw new LimitError("nodes", `the card writes more than ${realm.limits.nodes} elements`);
  }

  /** Gives one closure that evaluates and writes, unrolled for the numbers of holes that blocks have most. */
  toEmit(): (frame: Frame, realm: Realm) => string {
    const { statics } = this;
    const emits = this.holes.map(toEmit);
    const [s0, s1, s2, s3] = statics as [string, string, string, string];
    const [a, b, c] = emits as [Emit, Emit, Emit];
    switch (emits.length) {
      case 0:
        return (_frame, realm) => {
          this.pay(realm);
          return s0;
        };
      case 1:
        return (frame, realm) => {
          this.pay(realm);
          return s0 + a(frame, realm) + s1;
        };
      case 2:
        return (frame, realm) => {
          this.pay(realm);
          return s0 + a(frame, realm) + s1 + b(frame, realm) + s2;
        };
      case 3:
        return (frame, realm) => {
          this.pay(realm);
          return s0 + a(frame, realm) + s1 + b(frame, realm) + s2 + c(frame, realm) + s3;
        };
      default: {
        const first = s0;
        const rest = statics.slice(1);
        return (frame, realm) => {
          this.pay(realm);
          let html = first;
          for (let i = 0; i < emits.length; i++) html += (emits[i] as Emit)(frame, realm) + (rest[i] as string);
          checkLength(realm, html);
          return html;
        };
      }
    }
  }
}

type Emit = (frame: Frame, realm: Realm) => string;

function toEmit(hole: HtmlHole): Emit {
  const { run, write, emit } = hole;
  return emit ?? ((frame, realm) => write(realm, run(frame, realm), 0));
}
