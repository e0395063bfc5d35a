import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, expect } from "vitest";
import { compile, type Template } from "../../src/index.ts";
import { createLaunch } from "../../src/pool/launch.ts";
import { type PoolOptions, toPoolSettings } from "../../src/pool/options.ts";
import type { ProcessExit } from "../../src/pool/process-exit.ts";
import { ProcessPool } from "../../src/pool/process-pool.ts";
import type { PoolResult, RenderPool } from "../../src/pool.ts";

/** A pool, and what a test asks of its processes. */
export interface TestPool {
  readonly pool: RenderPool;
  /** Every process that there ever was. */
  readonly pids: ReadonlySet<number>;
  readonly exits: readonly ProcessExit[];
  /** Resolves at the next end of a process, or with the one that has happened. */
  nextExit(): Promise<ProcessExit>;
}

const built = resolve("dist/pool/child.js");
const started: TestPool[] = [];

afterEach(async () => {
  for (const { pool, pids } of started.splice(0)) {
    await pool.close({ now: true });
    expect([...pids].filter(isAlive)).toEqual([]);
  }
});

/** Starts a pool of what was built. Whatever a test does with it, nothing of it is left afterwards. */
export function startPool(options: PoolOptions = {}, file = built): TestPool {
  const exits: ProcessExit[] = [];
  const waiting: ((exit: ProcessExit) => void)[] = [];
  const onExit = (exit: ProcessExit) => {
    exits.push(exit);
    waiting.shift()?.(exit);
  };
  const settings = toPoolSettings({ startMs: 30_000, timeoutMs: 20_000, ...options, onExit });
  const launch = createLaunch(settings, file);
  const pids = new Set<number>();
  const pool = new ProcessPool(settings, () => {
    const child = launch();
    if (child.pid !== undefined) pids.add(child.pid);
    return child;
  });
  let seen = 0;
  const nextExit = () => {
    const exit = exits[seen++];
    return exit === undefined ? new Promise<ProcessExit>((resolve) => waiting.push(resolve)) : Promise.resolve(exit);
  };
  const test = { pool, pids, exits, nextExit };
  started.push(test);
  return test;
}

/** Whether a process is there; one that has ended and was not looked after yet is. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Writes a script that stands for a child, and is none of ours. `say` and `frame` are there for it. */
export function writeFakeChild(name: string, code: string): string {
  const file = resolve(`.out/pool/${name}.mjs`);
  mkdirSync(resolve(".out/pool"), { recursive: true });
  writeFileSync(file, `${prelude}\n${code}`);
  return file;
}

const prelude = `
import { readSync, writeSync } from "node:fs";
const frame = (head, body = Buffer.alloc(0)) => {
  const text = Buffer.from(typeof head === "string" ? head : JSON.stringify(head));
  const prefix = Buffer.alloc(8);
  prefix.writeUInt32LE(text.length, 0);
  prefix.writeUInt32LE(body.length, 4);
  return Buffer.concat([prefix, text, body]);
};
const say = (head, body) => writeSync(3, frame(head, body));
const listen = () => readSync(3, Buffer.alloc(1_000_000));
const hang = () => { for (;;) if (listen() === 0) process.exit(); };
`;

export function toTemplate(source: string): Template {
  const result = compile(source);
  if (!result.ok) throw new Error(`the test's template does not compile: ${result.diagnostics[0]?.message}`);
  return result.template;
}

export async function collect(results: AsyncIterable<PoolResult>): Promise<readonly PoolResult[]> {
  const all: PoolResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** mulberry32, as good as any: the same numbers for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
