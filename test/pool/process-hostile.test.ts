import { describe, expect, it } from "vitest";
import type { PoolCard } from "../../src/pool.ts";
import { startPool, toTemplate, writeFakeChild } from "./start-pool.ts";

// Scripts in the place of a child: what a template might say that had broken out of all its walls.

const card: PoolCard = { template: toTemplate("<p>{customer.name}</p>"), data: { resource: "customer", customer: { name: "Ada" } } };
const answer = 'say({ card: 0, reason: null, width: "narrow", found: [] }, Buffer.from("ok"));';

describe("a process that is no longer ours", () => {
  const lies: readonly (readonly [string, string])[] = [
    ["garbage", "listen(); writeSync(3, Buffer.alloc(100, 0xff)); hang();"],
    ["text", "listen(); writeSync(3, 'hello, here is your card: <script>'); hang();"],
    ["no JSON", "listen(); say('{\"card\":0,'); hang();"],
    ["a deep value", "listen(); say('['.repeat(100000) + ']'.repeat(100000)); hang();"],
    ["a head that is too long", "listen(); writeSync(3, Buffer.from([255, 255, 255, 255, 0, 0, 0, 0])); hang();"],
    ["a body that is too long", "listen(); writeSync(3, Buffer.from([2, 0, 0, 0, 1, 4, 0, 0])); hang();"],
    ["a card that was not asked for", 'listen(); say({ card: 1, reason: null, width: "narrow", found: [] }); hang();'],
    ["a card twice", `listen(); ${answer} ${answer} hang();`],
    ["the end before the card", "listen(); say({ end: 0, heap: 1 }); hang();"],
    ["another end", `listen(); ${answer} say({ end: 7, heap: 1 }); hang();`],
    ["that it is ready, again", "listen(); say({ ready: true }); hang();"],
    ["a reason of its own", 'listen(); say({ card: 0, reason: "granted", width: "narrow", found: [] }); hang();'],
    ["a diagnostic of its own", 'listen(); say({ card: 0, reason: null, width: "narrow", found: [{ code: "x" }] }); hang();'],
    [
      "keys that are not its own",
      'listen(); say(\'{"__proto__":{"polluted":1},"card":0,"reason":null,"width":"narrow","found":[]}\'); hang();',
    ],
  ];

  it.each(lies)("is ended when it sends %s", async (name, code) => {
    const file = writeFakeChild(`lie-${name.replace(/\W+/g, "-")}`, `say({ ready: true });\n${code}`);
    const { pool, exits } = startPool({ size: 1, attempts: 1, outputBytes: 1_024 }, file);
    const result = await pool.render(card);
    if (!result.ok)
      expect(result).toMatchObject({
        reason: "crash",
        diagnostics: [{ message: "the process that rendered the card ended: it sent what no card sends" }],
      });
    while (exits.length === 0) await new Promise(setImmediate);
    expect(exits[0]).toMatchObject({ cause: "protocol", signal: "SIGKILL" });
    expect(result.ok).toBe(/twice|another end/.test(name));
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ["before it is asked anything", `${answer} say({ ready: true }); hang();`],
    [
      "when nothing is asked of it",
      `say({ ready: true }); listen(); ${answer} say({ end: 0, heap: 1 }); say({ end: 1, heap: 1 }); hang();`,
    ],
    [
      "a part of a frame, when nothing is",
      `say({ ready: true }); listen(); ${answer} say({ end: 0, heap: 1 }); writeSync(3, Buffer.alloc(4)); hang();`,
    ],
  ])("is ended when it speaks %s", async (name, code) => {
    const file = writeFakeChild(`speaks-${name.replace(/\W+/g, "-")}`, code);
    const { pool, nextExit } = startPool({ size: 1, attempts: 1 }, file);
    const result = pool.render(card).catch((error: unknown) => expect(error).toMatchObject({ code: "closed" }));
    expect(await nextExit()).toMatchObject({ cause: "protocol" });
    await pool.close({ now: true });
    // What came before it lied is what it was asked for; else the card had no process.
    await result;
  });

  it("can't fill the host with what it writes to standard error", async () => {
    const file = writeFakeChild(
      "loud",
      "for (let i = 0; i < 50; i++) writeSync(2, 'x'.repeat(60000) + i);\nsay({ ready: true }); listen(); process.exit(3);",
    );
    const { pool, exits } = startPool({ size: 1, attempts: 1 }, file);
    expect(await pool.render(card)).toMatchObject({ ok: false, reason: "crash" });
    expect(exits[0]).toMatchObject({ code: 3, cause: "crash" });
    expect(exits[0]?.stderr.length).toBe(16_384);
    expect(exits[0]?.stderr).toMatch(/x49$/);
  });

  it("has no walls to climb over: it can't start a process, a thread, or write a file", async () => {
    const file = writeFakeChild(
      "climber",
      `const attempts = [
        async () => (await import("node:child_process")).spawnSync("true"),
        async () => new (await import("node:worker_threads")).Worker("", { eval: true }),
        async () => (await import("node:fs")).writeFileSync("/tmp/kview-pool-test", ""),
        async () => process.kill(process.ppid, 0) && Function("return 1")(),
      ];
      const found = [];
      for (const attempt of attempts) found.push(await attempt().then(() => "done", (error) => error.code ?? error.name));
      say({ ready: true });
      listen();
      say({ card: 0, reason: null, width: "narrow", found: [] }, Buffer.from(found.join(" ") + " " + Object.keys(process.env).length));
      say({ end: 0, heap: 1 });
      hang();`,
    );
    const { pool } = startPool({ size: 1 }, file);
    expect((await pool.render(card)).html).toBe("ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED EvalError 0");
  });
});
