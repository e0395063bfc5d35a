import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type PoolCard, PoolError } from "../../src/pool.ts";
import { collect, isAlive, startPool, toTemplate, writeFakeChild } from "./start-pool.ts";

const hello = toTemplate("<p>{customer.name}</p>");
const toCard = (name: string): PoolCard => ({ template: hello, data: { resource: "customer", customer: { name } } });
const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);
const html = (name: string) => `<p>${name}</p>`;

/** A process that is there, and never answers. */
const silent = () => writeFakeChild("silent", "say({ ready: true }); hang();");

describe("closing", () => {
  it("finishes what was asked for, takes nothing more, and leaves no process", async () => {
    const { pool, pids, exits } = startPool();
    const results = Promise.all(names(300).map((name) => pool.render(toCard(name))));
    const closed = pool.close();
    await expect(pool.render(toCard("late"))).rejects.toMatchObject({ name: "PoolError", code: "closed" });
    expect((await results).map((result) => result.html)).toEqual(names(300).map(html));
    await closed;
    expect([...pids].filter(isAlive)).toEqual([]);
    expect(pool.pids).toEqual([]);
    expect(exits.map(({ cause }) => cause)).toEqual(["closed", "closed"]);
    await pool.close();
  });

  it("ends what is under way if it has to be now, also when it was told to close before", async () => {
    const { pool, pids } = startPool({ size: 2, timeoutMs: 60_000 }, silent());
    const results = Promise.allSettled(names(100).map((name) => pool.render(toCard(name))));
    const closed = pool.close();
    await pool.close({ now: true });
    await closed;
    for (const result of await results) expect(result).toMatchObject({ status: "rejected", reason: { name: "PoolError", code: "closed" } });
    expect([...pids].filter(isAlive)).toEqual([]);
    expect(pool.waiting).toBe(0);
  });

  it("ends a stream behind what it had taken", async () => {
    const { pool } = startPool({ size: 1, batchSize: 4 });
    const found: string[] = [];
    const all = (async () => {
      for await (const result of pool.renderAll(names(500).map(toCard))) {
        if (found.push(result.html) === 10) void pool.close();
      }
    })();
    await expect(all).rejects.toMatchObject({ code: "closed" });
    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(found).toEqual(names(found.length).map(html));
  });

  it("is what `await using` does", async () => {
    const { pool, pids } = startPool({ size: 1 });
    await pool[Symbol.asyncDispose]();
    expect([...pids].filter(isAlive)).toEqual([]);
    await expect(pool.render(toCard("late"))).rejects.toThrow(PoolError);
  });

  it.each(["", "kill"])("happens by itself when the host has nothing else to do, or is gone: %s", async (how) => {
    mkdirSync(resolve(".out/pool"), { recursive: true });
    const file = resolve(".out/pool/host.mjs");
    writeFileSync(
      file,
      `import { compile } from "kview";
      import { createRenderPool } from "kview/pool";
      const pool = createRenderPool({ size: 2 });
      const { template } = compile("<p>{customer.name}</p>");
      const { html } = await pool.render({ template, data: { resource: "customer", customer: { name: "Ada" } } });
      console.log(JSON.stringify({ html, pids: pool.pids }));
      if (process.argv[2] === "kill") process.kill(process.pid, "SIGKILL");`,
    );
    const { stdout, signal } = spawnSync(process.execPath, [file, how], { encoding: "utf8" });
    const said = JSON.parse(stdout) as { readonly html: string; readonly pids: readonly number[] };
    expect([said.html, said.pids.length, signal]).toEqual(["<p>Ada</p>", 2, how === "" ? null : "SIGKILL"]);
    while (said.pids.some(isAlive)) await new Promise(setImmediate);
  });
});

describe("back-pressure", () => {
  it("takes from a stream what its processes can use, and no more", async () => {
    const { pool } = startPool({ size: 2, batchSize: 8 });
    let taken = 0;
    let shown = 0;
    let most = 0;
    function* read() {
      for (;;) {
        most = Math.max(most, ++taken - shown);
        yield toCard(`n${taken}`);
      }
    }
    for await (const result of pool.renderAll(read())) {
      expect(result.html).toBe(`<p>n${++shown}</p>`);
      if (shown === 400) break;
    }
    // Three batches for each process, and the card that is being shown.
    expect(most).toBeLessThanOrEqual(3 * 2 * 8 + 1);
    expect(most).toBeGreaterThan(2 * 8);
    expect(pool.waiting).toBeLessThanOrEqual(3 * 2 * 8);
  });

  it("rejects calls of `render` beyond the limit; streams wait for room", async () => {
    const { pool } = startPool({ size: 1, batchSize: 4, queueLimit: 10 });
    const calls = await Promise.allSettled(names(15).map((name) => pool.render(toCard(name))));
    expect(calls.map(({ status }) => status)).toEqual([...Array(10).fill("fulfilled"), ...Array(5).fill("rejected")]);
    expect(calls[12]).toMatchObject({ reason: { name: "PoolError", code: "full" } });
    const streams = [1, 2, 3].map(() => collect(pool.renderAll(names(50).map(toCard))));
    for (const results of await Promise.all(streams)) expect(results.map((result) => result.html)).toEqual(names(50).map(html));
  });
});

describe("giving up", () => {
  it("a card: it rejects with the reason, and others are rendered", async () => {
    const { pool } = startPool({ size: 1, batchSize: 4 });
    const control = new AbortController();
    const gone = pool.render(toCard("gone"), { signal: control.signal });
    const stays = pool.render(toCard("stays"));
    control.abort(new Error("not needed"));
    await expect(gone).rejects.toThrow("not needed");
    await expect(pool.render(toCard("never"), { signal: control.signal })).rejects.toThrow("not needed");
    expect((await stays).html).toBe("<p>stays</p>");
  });

  it("a stream: also when its cards are under way, and the pool goes on", async () => {
    const { pool } = startPool({ size: 1, batchSize: 4 });
    const control = new AbortController();
    const found: string[] = [];
    const all = (async () => {
      for await (const result of pool.renderAll(names(100).map(toCard), { signal: control.signal })) {
        if (found.push(result.html) === 6) control.abort(new Error("enough"));
      }
    })();
    await expect(all).rejects.toThrow("enough");
    expect(found).toEqual(names(6).map(html));
    expect((await pool.render(toCard("next"))).html).toBe("<p>next</p>");
  });
});

describe("mistakes of the caller", () => {
  it("reject `render`, and end a stream behind the cards before them", async () => {
    const { pool } = startPool({ size: 1 });
    await expect(pool.render({ ...toCard("a"), options: { host: {} } } as PoolCard)).rejects.toThrow("option `host`");
    await expect(pool.render(toCard("a"), { signl: 1 } as object)).rejects.toThrow("unknown option `signl`");
    await expect(pool.render(toCard("a"), { signal: "now" } as object)).rejects.toThrow("option `signal`");
    expect(() => pool.renderAll([], { signal: null } as object)).toThrow("option `signal`");
    expect(() => pool.renderAll(7 as unknown as PoolCard[])).toThrow("argument `cards`");
    const results = pool.renderAll([toCard("a"), { data: {} } as PoolCard, toCard("c")]);
    expect((await results.next()).value?.html).toBe("<p>a</p>");
    await expect(results.next()).rejects.toThrow(TypeError);
    expect(pool.waiting).toBe(0);
  });
});

describe("processes that never start", () => {
  it.each([
    ["a flag that Node does not know", { nodeFlags: ["--no-such-flag"] }, undefined, /exit code 9; .*bad option: --no-such-flag/],
    ["a script that is not there", {}, "/nowhere/child.js", /exit code 1; [\s\S]*\/nowhere\/child\.js/],
    ["a script that ends at once", {}, "quits", /exit code 4$/],
    ["a script that says nothing in time", { startMs: 50 }, "says-nothing", /signal SIGKILL$/],
  ])("are a clear error: %s", async (_, options, script, message) => {
    const codes: Readonly<Record<string, string>> = { quits: "process.exit(4);", "says-nothing": "hang();" };
    const file = script !== undefined && script in codes ? writeFakeChild(script, codes[script] ?? "") : script;
    const { pool, exits } = startPool({ size: 2, ...options }, file);
    const calls = await Promise.allSettled([pool.render(toCard("a")), pool.render(toCard("b"))]);
    for (const call of calls) {
      expect(call).toMatchObject({ status: "rejected", reason: { name: "PoolError", code: "start" } });
      if (call.status === "rejected") expect((call.reason as Error).message).toMatch(message);
    }
    expect(new Set(exits.map(({ cause }) => cause))).toEqual(new Set(["start"]));
    await expect(collect(pool.renderAll([toCard("c")]))).rejects.toMatchObject({ code: "start" });
  });
});

describe("processes that have done their share", () => {
  it("are replaced after a number of batches", async () => {
    const { pool, pids, exits } = startPool({ size: 1, batchSize: 2, maxBatches: 2 });
    const results = await collect(pool.renderAll(names(10).map(toCard)));
    expect(results.map((result) => result.html)).toEqual(names(10).map(html));
    expect(pids.size).toBe(3);
    await pool.close();
    expect(exits.map(({ cause }) => cause).sort()).toEqual(["closed", "recycled", "recycled"]);
  });

  it("are replaced when they hold too much of their memory", async () => {
    const full = writeFakeChild(
      "full",
      `say({ ready: true }); listen(); say({ card: 0, reason: null, width: "narrow", found: [] }, Buffer.from("ok"));
      say({ end: 0, heap: 25_000_000 }); hang();`,
    );
    const { pool, pids, exits } = startPool({ size: 1, memoryMb: 24 }, full);
    for (const name of ["a", "b", "c"]) expect((await pool.render(toCard(name))).html).toBe("ok");
    await pool.close();
    expect(pids.size).toBeGreaterThanOrEqual(3);
    expect(exits.filter(({ cause }) => cause === "recycled").length).toBeGreaterThanOrEqual(2);
  });
});
