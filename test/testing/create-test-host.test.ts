import { describe, expect, it } from "vitest";
import type { HostRequest } from "../../src/runtime/host.ts";
import { createTestHost, type TestHostOptions } from "../../src/testing.ts";

const never = new AbortController().signal;
const ask = (url: string, rest: Partial<HostRequest> = {}): HostRequest => ({ url, method: "GET", signal: never, ...rest });

describe("recorded answers to requests", () => {
  it("gives the first that matches by method, address and body", async () => {
    const host = createTestHost({
      requests: [
        { method: "post", url: "/v1/a", body: { kind: "x", list: [1, { deep: true }] }, answer: "first" },
        { method: "POST", url: /^\/v1\/a/g, answer: "second" },
        { url: "/v1/a", answer: "third" },
      ],
    });
    const body = { kind: "x", list: [1, { deep: true, more: 1 }], other: null };
    expect(await host.request(ask("/v1/a", { method: "POST", body }))).toBe("first");
    expect(await host.request(ask("/v1/a", { method: "POST", body: { ...body, list: [1] } }))).toBe("second");
    expect(await host.request(ask("/v1/a?page=2", { method: "POST" }))).toBe("second");
    expect(await host.request(ask("/v1/a"))).toBe("third");
    expect(host.pending).toEqual([]);
  });

  it("asks a function for the answer", async () => {
    const host = createTestHost({ requests: [{ url: "/v1/echo", answer: async ({ body }) => ({ data: body }) }] });
    expect(await host.request(ask("/v1/echo", { body: { n: 1 } }))).toEqual({ data: { n: 1 } });
  });

  it("uses a record as often as it says, then the next", async () => {
    const host = createTestHost({
      requests: [
        { url: "/v1/a", answer: 1, times: 2 },
        { url: "/v1/a", answer: 2, times: 1 },
      ],
    });
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await host.request(ask("/v1/a")));
    expect(answers).toEqual([1, 1, 2]);
    await expect(host.request(ask("/v1/a"))).rejects.toThrow(
      "nothing is recorded for GET /v1/a; recorded is: /v1/a (used up), /v1/a (used up)",
    );
  });

  it("fails with status and body from 400 on, and with an error where one is recorded", async () => {
    const host = createTestHost({
      requests: [
        { url: "/v1/gone", status: 404, answer: { errors: [{ title: "not found" }] } },
        { url: "/v1/down", error: "no network" },
      ],
    });
    await expect(host.request(ask("/v1/gone"))).rejects.toEqual({ status: 404, body: { errors: [{ title: "not found" }] } });
    await expect(host.request(ask("/v1/down"))).rejects.toMatchObject({ message: expect.stringContaining("no network") });
  });

  it("says what was asked and what is recorded when nothing matches", async () => {
    const host = createTestHost({ requests: [{ method: "post", url: /x+/, body: { a: 1 } }] });
    await expect(host.request(ask("/v1/nope"))).rejects.toMatchObject({
      message: expect.stringContaining('nothing is recorded for GET /v1/nope; recorded is: POST /x+/ with {"a":1}'),
    });
    await expect(createTestHost().request(ask("/v1/nope"))).rejects.toMatchObject({
      message: expect.stringContaining("recorded is: nothing at all"),
    });
    expect(host.unmatched).toEqual(["GET /v1/nope"]);
  });
});

describe("recorded answers to commands and fetches", () => {
  it("offers commands only where some are recorded", async () => {
    expect("command" in createTestHost()).toBe(false);
    const host = createTestHost({ commands: [{ name: "acme.app.refund", body: { cents: 5 }, answer: { ok: true } }] });
    expect(await host.command?.("acme.app.refund", { body: { cents: 5 } }, never)).toEqual({ ok: true });
    await expect(host.command?.("acme.app.other", {}, never)).rejects.toMatchObject({
      message: expect.stringContaining("nothing is recorded for acme.app.other"),
    });
  });

  it("answers fetches with text or JSON, whatever the status", async () => {
    const host = createTestHost({
      fetches: [
        { url: "https://a.example/text", answer: "hello", status: 404, headers: { "X-Id": "7" } },
        { method: "POST", url: "https://a.example/json", body: { q: 1 }, answer: { found: 2 } },
      ],
    });
    const init = { method: "GET", headers: {}, signal: never };
    const text = await host.fetch("https://a.example/text", init);
    expect([text.status, await text.text(), ...(text.headers ?? [])]).toEqual([
      404,
      "hello",
      ["content-type", "text/plain;charset=utf-8"],
      ["x-id", "7"],
    ]);
    const json = await host.fetch("https://a.example/json", { ...init, method: "POST", body: '{"q":1,"more":2}' });
    expect([json.status, await (await json.blob?.())?.text()]).toEqual([200, '{"found":2}']);
    await expect(host.fetch("https://b.example/", init)).rejects.toMatchObject({
      message: expect.stringContaining("nothing is recorded for GET https://b.example/"),
    });
  });
});

describe("changes of attributes and searches", () => {
  const change = { resource: "customer", id: "c1", field: "tierStr", value: "gold", previous: "silver" };
  const query = { kind: "user", text: "ki", resource: "conversation", field: "assignedUsers" } as const;

  it("are offered only where some are recorded", () => {
    expect(Object.keys(createTestHost()).filter((name) => name === "updateAttribute" || name === "search")).toEqual([]);
  });

  it("take changes, or fail as recorded, and note them", async () => {
    const host = createTestHost({
      updates: [
        { field: "tierStr", body: { value: "lead" }, error: "no such tier" },
        { field: /Str$/, times: 1 },
      ],
    });
    expect(await host.updateAttribute?.({ ...change, signal: never })).toBeUndefined();
    await expect(host.updateAttribute?.({ ...change, value: "lead", signal: never })).rejects.toEqual({ message: "no such tier" });
    await expect(host.updateAttribute?.({ ...change, signal: never })).rejects.toMatchObject({
      message: 'nothing is recorded for tierStr; recorded is: tierStr with {"value":"lead"}, /Str$/ (used up)',
    });
    expect(host.calls[0]).toEqual({ service: "updateAttribute", ...change });
  });

  it("find by name, or for a text what is recorded for it", async () => {
    const people = [
      { id: "u1", name: "Kim Berg" },
      { id: "u2", name: "Lee Park" },
    ];
    const host = createTestHost({
      searches: [
        { kind: "user", text: "boss", answer: people.slice(1) },
        { kind: "user", answer: people },
      ],
    });
    expect(await host.search?.({ ...query, signal: never })).toEqual(people.slice(0, 1));
    expect(await host.search?.({ ...query, text: "", signal: never })).toEqual(people);
    expect(await host.search?.({ ...query, text: "boss", signal: never })).toEqual(people.slice(1));
    expect(host.calls[0]).toEqual({ service: "search", ...query });
    expect(() => createTestHost({ searches: [{ kind: "user", name: "x" } as never] })).toThrow("unknown key of `searches[0]` `name`");
  });
});

describe("what a card did", () => {
  it("is kept in order", async () => {
    const host = createTestHost({ requests: [{ url: "/v1/a" }] });
    host.log("info", ["start", 1]);
    await host.request(ask("/v1/a", { method: "POST", body: { n: 1 }, headers: { "x-a": "b" } }));
    host.clipboard("copied text");
    host.openLink("https://a.example/");
    host.notify("alert", "done");
    expect(host.calls).toEqual([
      { service: "log", level: "info", values: ["start", 1] },
      { service: "request", method: "POST", url: "/v1/a", body: { n: 1 }, headers: { "x-a": "b" } },
      { service: "clipboard", text: "copied text" },
      { service: "openLink", url: "https://a.example/" },
      { service: "notify", kind: "alert", message: "done", initial: undefined },
    ]);
    expect(host.copied).toBe("copied text");
  });

  it("gets the answers to confirm and prompt that the test gave, else they are dismissed", () => {
    const host = createTestHost();
    host.answerNotify(true, "Ada");
    expect(host.notify("confirm", "sure?")).toBe(true);
    expect(host.notify("alert", "hm")).toBe(undefined);
    expect(host.notify("prompt", "name?", "x")).toBe("Ada");
    expect(host.notify("confirm", "sure?")).toBe(false);
    expect(host.notify("prompt", "name?")).toBe(null);
  });
});

describe("a clock that stands", () => {
  it("runs timers in order at their instants, and lets the card settle between", async () => {
    const host = createTestHost({ clock: "2026-10-02T15:04:05Z", requests: [{ url: "/v1/a", answer: "late", delay: 250 }] });
    const start = Date.parse("2026-10-02T15:04:05Z");
    const seen: unknown[] = [];
    const note = (what: unknown) => seen.push([what, host.clock.now() - start]);
    host.clock.setTimeout(() => note("second"), 200);
    host.clock.setTimeout(() => {
      note("first");
      setTimeout(() => host.clock.setTimeout(() => note("from an effect"), 50), 0);
    }, 100);
    const stopped = host.clock.setTimeout(() => note("never"), 150);
    host.clock.clearTimeout(stopped);
    void Promise.resolve(host.request(ask("/v1/a"))).then(note);
    expect(host.pending).toEqual(["GET /v1/a", "timer in 100 ms", "timer in 200 ms"]);

    await host.settle();
    expect(seen).toEqual([]);
    await host.advance(199);
    expect(seen).toEqual([
      ["first", 100],
      ["from an effect", 150],
    ]);
    expect(host.pending).toEqual(["GET /v1/a", "timer in 1 ms"]);
    await host.advance(1_000);
    expect(seen.slice(2)).toEqual([
      ["second", 200],
      ["late", 250],
    ]);
    expect(host.clock.now()).toBe(start + 1_199);
    expect(host.pending).toEqual([]);
  });

  it("ends for timers that start one another without delay", async () => {
    const host = createTestHost({ clock: 0 });
    let runs = 0;
    const again = () => {
      runs++;
      host.clock.setTimeout(again, 0);
    };
    host.clock.setTimeout(again, 0);
    await host.advance(3);
    expect(runs).toBe(4);
  });

  it("never answers after `Infinity`, and forgets what is given up", async () => {
    const host = createTestHost({
      clock: 0,
      requests: [
        { url: "/v1/never", delay: Number.POSITIVE_INFINITY },
        { url: "/v1/late", delay: 10 },
      ],
    });
    const aborts = new AbortController();
    const asked = ["/v1/never", "/v1/late"].map((url) => Promise.resolve(host.request(ask(url, { signal: aborts.signal }))).catch(String));
    await host.settle();
    expect(host.pending).toEqual(["GET /v1/never", "GET /v1/late"]);
    aborts.abort("gone");
    expect(await Promise.all(asked)).toEqual(["gone", "gone"]);
    expect(host.pending).toEqual([]);
    expect(await Promise.resolve(host.request(ask("/v1/late", { signal: aborts.signal }))).catch(String)).toBe("gone");
  });

  it("moves once at a time", async () => {
    const host = createTestHost({ clock: 0 });
    const first = host.advance(10);
    await expect(host.advance(10)).rejects.toThrow("await the `advance` before");
    await first;
    expect(host.clock.now()).toBe(10);
  });
});

describe("the platform's clock", () => {
  it("runs timers by itself, and says so when it is to be advanced", async () => {
    const host = createTestHost();
    const ran = new Promise<string>((resolve) => host.clock.setTimeout(() => resolve("ran"), 1));
    const stopped = host.clock.setTimeout(() => {}, 60_000);
    expect(host.pending.length).toBe(2);
    expect(await ran).toBe("ran");
    host.clock.clearTimeout(stopped);
    expect(host.pending).toEqual([]);
    await expect(host.advance(1)).rejects.toThrow("give the option `clock`");
    await expect(host.advance(-1)).rejects.toThrow("argument `milliseconds`");
  });
});

describe("settling", () => {
  it("goes on while a card asks, and ends for one that asks without end", async () => {
    const host = createTestHost({ requests: [{ url: "/v1/a" }] });
    let left = 20;
    const next = async (): Promise<void> => {
      await host.request(ask("/v1/a"));
      if (left-- > 0) setTimeout(() => void next(), 0);
    };
    void next();
    await host.settle();
    expect(host.calls.length).toBe(21);
    left = Number.POSITIVE_INFINITY;
    void next();
    await host.settle();
    left = 0;
    expect(host.calls.length).toBeGreaterThan(22);
  });
});

describe("storage", () => {
  const options = { storage: { local: { token: "abc", other: "1" }, session: { step: "2" } } };

  it("holds the initial content for every card, by the template's own keys", () => {
    const { local, session } = createTestHost(options).storage;
    expect(local.getItem("kview/order/token")).toBe("abc");
    expect(local.getItem("kview/chat/token")).toBe("abc");
    local.setItem("kview/order/token", "def");
    expect([local.getItem("kview/order/token"), local.getItem("kview/chat/token")]).toEqual(["def", "abc"]);
    local.removeItem("kview/order/other");
    expect(local.getItem("kview/order/other")).toBe(null);
    expect([local.length, local.key(0), local.key(9)]).toEqual([3, "kview/order/token", null]);
    expect(session.getItem("kview/order/step")).toBe("2");
    expect(session.getItem("kview/order/token")).toBe(null);
  });

  it("is read by a test without the card's prefix", () => {
    const { local } = createTestHost(options).storage;
    expect([local.getItem("token"), local.getItem("toString")]).toEqual(["abc", null]);
    local.setItem("kview/order/token", "def");
    expect([local.getItem("token"), local.getItem("nope")]).toEqual(["def", null]);
  });
});

describe("options", () => {
  it.each<[string, object, string]>([
    ["an unknown key", { request: [] }, "unknown option `request`; did you mean `requests`?"],
    ["no list", { requests: {} }, "option `requests` has to be a list"],
    ["no object", { requests: [1] }, "option `requests[0]` has to be an object"],
    ["an unknown key of a record", { fetches: [{ ulr: "x" }] }, "unknown key of `fetches[0]` `ulr`; did you mean `url`?"],
    ["a record without address", { requests: [{ url: "/" }, {}] }, "option `requests[1].url` has to be text or a regular expression"],
    ["a command without name", { commands: [{}] }, "option `commands[0].name`"],
    ["no method", { requests: [{ url: "/", method: 1 }] }, "option `requests[0].method`"],
    ["no error", { requests: [{ url: "/", error: {} }] }, "option `requests[0].error` has to be text"],
    ["error and answer", { requests: [{ url: "/", error: "x", answer: 1 }] }, "option `requests[0].error` has to be alone"],
    ["no status", { requests: [{ url: "/", status: 99 }] }, "option `requests[0].status`"],
    ["no delay", { requests: [{ url: "/", delay: -1 }] }, "option `requests[0].delay`"],
    ["no count", { requests: [{ url: "/", times: 0 }] }, "option `requests[0].times`"],
    ["no headers", { fetches: [{ url: "/", headers: [] }] }, "option `fetches[0].headers`"],
    ["an unknown storage", { storage: { cookies: {} } }, "unknown key of `storage` `cookies`"],
    ["no texts in storage", { storage: { local: { a: 1 } } }, "option `storage.local` has to be an object of texts"],
    ["no instant", { clock: "soon" }, "option `clock`"],
    ["no address", { location: "/x" }, "option `location`"],
    ["no permission", { allow: ["camera"] }, "option `allow`"],
  ])("are refused at once: %s", (_, options, message) => {
    expect(() => createTestHost(options as TestHostOptions)).toThrow(message);
    expect(() => createTestHost(options as TestHostOptions)).toThrow(TypeError);
  });

  it("hand on address and permissions", () => {
    const host = createTestHost({ location: "https://a.example/x", allow: ["files"] });
    expect([host.location, host.allow]).toEqual(["https://a.example/x", ["files"]]);
    expect("location" in createTestHost()).toBe(false);
  });
});
