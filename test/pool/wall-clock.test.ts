import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toPoolSettings } from "../../src/pool/options.ts";
import { WallClock } from "../../src/pool/wall-clock.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function createClock(): { readonly clock: WallClock; readonly ends: readonly string[] } {
  const ends: string[] = [];
  const settings = toPoolSettings({ timeoutMs: 100, batchTimeoutMs: 250, startMs: 1_000 });
  return { clock: new WallClock(settings, (cause) => ends.push(cause)), ends };
}

/** What is due is told, and then the loop has its turn of reading. */
async function pass(milliseconds: number, read: () => void = () => {}): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  read();
  await new Promise(setImmediate);
}

describe("the clock on the wall", () => {
  it("gives each card its time", async () => {
    const { clock, ends } = createClock();
    clock.startBatch();
    for (let i = 0; i < 2; i++) {
      vi.advanceTimersByTime(99);
      clock.renew();
    }
    expect(ends).toEqual([]);
    await pass(52);
    expect(ends).toEqual(["batch"]);
  });

  it("ends what takes longer: a card, a start", async () => {
    for (const [begin, milliseconds, cause] of [
      ["startBatch", 100, "timeout"],
      ["startProcess", 1_000, "start"],
    ] as const) {
      const { clock, ends } = createClock();
      clock[begin]();
      vi.advanceTimersByTime(milliseconds - 1);
      expect(ends).toEqual([]);
      await pass(1);
      expect(ends).toEqual([cause]);
      clock.stop();
    }
  });

  it("believes what is due only when what has arrived was read: the host may have been busy itself", async () => {
    const { clock, ends } = createClock();
    clock.startBatch();
    await pass(100, () => clock.renew());
    expect(ends).toEqual([]);
    await pass(100, () => clock.stop());
    await pass(1_000);
    expect(ends).toEqual([]);
  });

  it("ends a batch that is still the same when it was read, whatever came of it", async () => {
    const { clock, ends } = createClock();
    clock.startBatch();
    vi.advanceTimersByTime(90);
    clock.renew();
    vi.advanceTimersByTime(90);
    clock.renew();
    await pass(70, () => clock.renew());
    expect(ends).toEqual(["batch"]);
    const other = createClock();
    other.clock.startBatch();
    vi.advanceTimersByTime(90);
    other.clock.renew();
    vi.advanceTimersByTime(90);
    other.clock.renew();
    await pass(70, () => other.clock.startBatch());
    expect(other.ends).toEqual([]);
  });
});
