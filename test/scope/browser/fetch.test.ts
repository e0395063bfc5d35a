import { describe, expect, it } from "vitest";
import type { FetchAnswer, FetchInit } from "../../../src/runtime/host.ts";
import { RequestEnd } from "../../../src/runtime/live.ts";
import { runLive } from "../../support/live-script.ts";

type Answer = FetchAnswer | ((url: string, init: FetchInit) => unknown);

/** A host whose `fetch` answers, and what it was asked. */
function fetching(answer: Answer = { status: 200, text: async () => "{}" }) {
  const asked: [string, Omit<FetchInit, "signal">][] = [];
  const fetch = async (url: string, { signal, ...init }: FetchInit) => {
    asked.push([url, init]);
    return (typeof answer === "function" ? answer(url, { signal, ...init }) : answer) as FetchAnswer;
  };
  return { asked, host: { fetch } };
}

const text = (content: string, more: Partial<FetchAnswer> = {}): FetchAnswer => ({ status: 200, text: async () => content, ...more });

describe("fetch", () => {
  it("gives an answer of the platform", async () => {
    const { host } = fetching(
      () => new Response('{"a":[1]}', { status: 201, statusText: "Made", headers: { "X-A": "b", "set-cookie": "secret=1" } }),
    );
    const { log } = await runLive(
      `(async () => {
        const r = await fetch("/data");
        log([r.ok, r.status, r.statusText, r.redirected, r.type, r.url, r.bodyUsed, r.headers.get("x-a"), r.headers.has("set-cookie"), r.headers.get("none")]);
        log(await r.json());
        log(r.bodyUsed);
        await r.text().catch((e) => log(String(e)));
      })();`,
      { host },
    );
    expect(log).toEqual([
      [true, 201, "Made", false, "basic", "", false, "b", false, null],
      { a: [1] },
      true,
      "TypeError: the answer was read already",
    ]);
  });

  it("sends method, headers and body as copies", async () => {
    const { asked, host } = fetching();
    await runLive(
      `const headers = new Headers({ A: "1" });
       headers.append("a", "2");
       fetch("https://api.example/x?y#z", { method: "post", headers, body: "text" });
       headers.set("a", "changed");
       fetch(new URL("https://api.example/é"), { method: "PUT", headers: [["Content-Type", "text/plain"]], body: new URLSearchParams({ a: "b c" }) });
       fetch("/form", { method: "POST", body: new URLSearchParams("q=1") });
       fetch("/none", { method: "POST", body: null, headers: null, signal: null });
       fetch("/object", { method: "POST", body: { a: 1 } });
       fetch("/forbidden", { headers: { Cookie: "a=b", Host: "evil", "Sec-Fetch-Site": "none", Authorization: "Bearer x" } });`,
      { host },
    );
    expect(asked).toEqual([
      ["https://api.example/x?y#z", { method: "POST", headers: { a: "1, 2" }, body: "text" }],
      ["https://api.example/%C3%A9", { method: "PUT", headers: { "content-type": "text/plain" }, body: "a=b+c" }],
      ["/form", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" }, body: "q=1" }],
      ["/none", { method: "POST", headers: {} }],
      ["/object", { method: "POST", headers: {}, body: "[object Object]" }],
      ["/forbidden", { method: "GET", headers: { authorization: "Bearer x" } }],
    ]);
  });

  it("sends forms and blobs as the host's own", async () => {
    const { asked, host } = fetching();
    await runLive(
      `const form = new FormData();
       form.append("name", "Ada");
       form.append("file", new File(["abc"], "a.txt", { type: "text/plain" }));
       form.append("blob", new Blob(["x"]), "b.bin");
       fetch("/form", { method: "POST", body: form });
       form.append("late", "1");
       fetch("/blob", { method: "POST", body: new Blob(["xyz"], { type: "text/x" }) });`,
      { host },
    );
    const sent = asked[0]?.[1].body as FormData;
    expect([...sent.keys()]).toEqual(["name", "file", "blob"]);
    expect([
      sent.get("name"),
      (sent.get("file") as File).name,
      await (sent.get("file") as File).text(),
      (sent.get("blob") as File).name,
    ]).toEqual(["Ada", "a.txt", "abc", "b.bin"]);
    expect(await (asked[1]?.[1].body as Blob | undefined)?.text()).toBe("xyz");
  });

  it.each([
    ["file:///etc/passwd"],
    ["javascript:alert(1)"],
    ["data:text/plain,x"],
    ["blob:https://a/b"],
    ["https://user:pass@api.example/"],
    ["https://user@api.example/"],
    ["//user@api.example/"],
    ["https:\\\\evil.example"],
    ["/\\evil.example"],
    ["/a\nb"],
    ["ht\ntps://a.example"],
    ["https://"],
    [`https://a.example/${"a".repeat(20_000)}`],
  ])("refuses the address %j", async (url) => {
    const { asked, host } = fetching();
    const { log } = await runLive(`fetch(object).catch((e) => log(e.name))`, { host, data: { object: url } });
    expect([asked, log]).toEqual([[], ["TypeError"]]);
  });

  it.each([
    ["https://api.example", "https://api.example/"],
    ["HTTPS://API.example:443/a/../b", "https://api.example/b"],
    ["//cdn.example/a", "https://cdn.example/a"],
    ["https:relative", "https://relative/"],
    ["/a/../b", "/a/../b"],
    ["a/b?c", "a/b?c"],
    [" /a ", "/a"],
    ["https://relative.invalid/a", "https://relative.invalid/a"],
  ])("asks for %j as %j", async (url, expected) => {
    const { asked, host } = fetching();
    await runLive(`fetch(object)`, { host, data: { object: url } });
    expect(asked.map(([address]) => address)).toEqual([expected]);
  });

  it.each([
    ["a line break in a value", '{ headers: { a: "b\\r\\nCookie: c" } }'],
    ["a line break in a name", '{ headers: [["a\\r\\nb", "c"]] }'],
    ["a name with a blank", '{ headers: { "a b": "c" } }'],
    ["a text beyond Latin 1", '{ headers: { a: "→" } }'],
    ["headers that are a text", '{ headers: "a: b" }'],
    ["a pair of three", '{ headers: [["a", "b", "c"]] }'],
    ["another method", '{ method: "TRACE" }'],
    ["a body with GET", '{ body: "x" }'],
    ["a signal that is none", "{ signal: { aborted: true } }"],
  ])("rejects %s", async (_what, init) => {
    const { asked, host } = fetching();
    const { log } = await runLive(`fetch("/a", ${init}).catch((e) => log(e.name))`, { host });
    expect([asked, log]).toEqual([[], ["TypeError"]]);
  });

  it("keeps a header `__proto__` a header", async () => {
    const { asked, host } = fetching();
    await runLive(`fetch("/a", { headers: JSON.parse('{"__proto__": "x"}') })`, { host });
    expect(Object.entries(asked[0]?.[1].headers ?? {})).toEqual([["__proto__", "x"]]);
  });

  it("stays pending in the string target; is refused without a service", async () => {
    const { asked, host } = fetching();
    const still = await runLive(`fetch("/a").then(() => log("then"), () => log("catch")); fetch("file:///a")`, { host, still: true });
    expect([asked, still.log, still.reported]).toEqual([[], [], []]);
    const without = await runLive(`fetch("/a").catch((e) => log(e.message)); log("on");`);
    expect(without.log).toEqual(["on", "fetch needs the host service `fetch`"]);
    expect(without.reported).toEqual(["run/refused: fetch was refused: the host offers no service `fetch`"]);
  });

  it.each([
    ["an error", () => Promise.reject(new Error("connect 10.0.0.1")), "TypeError: fetch failed"],
    ["a text", () => Promise.reject("10.0.0.1"), "TypeError: fetch failed"],
    ["a time-out", () => Promise.reject(new RequestEnd("timeout", "secret")), "TypeError: fetch failed: no answer in time"],
    ["too many", () => Promise.reject(new RequestEnd("too-many", "x")), "TypeError: fetch failed: too many requests are under way"],
    ["nothing", () => undefined, "TypeError: fetch failed"],
    ["no status", () => ({ text: async () => "" }), "TypeError: fetch failed"],
    ["a status that is none", () => text("", { status: "200" as unknown as number }), "TypeError: fetch failed"],
    ["headers that can't be walked", () => text("", { headers: {} as never }), "TypeError: fetch failed"],
    ["headers that are no pairs", () => text("", { headers: [1, 2] as never }), "TypeError: fetch failed"],
    [
      "headers that are no texts",
      () =>
        text("", {
          headers: [
            [{}, "a"],
            ["b", { toString: () => "c" }],
            ["d e", "f"],
            ["g", "h\r\ni"],
          ] as never,
        }),
      "ok",
    ],
    ["a status text that is none", () => text("", { statusText: {} as never, url: Symbol("x") as never }), "ok"],
  ])("describes what the host answers: %s", async (_what, answer, expected) => {
    const { log } = await runLive(
      `fetch("/a").then((r) => log(r.ok && [...r.headers].length === 0 && r.statusText === "" ? "ok" : "?"), (e) => log(String(e)))`,
      {
        host: fetching(answer as Answer).host,
      },
    );
    expect(log).toEqual([expected]);
  });
});

describe("the content of an answer", () => {
  it.each([
    ["text that is none", () => Promise.resolve({ evil: 1 }), "TypeError: fetch failed"],
    ["a failure", () => Promise.reject(new Error("secret")), "TypeError: fetch failed"],
  ])("is checked: %s", async (_what, read, expected) => {
    const { log } = await runLive(`fetch("/a").then((r) => r.text()).catch((e) => log(String(e)))`, {
      host: fetching({ status: 200, text: read as unknown as () => Promise<string> }).host,
    });
    expect(log).toEqual([expected]);
  });

  it("is parsed as the language's own JSON, `__proto__` a key", async () => {
    const { log } = await runLive(
      `fetch("/a").then((r) => r.json()).then((r) => { r.list.push(2); log([Object.keys(r), r.list, r.polluted]); });
       fetch("/b").then((r) => r.json()).catch((e) => log(String(e)));`,
      { host: fetching((url) => text(url === "/a" ? '{"__proto__":{"polluted":1},"list":[1]}' : "<html>")).host },
    );
    expect(log).toEqual(expect.arrayContaining([[["__proto__", "list"], [1, 2], undefined], "SyntaxError: this text is not JSON"]));
  });

  it("can be read by a copy as well, in another form, without asking twice", async () => {
    let read = 0;
    const bytes = new Blob([new Uint8Array([0xe2, 0x86, 0x92])], { type: "text/plain" });
    const answer: FetchAnswer = {
      status: 200,
      text: () => bytes.text(),
      blob: async () => {
        read++;
        return bytes;
      },
    };
    const { log } = await runLive(
      `(async () => {
        const r = await fetch("/a");
        const copy = r.clone();
        const blob = await copy.blob();
        log([await r.text(), blob.size, blob.type, blob instanceof Blob, await blob.text()]);
        try { r.clone(); } catch (e) { log(e.name); }
      })();`,
      { host: fetching(answer).host },
    );
    expect(log).toEqual([["→", 3, "text/plain", true, "→"], "TypeError"]);
    expect(read).toBe(1);
  });

  it("makes a blob of a host's text", async () => {
    const { log } = await runLive(`fetch("/a").then((r) => r.blob()).then((b) => log([b.size, b.type]))`, {
      host: fetching(text("abc", { headers: [["content-type", "text/csv"]] })).host,
    });
    expect(log).toEqual([[3, "text/csv"]]);
  });

  it("is not read when it says that it is too long, and not handed on when it is", async () => {
    const limits = { stringLength: 1_000 };
    const said = await runLive(`fetch("/a").then((r) => r.text()).catch((e) => log(String(e)))`, {
      host: fetching({ status: 200, headers: [["content-length", "99999999999"]], text: () => expect.fail("was read") }).host,
      limits,
    });
    expect(said.log).toEqual(["TypeError: fetch failed: the answer is too long"]);
    const silent = await runLive(`fetch("/a").then((r) => r.text()).catch((e) => log(String(e)))`, {
      host: fetching(text("x".repeat(5_000))).host,
      limits,
    });
    expect(silent.log).toEqual(["TypeError: fetch failed: the answer is too long"]);
    const longer = await runLive(`fetch("/a").then((r) => r.text()).then(() => log("got"), () => log("caught"))`, {
      host: fetching(text("x".repeat(2_000))).host,
      limits,
    });
    expect(longer.log).toEqual([]);
    expect(longer.reported).toEqual([expect.stringMatching(/^limit\/run/)]);
  });
});

describe("giving up", () => {
  const never = (signals: AbortSignal[]) => fetching((_url, { signal }) => new Promise(() => signals.push(signal))).host;

  it("rejects with an AbortError, and tells the host", async () => {
    const signals: AbortSignal[] = [];
    const { log } = await runLive(
      `const c = new AbortController();
       c.signal.addEventListener("abort", function (e) { log([e.type, this === c.signal, e.target === c.signal]); });
       c.signal.onabort = () => log("onabort");
       fetch("/a", { signal: c.signal }).catch((e) => log([e.name, e instanceof Error]));
       Promise.resolve().then(() => {}).then(() => {}).then(() => { c.abort(); c.abort(); log(c.signal.aborted); });`,
      { host: never(signals) },
    );
    expect(log).toEqual(["onabort", ["abort", true, true], true, ["AbortError", true]]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("gives the template's own reason, before the request too", async () => {
    const signals: AbortSignal[] = [];
    const { log } = await runLive(
      `const c = new AbortController();
       c.abort({ mine: 1 });
       fetch("/a", { signal: c.signal }).catch((e) => log([e.mine, e === c.signal.reason]));
       try { c.signal.throwIfAborted(); } catch (e) { log(e.mine); }`,
      { host: never(signals) },
    );
    expect(log).toEqual([1, [1, true]]);
    expect(signals).toEqual([]);
  });

  it("ends the exchange while the content is read, and when the card goes", async () => {
    const signals: AbortSignal[] = [];
    const { host } = fetching((_url, { signal }) => {
      signals.push(signal);
      return { status: 200, text: () => new Promise(() => {}) };
    });
    const given = await runLive(
      `const c = new AbortController();
       fetch("/a", { signal: c.signal }).then((r) => { const t = r.text().catch((e) => log(e.name)); c.abort(); return t; });
       fetch("/b").then((r) => r.text()).finally(() => log("settled"));`,
      { host },
    );
    expect(given.log).toEqual(["AbortError"]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    given.unmount();
    await given.settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(given.log).toEqual(["AbortError"]);
  });

  it("has classes that are made by `new` alone, and a signal that is got", async () => {
    const { log } = await runLive(
      `const refused = [() => AbortController(), () => AbortSignal(), () => new AbortSignal(), () => Headers(), () => FormData(), () => Blob(), () => FileReader(), () => XMLHttpRequest(), () => File(["a"], "b")]
         .map((f) => { try { f(); return "made"; } catch (e) { return e.name; } });
       log(refused);
       const c = new AbortController();
       log([c instanceof AbortController, c.signal instanceof AbortSignal, c.signal === c.signal, c.signal.onabort, c.constructor, c.signal.controller]);
       const other = AbortController.prototype.abort;
       try { other.call({ signal: {} }); } catch (e) { log(e.name); }`,
    );
    expect(log).toEqual([Array(9).fill("TypeError"), [true, true, true, null, undefined, undefined], "TypeError"]);
  });

  it("reports what a listener throws, and calls the next", async () => {
    const { log, reported } = await runLive(
      `const c = new AbortController();
       const gone = () => log("gone");
       c.signal.addEventListener("abort", () => { c.signal.removeEventListener("abort", gone); throw new Error("mine"); }, { once: true });
       c.signal.addEventListener("abort", gone);
       c.signal.addEventListener("other", () => log("other"));
       c.signal.addEventListener("abort", () => log("next"));
       c.abort();`,
    );
    expect(log).toEqual(["next"]);
    expect(reported).toEqual([expect.stringMatching(/^run\/handler: Error: mine/)]);
  });
});

describe("Headers", () => {
  it("reads, writes and walks, sorted, in lower case", async () => {
    const { log } = await runLive(
      `const h = new Headers([["B", "2"], ["a", "1"]]);
       h.append("b", " 3 ");
       log([[...h], [...h.keys()], [...h.values()], [...h.entries()], h.get("B"), h.has("A"), h.get("c")]);
       h.delete("a"); h.set("b", "4");
       const seen = [];
       h.forEach(function (value, name, all) { seen.push([value, name, all === h, this.x]); }, { x: 1 });
       log(seen);
       log([...new Headers(h)]);
       try { h.set("a\\n", "b"); } catch (e) { log(e.name); }`,
    );
    const pairs = [
      ["a", "1"],
      ["b", "2, 3"],
    ];
    expect(log).toEqual([[pairs, ["a", "b"], ["1", "2, 3"], pairs, "2, 3", true, null], [["4", "b", true, 1]], [["b", "4"]], "TypeError"]);
  });

  it("of an answer can't be changed", async () => {
    const { log } = await runLive(`fetch("/a").then((r) => r.headers.set("a", "b")).catch((e) => log(e.name))`, { host: fetching().host });
    expect(log).toEqual(["TypeError"]);
  });
});
