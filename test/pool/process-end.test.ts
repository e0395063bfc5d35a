import { describe, expect, it } from "vitest";
import type { PoolCard } from "../../src/pool.ts";
import { collect, createRandom, startPool, toTemplate, writeFakeChild } from "./start-pool.ts";

const hello = toTemplate("<p>{customer.name}</p>");
const toCard = (name: string, template = hello): PoolCard => ({ template, data: { resource: "customer", customer: { name } } });
const end = (pid: number | undefined, signal: NodeJS.Signals = "SIGKILL") => process.kill(pid ?? Number.NaN, signal);

describe("processes that end in the middle of a batch", () => {
  it.each([1, 2])("lose no card, whenever it happens: seed %i", async (seed) => {
    const random = createRandom(seed);
    const { pool, exits } = startPool({ size: 2, attempts: 20, batchSize: 1 + Math.floor(random() * 64) });
    const names = Array.from({ length: 500 }, (_, i) => `n${i}`);
    const kills = new Set(Array.from({ length: 5 }, () => Math.floor(random() * 480)));
    const found: string[] = [];
    for await (const result of pool.renderAll(names.map((name) => toCard(name)))) {
      if (kills.has(found.length)) end(pool.pids[Math.floor(random() * pool.pids.length)]);
      found.push(result.html);
    }
    expect(found).toEqual(names.map((name) => `<p>${name}</p>`));
    await pool.close();
    const causes = new Set(exits.map(({ cause }) => cause));
    expect(causes).toContain("crash");
    expect([...causes].filter((cause) => !["crash", "start", "closed"].includes(cause))).toEqual([]);
  });

  it("are ended when they hang, and what they were at comes out in another", async () => {
    const { pool, exits, nextExit } = startPool({ size: 1, timeoutMs: 500 });
    await pool.render(toCard("warm"));
    const [pid] = pool.pids;
    end(pid, "SIGSTOP");
    const results = Promise.all(["a", "b", "c"].map((name) => pool.render(toCard(name))));
    expect(await nextExit()).toMatchObject({ pid, cause: "timeout", signal: "SIGKILL" });
    expect((await results).map(({ html }) => html)).toEqual(["<p>a</p>", "<p>b</p>", "<p>c</p>"]);
    expect(exits.length).toBe(1);
  });

  it("are ended when a batch takes too long, and no card is to blame", async () => {
    // Answers all cards but the last of a batch; alone, none.
    const slow = writeFakeChild(
      "slow",
      `say({ ready: true });
      for (let n = 0; ; ) {
        const buffer = Buffer.alloc(1_000_000);
        const cards = buffer.subarray(0, readSync(3, buffer)).toString("latin1").split('{"card":').length - 1;
        if (cards === 0) break;
        for (let i = 0; i < cards - 1; i++) say({ card: n++, reason: null, width: "narrow", found: [] }, Buffer.from("from a slow one"));
        hang();
      }`,
    );
    const { pool, exits, nextExit } = startPool({ size: 1, timeoutMs: 300, batchTimeoutMs: 300, attempts: 2 }, slow);
    const results = Promise.all(["a", "b"].map((name) => pool.render(toCard(name))));
    await nextExit();
    await nextExit();
    expect((await results).map((result) => (result.ok ? result.html : result.reason))).toEqual(["from a slow one", "timeout"]);
    expect(new Set(exits.map(({ cause }) => cause)).size).toBeLessThan(3);
  });

  it("are held against a card that ends them again and again, and against it alone", async () => {
    const deaf = writeFakeChild("deaf", "say({ ready: true }); listen(); process.abort();");
    const { pool, exits } = startPool({ size: 1, attempts: 3 }, deaf);
    const result = await pool.render(toCard("a"));
    expect(result).toMatchObject({ ok: false, reason: "crash", diagnostics: [{ code: "pool/crash", severity: "error" }] });
    expect(result.diagnostics[0]?.message).toBe("the process that rendered the card ended: signal SIGABRT");
    expect(exits.map(({ cause, signal }) => `${cause} ${signal}`)).toEqual(Array(3).fill("crash SIGABRT"));
  });

  it("are replaced when they end while they do nothing", async () => {
    const { pool, nextExit } = startPool({ size: 1 });
    await pool.render(toCard("a"));
    const [pid] = pool.pids;
    end(pid);
    expect(await nextExit()).toMatchObject({ pid, cause: "crash" });
    expect((await pool.render(toCard("b"))).html).toBe("<p>b</p>");
    expect(pool.pids).not.toContain(pid);
  });
});

describe("templates that end processes", () => {
  const bomb = toTemplate(
    "if (customer.name === 'bad') { const l = []; for (let i = 0; i < 7; i++) l.push(new Array(1000000).fill(i)); } <b>{customer.name}</b>",
  );

  it("are not tried for a while when several of their cards in a row did; other templates are", async () => {
    const { pool, exits } = startPool({ size: 1, memoryMb: 32, attempts: 1, quarantineAfter: 2 });
    const names = ["bad", "bad", "good", "bad"];
    const results = await collect(pool.renderAll([...names.map((name) => toCard(name, bomb)), toCard("other")]));
    expect(results.map((result) => (result.ok ? result.html : result.reason))).toEqual([
      "memory",
      "memory",
      "quarantine",
      "quarantine",
      "<p>other</p>",
    ]);
    expect(results[2]?.diagnostics[0]?.message).toBe("the template is not tried for a while: 2 of its cards in a row ended their process");
    expect(exits.length).toBe(2);
  });

  it("are not held against their good cards: those come out, and clear them", async () => {
    const { pool, exits } = startPool({ size: 1, memoryMb: 32, attempts: 1, quarantineAfter: 2 });
    const names = ["bad", "good", "bad", "good"];
    const results = await collect(pool.renderAll(names.map((name) => toCard(name, bomb))));
    expect(results.map((result) => (result.ok ? result.html : result.reason))).toEqual(["memory", "<b>good</b>", "memory", "<b>good</b>"]);
    expect(exits.length).toBe(2);
  });

  it("are tried again when the time is over", async () => {
    const { pool } = startPool({ size: 1, memoryMb: 32, attempts: 1, quarantineAfter: 1, quarantineMs: 0 });
    const results = await collect(pool.renderAll(["bad", "good"].map((name) => toCard(name, bomb))));
    expect(results.map((result) => (result.ok ? result.html : result.reason))).toEqual(["memory", "<b>good</b>"]);
  });
});
