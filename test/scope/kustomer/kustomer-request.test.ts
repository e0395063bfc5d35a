import { describe, expect, it } from "vitest";
import type { HostRequest } from "../../../src/runtime/host.ts";
import { RequestEnd } from "../../../src/runtime/live.ts";
import { runLive } from "../../support/live-script.ts";

const user = { data: { type: "user", id: "1", attributes: { name: "Ada" } } };

/** A host that answers, and what it was asked. */
function answering(answer: unknown | ((request: HostRequest) => unknown)) {
  const asked: Omit<HostRequest, "signal">[] = [];
  const request = (given: HostRequest) => {
    const { signal: _signal, ...rest } = given;
    asked.push(rest);
    return typeof answer === "function" ? answer(given) : answer;
  };
  return { asked, host: { request } };
}

describe("KustomerRequest", () => {
  it("gives promise and callback the same document, both at once", async () => {
    const { asked, host } = answering(user);
    const { log, reported } = await runLive(
      `async function f() {
        let seen;
        const result = await KustomerRequest({ url: "/v1/users/current" }, (err, response) => { seen = response; log(["callback", err, response.responseBody.data.id]); });
        log([result.data.attributes.name, result === seen]);
      }
      f();`,
      { host },
    );
    expect(log).toEqual([
      ["callback", null, "1"],
      ["Ada", true],
    ]);
    expect(asked).toEqual([{ url: "/v1/users/current", method: "GET" }]);
    expect(reported).toEqual([]);
  });

  it("takes method, body and headers, and a bare path", async () => {
    const { asked, host } = answering(user);
    await runLive(
      `KustomerRequest({ url: "/v1/customers/search", method: "post", body: { and: [{ name: "Ada" }], at: new Date(0), f: () => 1 }, headers: { "Content-Type": " application/json ", "X-Trace": 7 } });
       KustomerRequest("/v1/a?b=//c");
       KustomerRequest({ url: "/v1/b", method: "PUT", body: JSON.stringify({ a: 1 }) });`,
      { host },
    );
    expect(asked).toEqual([
      {
        url: "/v1/customers/search",
        method: "POST",
        body: { and: [{ name: "Ada" }], at: "1970-01-01T00:00:00.000Z", f: undefined },
        headers: { "content-type": "application/json", "x-trace": "7" },
      },
      { url: "/v1/a?b=//c", method: "GET" },
      { url: "/v1/b", method: "PUT", body: '{"a":1}' },
    ]);
  });

  it("sends what it was given, whatever the template does with it afterwards", async () => {
    const { asked, host } = answering(null);
    await runLive(
      `const request = { url: "/v1/a", method: "POST", body: { list: [1] } };
       KustomerRequest(request);
       request.url = "//evil.example"; request.body.list.push(2);`,
      { host },
    );
    expect(asked).toEqual([{ url: "/v1/a", method: "POST", body: { list: [1] } }]);
  });

  it("gives documents that the template may change, and that print", async () => {
    const { log } = await runLive(
      `KustomerRequest("/v1/a").then((result) => { result.data.attributes.name += "!"; result.more = 1; log(JSON.stringify(result)); });`,
      { host: answering({ data: { attributes: { name: "Ada" } } }).host },
    );
    expect(log).toEqual(['{"data":{"attributes":{"name":"Ada!"}},"responseBody":{"data":{"attributes":{"name":"Ada!"}}},"more":1}']);
  });

  it.each([
    ["nothing", undefined, { data: null, responseBody: null }],
    ["a list", [1, 2], [1, 2]],
    ["a text", "done", "done"],
    ["a body of its own", { responseBody: 1 }, { responseBody: 1 }],
  ])("passes on %s", async (_what, answer, expected) => {
    const { log } = await runLive(`KustomerRequest("/v1/a").then(log)`, { host: answering(answer).host });
    expect(log).toEqual([expected]);
  });

  it.each([
    "//evil.example/v1",
    "https://evil.example/v1",
    "javascript:alert(1)",
    "v1/users",
    "/\\evil.example",
    "/v1/../admin",
    "/v1/..",
    "/v1/%2e%2E/admin",
    "/v1/%252e%252e/admin",
    "/v1/..%2f..%5cadmin",
    "/v1/.%2e/admin",
    "/v1/a\nHost: evil",
    "/v1/a\0",
    "\t/v1/a",
    " /v1/a",
    "",
    `/${"a".repeat(20_000)}`,
  ])("refuses the address %j", async (url) => {
    const { asked, host } = answering(user);
    const { log, reported } = await runLive(`KustomerRequest({ url: object }, (err) => log(err.name)).catch((e) => log(e.message));`, {
      host,
      data: { object: url },
    });
    expect(asked).toEqual([]);
    expect(log).toEqual(["TypeError", expect.stringContaining("`url` has to be a path")]);
    expect(reported).toEqual([]);
  });

  it.each(["/v1/a..b", "/v1/a?next=/../x", "/v1/a#..", "/v1/customers/search?q=a%2Fb", "/v1/ü"])("takes the address %j", async (url) => {
    const { asked, host } = answering(user);
    await runLive(`KustomerRequest({ url: object });`, { host, data: { object: url } });
    expect(asked.map((request) => request.url)).toEqual([url]);
  });

  it.each([
    ["no object", "undefined"],
    ["no url", "{}"],
    ["an object as url", '{ url: { toString: () => "/v1/a" } }'],
    ["another method", '{ url: "/v1/a", method: "CONNECT" }'],
    ["a method that is no text", '{ url: "/v1/a", method: { toString: () => "GET" } }'],
    ["a cookie", '{ url: "/v1/a", headers: { Cookie: "a=b" } }'],
    ["credentials", '{ url: "/v1/a", headers: { authorization: "Bearer x" } }'],
    ["a host", '{ url: "/v1/a", headers: { HOST: "evil" } }'],
    ["a name that is none", '{ url: "/v1/a", headers: { "x-a: b\\r\\nx-c": "d" } }'],
    ["a value with a line break", '{ url: "/v1/a", headers: { "x-a": "b\\r\\nCookie: c" } }'],
    ["a value that is an object", '{ url: "/v1/a", headers: { "x-a": {} } }'],
    ["__proto__ as a header", '{ url: "/v1/a", headers: JSON.parse(\'{"__proto__": "a"}\') }'],
    ["headers without end", '{ url: "/v1/a", headers: Object.fromEntries(Array.from({ length: 300 }, (x, i) => ["x-" + i, "1"])) }'],
  ])("rejects %s", async (_what, input) => {
    const { asked, host } = answering(user);
    const { log } = await runLive(`KustomerRequest(${input}).catch((e) => log(e.name))`, { host });
    expect(asked).toEqual([]);
    expect(log).toEqual(["TypeError"]);
  });

  it("refuses without a host service: by the promise and the callback, never at once", async () => {
    const { log, reported } = await runLive(
      `KustomerRequest({ url: "/v1/a" }, (err, response) => log([err.message, response]));
       KustomerRequest({ url: "/v1/a" }).catch((e) => log(e.message));
       log("on");`,
    );
    expect(log).toEqual([
      "on",
      ["KustomerRequest needs the host service `request`", undefined],
      "KustomerRequest needs the host service `request`",
    ]);
    expect(reported).toEqual(Array(2).fill("run/refused: KustomerRequest was refused: the host offers no service `request`"));
  });

  it("stays pending in the string target, and asks nothing", async () => {
    const { asked, host } = answering(user);
    const { log, reported } = await runLive(
      `KustomerRequest({ url: "/v1/a" }, () => log("called")).then(() => log("then"), () => log("catch")); KustomerRequest({ url: "//" });`,
      { host, still: true },
    );
    expect([asked, log, reported]).toEqual([[], [], []]);
  });
});

describe("commands", () => {
  const run = `const both = async () => {
    const result = await KustomerRequest({ url: "/v1/commands/shop.app.refund/run", method: "POST", body: { body: { order: 7 }, headers: { a: "b" }, other: 1 } },
      (err, response) => log([response.responseBody, response.data.attributes.responseBody]));
    log([result.responseBody, result.data.attributes.responseBody]);
  };
  both();`;

  it.each([
    ["the answer itself", { ok: true }],
    ["the answer in `responseBody`", { responseBody: { ok: true } }],
    ["a document", { data: { type: "command", attributes: { responseBody: { ok: true } } } }],
  ])("reads %s in both places", async (_what, answer) => {
    const { log } = await runLive(run, { host: answering(answer).host });
    expect(log).toEqual(Array(2).fill([{ ok: true }, { ok: true }]));
  });

  it.each([
    ["nothing", undefined, null],
    ["a text", "done", "done"],
    ["a list", [1], [1]],
    ["a record with data of its own", { data: [1] }, { data: [1] }],
  ])("reads %s in both places", async (_what, answer, expected) => {
    const { log } = await runLive(run, { host: answering(answer).host });
    expect(log).toEqual(Array(2).fill([expected, expected]));
  });

  it("keeps what else a document says", async () => {
    const answer = { data: { id: "9", attributes: { status: 200, responseBody: "x" } }, meta: { n: 1 } };
    const { log } = await runLive(`KustomerRequest({ url: "/v1/commands/a.app.b/run", method: "POST" }).then(log)`, {
      host: answering(answer).host,
    });
    expect(log).toEqual([{ ...answer, responseBody: "x" }]);
  });

  it("goes to the host's `command` where it has one, with what a command takes", async () => {
    const commands: unknown[] = [];
    const { asked, host } = answering(user);
    const command = (name: string, payload: unknown, signal: AbortSignal) => {
      commands.push([name, payload, signal.aborted]);
      return { ok: true };
    };
    const { log } = await runLive(
      `${run}
       KustomerRequest({ url: "/v1/commands/shop.app.refund/run", method: "POST", body: JSON.stringify({ urlArgs: { id: 1 } }) });
       KustomerRequest({ url: "/v1/commands/shop.app.refund/run", method: "POST", body: { orderNumber: 1 } });
       KustomerRequest({ url: "/v1/commands/shop.app.refund/run", method: "POST" });
       KustomerRequest({ url: "/v1/commands/shop.app.refund/run" });
       KustomerRequest({ url: "/v1/commands/../run", method: "POST" }).catch(() => {});
       KustomerRequest({ url: "/v1/commands/a%00/run", method: "POST" });`,
      { host: { ...host, command } },
    );
    expect(log).toEqual(Array(2).fill([{ ok: true }, { ok: true }]));
    expect(commands).toEqual([
      ["shop.app.refund", { body: { order: 7 }, headers: { a: "b" } }, false],
      ["shop.app.refund", { urlArgs: { id: 1 } }, false],
      ["shop.app.refund", { body: { orderNumber: 1 } }, false],
      ["shop.app.refund", {}, false],
    ]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /v1/commands/shop.app.refund/run",
      "POST /v1/commands/a%00/run",
    ]);
  });

  it("runs by `Kustomer.command.run`, too", async () => {
    const { asked, host } = answering("done");
    const { log } = await runLive(
      `Kustomer.command.run("shop.app.refund", { body: 1 }, (err, r) => log(r.responseBody)).then((r) => log(r.data.attributes.responseBody));
       Kustomer.command.run("a/../b", {}, (err) => log(err.message));
       Kustomer.request("/v1/a").then(log);`,
      { host },
    );
    expect(log).toEqual(["a command is named `<app>.app.<command>`", "done", "done", "done"].sort((a, b) => a.localeCompare(b)));
    expect(asked).toEqual([
      { url: "/v1/commands/shop.app.refund/run", method: "POST", body: { body: 1 } },
      { url: "/v1/a", method: "GET" },
    ]);
  });
});

describe("failures of KustomerRequest", () => {
  const rejecting = (failure: unknown) => ({ request: () => Promise.reject(failure) });
  const show = `KustomerRequest({ url: "/v1/a" }).catch((e) => log({ message: e.message, status: e.status, body: e.body, responseBody: e.responseBody, errors: e.errors, stack: e.stack }))`;

  it("tell status and body", async () => {
    const body = { errors: [{ title: "gone" }] };
    const { log } = await runLive(show, { host: rejecting({ status: 404, body, secret: 1 }) });
    const message = "KustomerRequest failed with status 404";
    expect(log).toEqual([{ message, status: 404, body, responseBody: body, errors: body.errors, stack: `Error: ${message}` }]);
  });

  it("tell nothing of an error object but its facts", async () => {
    const failure = Object.assign(new Error("connect 10.0.0.1 /srv/secret.ts"), { status: 500, body: "no" });
    const { log } = await runLive(show, { host: rejecting(failure) });
    const message = "KustomerRequest failed with status 500";
    expect(log).toEqual([{ message, status: 500, body: "no", responseBody: "no", errors: undefined, stack: `Error: ${message}` }]);
  });

  it.each([
    ["a text", "host secret", "KustomerRequest failed"],
    ["nothing", undefined, "KustomerRequest failed"],
    ["a message for the card", { message: "Not for you" }, "Not for you"],
    ["a status that is none", { status: { toString: () => "x" } }, "KustomerRequest failed"],
    ["a function as body", { status: 400, body: () => 1 }, "KustomerRequest failed with status 400"],
    ["an accessor", Object.defineProperty({}, "status", { get: () => expect.fail("was run"), enumerable: true }), "KustomerRequest failed"],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => expect.fail("secret"),
          getPrototypeOf: () => {
            throw new Error("secret");
          },
        },
      ),
      "KustomerRequest failed",
    ],
    ["a time-out", new RequestEnd("timeout", "secret"), "KustomerRequest got no answer in time"],
    ["too many", new RequestEnd("too-many", "secret"), "KustomerRequest was refused: too many requests are under way"],
  ])("are errors of the template for %s", async (_what, failure, message) => {
    const { log } = await runLive(`KustomerRequest("/v1/a").catch((e) => log([e instanceof Error, e.message]))`, {
      host: rejecting(failure),
    });
    expect(log).toEqual([[true, message]]);
  });

  it("come from a service that throws at once, too", async () => {
    const host = {
      request: () => {
        throw new Error("secret");
      },
    };
    const { log } = await runLive(`KustomerRequest("/v1/a").catch((e) => log(String(e)))`, { host });
    expect(log).toEqual(["Error: KustomerRequest failed"]);
  });

  it("are handled by a callback: nobody has to catch as well", async () => {
    const { log, reported } = await runLive(`KustomerRequest("/v1/a", (err, response) => log([err.status, response]));`, {
      host: rejecting({ status: 403 }),
    });
    expect(log).toEqual([[403, undefined]]);
    expect(reported).toEqual([]);
  });

  it("are reported when nobody handles them", async () => {
    const { reported } = await runLive(`KustomerRequest("/v1/a");`, { host: rejecting({ status: 403 }) });
    expect(reported).toEqual([expect.stringMatching(/^run\/rejection: .*KustomerRequest failed with status 403/)]);
  });

  it("of a callback are reported, and change nothing of the promise", async () => {
    const { log, reported } = await runLive(
      `KustomerRequest("/v1/a", () => { throw new TypeError("mine"); }).then((r) => log(r.data.id));`,
      { host: answering(user).host },
    );
    expect(log).toEqual(["1"]);
    expect(reported).toEqual([expect.stringMatching(/^run\/handler: .*TypeError: mine/)]);
  });
});

describe("hostile answers to KustomerRequest", () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;

  it.each([
    ["an accessor", Object.defineProperty({}, "data", { get: () => expect.fail("was run"), enumerable: true })],
    ["a function", { data: () => 1 }],
    ["a cycle", cycle],
    ["an instance", { data: new (class Secret {})() }],
    ["a symbol", { data: Symbol("x") }],
    ["a host map", new Map()],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("secret");
          },
        },
      ),
    ],
  ])("refuses %s", async (_what, answer) => {
    const { log } = await runLive(`KustomerRequest("/v1/a", (err) => log(err.message)).catch((e) => log(e.message))`, {
      host: answering(() => answer).host,
    });
    expect(log).toEqual(Array(2).fill("KustomerRequest: what the host answered is not plain data"));
  });

  it("keeps a key `__proto__` a key", async () => {
    const { log } = await runLive(`KustomerRequest("/v1/a").then((r) => log([Object.keys(r), r.polluted, r.toString === undefined]))`, {
      host: answering(() => JSON.parse('{"__proto__": {"polluted": 1}, "data": null}')).host,
    });
    expect(log).toEqual([[["__proto__", "data", "responseBody"], undefined, false]]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("hostile use of KustomerRequest", () => {
  it("survives thousands of requests, each of which pays", async () => {
    const { asked, host } = answering(user);
    const { log } = await runLive(`for (let i = 0; i < 3000; i++) KustomerRequest("/v1/a", () => {}); log("done");`, { host });
    expect(log).toEqual(["done"]);
    expect(asked).toHaveLength(3000);
    await expect(runLive(`for (;;) KustomerRequest("/v1/a");`, { host, limits: { fuel: 20_000 } })).rejects.toThrow("used up its steps");
  });

  it("ends a callback that asks again for ever only when the host stops answering", async () => {
    let left = 50;
    const host = { request: () => (left-- > 0 ? user : new Promise(() => {})) };
    const { log } = await runLive(`let n = 0; function again() { n++; log(n); KustomerRequest("/v1/a", again); } again();`, { host });
    expect(log.length).toBeLessThanOrEqual(51);
    expect(log.length).toBeGreaterThan(3);
  });

  it("refuses a body that is small here and huge when it is sent", async () => {
    const { asked, host } = answering(user);
    const body = `const text = "x".repeat(100000); const list = Array.from({ length: 1000 }, () => text); KustomerRequest({ url: "/v1/a", method: "POST", body: list });`;
    await expect(runLive(body, { host })).rejects.toThrow("too long");
    expect(asked).toEqual([]);
  });

  it("lets a limit that a callback reaches pass no `catch`, and reports it", async () => {
    const { log, reported } = await runLive(
      `KustomerRequest("/v1/a", () => { try { for (;;) {} } catch (e) { log("caught"); } }).then(() => log("then"));`,
      {
        host: answering(user).host,
        limits: { fuel: 50_000 },
      },
    );
    expect(log).not.toContain("caught");
    expect(reported).toEqual([expect.stringMatching(/^limit\/run/)]);
  });

  it("gives requests up when the card goes, and tells nobody", async () => {
    const signals: AbortSignal[] = [];
    const host = { request: ({ signal }: HostRequest) => new Promise(() => signals.push(signal)) };
    const { log, unmount, settle } = await runLive(`KustomerRequest("/v1/a", () => log("called")).finally(() => log("settled"));`, {
      host,
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    unmount();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(log).toEqual([]);
  });

  it("hands out no host object by any road", async () => {
    const { log } = await runLive(
      `const p = KustomerRequest("/v1/a");
       log([KustomerRequest.constructor, p.constructor, p.state, Kustomer.constructor, Kustomer.command.run.caller, typeof KustomerRequest, typeof Kustomer].map((x) => x === undefined ? "-" : x));
       class Mine { then(resolve) { KustomerRequest("/v1/a").then(resolve); } }
       (async () => log((await new Mine()).data.id))();`,
      { host: answering(user).host },
    );
    expect(log).toEqual([["-", "-", "-", "-", "-", "function", "object"], "1"]);
  });
});
