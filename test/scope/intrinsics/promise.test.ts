import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { LimitError, TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native } from "../../../src/runtime/handles.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { set } from "../../../src/runtime/set.ts";
import { createPromise, promiseState } from "../../../src/scope/intrinsics/promise.ts";
import { pending } from "../../../src/scope/intrinsics/promise-jobs.ts";
import { createTestRealm } from "../../support/realm.ts";
import { invoke, make } from "./compare.ts";

function fn(run: (...args: unknown[]) => unknown): Native {
  return new Native({ name: "callback", run: (_realm, _self, args) => run(...args) });
}

function thrower(value: unknown): Native {
  return fn(() => {
    throw new TemplateThrow(value, 7);
  });
}

/** What a promise value settles to; `pending` if it does not. */
async function outcome(value: unknown): Promise<unknown> {
  const promise = promiseState(value);
  const late = new Promise((resolve) => setTimeout(() => resolve("pending"), 5));
  return Promise.race([
    promise?.then(
      (result) => ({ value: result }),
      (error) => ({ threw: (error as TemplateThrow).value }),
    ),
    late,
  ]);
}

function setup(): {
  realm: Realm;
  diagnostics: Diagnostic[];
  promises: unknown;
  resolve: (value: unknown) => unknown;
  reject: (value: unknown) => unknown;
} {
  const diagnostics: Diagnostic[] = [];
  const realm = createTestRealm({ report: (diagnostic) => diagnostics.push(diagnostic) });
  const promises = realm.globals.get("Promise");
  return {
    realm,
    diagnostics,
    promises,
    resolve: (value) => invoke(realm, promises, "resolve", value),
    reject: (value) => invoke(realm, promises, "reject", value),
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("Promise", () => {
  it("chains, catches and finishes", async () => {
    const { realm, resolve, reject } = setup();
    const plus = fn((value) => (value as number) + 1);
    expect(await outcome(invoke(realm, resolve(1), "then", plus))).toEqual({ value: 2 });
    expect(await outcome(invoke(realm, invoke(realm, resolve(1), "then", thrower("bad")), "then", plus))).toEqual({ threw: "bad" });
    expect(
      await outcome(
        invoke(
          realm,
          reject("bad"),
          "catch",
          fn((reason) => `caught ${reason}`),
        ),
      ),
    ).toEqual({ value: "caught bad" });
    expect(await outcome(invoke(realm, resolve(1), "then", undefined, plus))).toEqual({ value: 1 });
    expect(
      await outcome(
        invoke(
          realm,
          resolve(1),
          "finally",
          fn(() => 9),
        ),
      ),
    ).toEqual({ value: 1 });
    expect(
      await outcome(
        invoke(
          realm,
          reject("bad"),
          "finally",
          fn(() => 9),
        ),
      ),
    ).toEqual({ threw: "bad" });
    expect(await outcome(invoke(realm, resolve(1), "finally", thrower("worse")))).toEqual({ threw: "worse" });
    expect(
      await outcome(
        invoke(
          realm,
          resolve(1),
          "then",
          fn(() => resolve(resolve("inner"))),
        ),
      ),
    ).toEqual({ value: "inner" });
  });

  it("is made by an executor, and settles once", async () => {
    const { realm } = setup();
    const native = (run: (...args: never[]) => unknown) => fn(run as (...args: unknown[]) => unknown);
    const called = (settle: unknown, value: unknown) => (settle as Native).run?.(realm, undefined, [value]);
    expect(
      await outcome(
        make(
          realm,
          "Promise",
          native((resolve: unknown, reject: unknown) => [called(resolve, 1), called(reject, 2)]),
        ),
      ),
    ).toEqual({ value: 1 });
    expect(await outcome(make(realm, "Promise", thrower("bad")))).toEqual({ threw: "bad" });
    expect(
      await outcome(
        make(
          realm,
          "Promise",
          fn(() => 1),
        ),
      ),
    ).toBe("pending");
    expect(() => make(realm, "Promise", 1)).toThrow();
    const { promise, resolve } = invoke(realm, realm.globals.get("Promise"), "withResolvers") as Record<string, unknown>;
    called(resolve, promise);
    expect(get(realm, ((await outcome(promise)) as { threw: unknown }).threw, "name")).toBe("TypeError");
  });

  it("asks the `then` of the template's own objects, in a job", async () => {
    const { realm, resolve } = setup();
    const order: string[] = [];
    const thenable = createRecord();
    set(
      realm,
      thenable,
      "then",
      fn((settle) => {
        order.push("then");
        return (settle as Native).run?.(realm, undefined, ["settled"]);
      }),
    );
    const promise = resolve(thenable);
    order.push("after");
    expect(await outcome(promise)).toEqual({ value: "settled" });
    expect(order).toEqual(["after", "then"]);
    const plain = createRecord();
    set(realm, plain, "then", "no function");
    expect(await outcome(resolve(plain))).toEqual({ value: plain });
  });

  it("waits for several", async () => {
    const { realm, promises, resolve, reject } = setup();
    const run = (name: string, list: unknown) => outcome(invoke(realm, promises, name, list));
    expect(await run("all", [resolve(1), 2, resolve(3)])).toEqual({ value: [1, 2, 3] });
    expect(await run("all", [resolve(1), reject("bad")])).toEqual({ threw: "bad" });
    expect(
      await run("race", [
        make(
          realm,
          "Promise",
          fn(() => 1),
        ),
        resolve(2),
      ]),
    ).toEqual({ value: 2 });
    expect(await run("any", [reject("bad"), resolve(2)])).toEqual({ value: 2 });
    const none = (await run("any", [reject("a"), reject("b")])) as { threw: unknown };
    expect(get(realm, none.threw, "name")).toBe("AggregateError");
    expect(get(realm, none.threw, "errors")).toEqual(["a", "b"]);
    const settled = (await run("allSettled", [resolve(1), reject("b")])) as { value: Record<string, unknown>[] };
    expect(settled.value.map((item) => ({ ...item }))).toEqual([
      { status: "fulfilled", value: 1 },
      { status: "rejected", reason: "b" },
    ]);
    expect(get(realm, ((await run("all", 5)) as { threw: unknown }).threw, "name")).toBe("TypeError");
    expect(
      await outcome(
        invoke(
          realm,
          promises,
          "try",
          fn((value) => value),
          4,
        ),
      ),
    ).toEqual({ value: 4 });
    expect(await outcome(invoke(realm, promises, "try", thrower("bad")))).toEqual({ threw: "bad" });
  });

  it("runs callbacks in the host's order", async () => {
    const { realm, resolve } = setup();
    const ours: string[] = [];
    const theirs: string[] = [];
    const log = (list: string[], text: string) => () => list.push(text);
    invoke(realm, invoke(realm, resolve(1), "then", fn(log(ours, "a"))), "then", fn(log(ours, "b")));
    invoke(
      realm,
      invoke(
        realm,
        resolve(1),
        "then",
        fn(() => log(ours, "c")() && resolve(2)),
      ),
      "then",
      fn(log(ours, "d")),
    );
    invoke(
      realm,
      invoke(realm, invoke(realm, resolve(1), "then", fn(log(ours, "e"))), "then", fn(log(ours, "f"))),
      "then",
      fn(log(ours, "g")),
    );
    await turn();
    Promise.resolve(1).then(log(theirs, "a")).then(log(theirs, "b"));
    Promise.resolve(1)
      .then(() => log(theirs, "c")() && Promise.resolve(2))
      .then(log(theirs, "d"));
    Promise.resolve(1).then(log(theirs, "e")).then(log(theirs, "f")).then(log(theirs, "g"));
    await turn();
    expect(ours).toEqual(theirs);
  });

  it("reports a rejection that nobody handles, once, and only that", async () => {
    const { realm, diagnostics, reject, resolve } = setup();
    invoke(
      realm,
      reject("handled"),
      "catch",
      fn(() => 1),
    );
    const late = reject("handled later");
    await Promise.resolve();
    invoke(
      realm,
      late,
      "catch",
      fn(() => 1),
    );
    invoke(
      realm,
      resolve(1),
      "then",
      fn(() => 1),
    );
    await turn();
    expect(diagnostics).toEqual([]);
    invoke(
      realm,
      reject("lost"),
      "then",
      fn(() => 1),
    );
    await turn();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["run/rejection", "a promise was rejected and nothing handled it: lost"],
    ]);
  });

  it("never shows a limit error to the template: reports it once, and stays pending", async () => {
    const { realm, diagnostics, resolve, promises } = setup();
    const caught: unknown[] = [];
    const stop = fn(() => {
      throw new LimitError("fuel", "the card used up its steps");
    });
    const chain = invoke(
      realm,
      invoke(realm, resolve(1), "then", stop),
      "catch",
      fn((error) => caught.push(error)),
    );
    const second = invoke(realm, resolve(1), "finally", stop);
    const all = invoke(realm, promises, "allSettled", [chain, second]);
    const failed = createPromise(realm, Promise.reject(new LimitError("fuel", "the card used up its steps")));
    const after = invoke(
      realm,
      failed,
      "catch",
      fn((error) => caught.push(error)),
    );
    expect(await Promise.all([chain, second, all, after].map(outcome))).toEqual(["pending", "pending", "pending", "pending"]);
    expect(caught).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["limit/run"]);
    expect(() => make(realm, "Promise", stop)).toThrow(LimitError);
  });

  it("ends an endless chain of jobs by the budget", async () => {
    const diagnostics: Diagnostic[] = [];
    const realm = createTestRealm({ limits: { fuel: 5_000 }, report: (diagnostic) => diagnostics.push(diagnostic) });
    const again: Native = fn(() => invoke(realm, invoke(realm, realm.globals.get("Promise"), "resolve", 1), "then", again));
    (again.run as Native["run"])?.(realm, undefined, []);
    await turn();
    expect(diagnostics.map(({ code }) => code)).toEqual(["limit/run"]);
  });
});

describe("a promise that stays pending", () => {
  it("never settles, and forgets who waits for it", async () => {
    const never = () => expect.unreachable();
    const waiting = [pending.then(never, never), pending.catch(never), pending.finally(never), Promise.resolve(pending).then(never, never)];
    // The same for all who wait: nothing is kept of them.
    for (const one of waiting.slice(0, 3)) expect(one).toBe(pending);
    const { realm } = setup();
    expect(await outcome(createPromise(realm, pending))).toBe("pending");
    expect(await outcome(invoke(realm, createPromise(realm, pending), "then", fn(never)))).toBe("pending");
    expect(await outcome(createPromise(realm, Promise.all([pending, 1])))).toBe("pending");
  });
});
