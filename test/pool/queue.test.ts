import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import type { Asset } from "../../src/pool/asset.ts";
import { Job } from "../../src/pool/job.ts";
import { JobQueue, type Verdict } from "../../src/pool/job-queue.ts";
import { KnownAssets } from "../../src/pool/known-assets.ts";
import { poolNumbers, toPoolSettings } from "../../src/pool/options.ts";
import { Quarantine } from "../../src/pool/quarantine.ts";

const toAsset = (id: string, bytes = 10, kind: Asset["kind"] = "program"): Asset => ({ kind, id, body: Buffer.alloc(bytes, 32) });

function toParcel(program: Asset, bytes = 1): Job["parcel"] {
  return { program, klasses: undefined, icons: undefined, body: Buffer.alloc(bytes), target: undefined };
}

function createQueue(names: string, bytes = 1): { readonly queue: JobQueue; readonly jobs: readonly Job[]; readonly take: typeof take } {
  const queue = new JobQueue();
  const jobs = [...names].map((name) => new Job(toParcel(toAsset(name), bytes), () => {}));
  for (const job of jobs) queue.push(job);
  /** Upper-case ones are alone, digits refused. */
  const judge = ({ parcel }: Job): Verdict =>
    /[A-Z]/.test(parcel.program.id) ? "alone" : /\d/.test(parcel.program.id) ? "refused" : "any";
  const take = (most: number) =>
    queue
      .take(most, judge)
      .map(({ parcel }) => parcel.program.id)
      .join("");
  return { queue, jobs, take };
}

describe("the queue", () => {
  it("gives batches first come first served; what has to be alone is", () => {
    const { queue, take } = createQueue("abcDEf1g2h");
    expect(queue.size).toBe(10);
    expect([take(2), take(9), take(9), take(9), take(2), take(9), take(9)]).toEqual(["ab", "c", "D", "E", "fg", "h", ""]);
    expect(queue.size).toBe(0);
  });

  it("leaves out what was given up, and takes back what was not finished, in front", () => {
    const { queue, jobs, take } = createQueue("abcdef");
    jobs[1]?.fail(new Error("given up"));
    expect(take(3)).toBe("acd");
    queue.putBack(jobs.slice(2, 4));
    expect([take(1), take(9)]).toEqual(["c", "def"]);
  });

  it("bounds the bytes of a batch, but takes any one job", () => {
    const { take } = createQueue("abcde", 3_000_000);
    expect([take(9), take(9)]).toEqual(["a", "b"]);
    expect(createQueue("abcde", 2_000_000).take(9)).toBe("ab");
  });

  it("stays small however much has gone through it", () => {
    const { queue, take } = createQueue("");
    for (let i = 0; i < 5_000; i++) {
      queue.push(new Job(toParcel(toAsset("a")), () => {}));
      expect(take(2)).toBe("a");
    }
    expect(queue.drain()).toEqual([]);
  });

  it("empties at once", () => {
    const { queue, jobs, take } = createQueue("abc");
    take(1);
    expect(queue.drain()).toEqual(jobs.slice(1));
    expect(queue.size).toBe(0);
  });
});

describe("a job", () => {
  it("tells its result once", async () => {
    let told = 0;
    const job = new Job(toParcel(toAsset("a")), () => told++);
    job.finish({ ok: true, html: "1", diagnostics: [] });
    job.finish({ ok: true, html: "2", diagnostics: [] });
    job.fail(new Error("late"));
    expect(await job.promise).toEqual({ ok: true, html: "1", diagnostics: [] });
    expect([told, job.done]).toEqual([1, true]);
  });
});

describe("what a process was handed", () => {
  const heads = (frames: readonly Buffer[]) =>
    frames.map((frame) => JSON.parse(frame.subarray(8, 8 + frame.readUInt32LE(0)).toString()) as Record<string, unknown>);
  const write = (known: KnownAssets, ...parcels: readonly Job["parcel"][]) => {
    const frames: Buffer[] = [];
    parcels.forEach((parcel, i) => {
      known.write(frames, i, parcel);
    });
    return heads(frames).map((head) => `${Object.keys(head)[0]} ${Object.values(head)[0]}`);
  };

  it("is handed once", () => {
    const known = new KnownAssets(24);
    const klasses = toAsset("k", 10, "klasses");
    expect(write(known, { ...toParcel(toAsset("p")), klasses, icons: "standard" }, toParcel(toAsset("p")))).toEqual([
      "put p",
      "put k",
      "card 0",
      "card 1",
    ]);
    expect(write(known, { ...toParcel(toAsset("p")), klasses })).toEqual(["card 0"]);
  });

  it("is forgotten when there is more than there is room for, the least used first", () => {
    const known = new KnownAssets(24);
    const [a, b, c] = ["a", "b", "c"].map((id) => toParcel(toAsset(id, 300_000))) as [Job["parcel"], Job["parcel"], Job["parcel"]];
    expect(write(known, a, b, a, c, a, b)).toEqual([
      "put a",
      "card 0",
      "put b",
      "card 1",
      "card 2",
      "put c",
      "card 3",
      "forget b",
      "card 4",
      "put b",
      "card 5",
      "forget c",
    ]);
  });

  it("is handed anew each time where it is larger than all the room", () => {
    const large = toParcel(toAsset("l", 1_000_000));
    expect(write(new KnownAssets(24), large, large)).toEqual(["put l", "card 0", "forget l", "put l", "card 1", "forget l"]);
  });

  it("serves a card whose assets push one another out", () => {
    const known = new KnownAssets(24);
    const parcel = { ...toParcel(toAsset("p", 500_000)), klasses: toAsset("k", 500_000, "klasses") };
    expect(write(known, parcel, parcel)).toEqual(["put p", "put k", "card 0", "forget p", "put p", "put k", "card 1", "forget p"]);
  });
});

describe("the quarantine", () => {
  const create = () => new Quarantine({ quarantineAfter: 3, quarantineMs: 100 });

  it("begins with some in a row, ends with time, and begins again with the next", () => {
    const quarantine = create();
    quarantine.addKill("p", 0);
    quarantine.addKill("p", 0);
    expect([quarantine.count("p"), quarantine.isClosed("p", 0)]).toEqual([2, false]);
    quarantine.addKill("p", 10);
    expect([109, 110].map((now) => quarantine.isClosed("p", now))).toEqual([true, false]);
    expect(quarantine.isClosed("other", 10)).toBe(false);
    quarantine.addKill("p", 200);
    expect([299, 300].map((now) => quarantine.isClosed("p", now))).toEqual([true, false]);
  });

  it("forgets all with one card that comes out", () => {
    const quarantine = create();
    for (const now of [0, 1, 2]) quarantine.addKill("p", now);
    quarantine.clear("p");
    expect([quarantine.count("p"), quarantine.isClosed("p", 3)]).toEqual([0, false]);
  });
});

describe("options", () => {
  it("have defaults", () => {
    const usual = Object.fromEntries(Object.entries(poolNumbers).map(([name, [, value]]) => [name, value]));
    expect(toPoolSettings({})).toEqual({ ...usual, nodeFlags: [] });
    expect(toPoolSettings({ timeoutMs: 20_000 })).toMatchObject({ timeoutMs: 20_000, batchTimeoutMs: 20_000 });
  });

  it.each<readonly [string, unknown, string]>([
    ["an unknown one", { memory: 1 }, "unknown option `memory`; did you mean `memoryMb`?"],
    ["none", null, "options"],
    ["no whole number", { size: 1.5 }, "option `size` has to be a whole number from 1 to 256"],
    ["too small", { memoryMb: 1 }, "option `memoryMb`"],
    ["text", { timeoutMs: "100" }, "option `timeoutMs`"],
    ["a batch without time for a card", { timeoutMs: 100, batchTimeoutMs: 99 }, "option `batchTimeoutMs`"],
    ["flags in a text", { nodeFlags: "--trace-gc" }, "option `nodeFlags`"],
    ["a file among the flags", { nodeFlags: ["evil.js"] }, "option `nodeFlags`"],
    ["nothing to call", { onExit: true }, "option `onExit`"],
  ])("throw a TypeError that names them: %s", (_, options, message) => {
    expect(() => toPoolSettings(options as object)).toThrow(TypeError);
    expect(() => toPoolSettings(options as object)).toThrow(message);
  });
});
