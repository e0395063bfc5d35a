import { describe, expect, it } from "vitest";
import type { FetchAnswer, FetchInit } from "../../../src/runtime/host.ts";
import { RequestEnd } from "../../../src/runtime/live.ts";
import { runLive } from "../../support/live-script.ts";

function fetching(answer: (url: string, init: FetchInit) => unknown = () => ({ status: 200, text: async () => "{}" })) {
  const asked: [string, Omit<FetchInit, "signal">][] = [];
  const fetch = async (url: string, { signal, ...init }: FetchInit) => {
    asked.push([url, init]);
    return answer(url, { signal, ...init }) as FetchAnswer;
  };
  return { asked, host: { fetch } };
}

const json: FetchAnswer = {
  status: 201,
  statusText: "Made",
  url: "https://api.example/x",
  headers: [
    ["Content-Type", "application/json"],
    ["X-B", "2"],
    ["Set-Cookie", "secret"],
  ],
  text: async () => '{"a":[1]}',
};

describe("XMLHttpRequest", () => {
  it("goes through its states and tells of each", async () => {
    const { asked, host } = fetching(() => json);
    const { log } = await runLive(
      `const x = new XMLHttpRequest();
       const states = [];
       x.onreadystatechange = function (e) { states.push([this === x, e.type, x.readyState, x.status, x.responseText.length]); };
       for (const type of ["loadstart", "progress", "load", "loadend", "error"]) x.addEventListener(type, (e) => states.push([type, e.loaded, e.target === x]));
       x.open("post", "https://api.example/x");
       x.setRequestHeader("X-A", "1"); x.setRequestHeader("x-a", "2");
       x.onload = () => log([x.response, x.responseText, x.responseURL, x.statusText, x.getResponseHeader("X-b"), x.getResponseHeader("set-cookie"), x.getAllResponseHeaders()]);
       x.onloadend = () => log(states);
       x.upload.onprogress = () => {}; x.upload.addEventListener("progress", () => {});
       x.send("body");`,
      { host },
    );
    expect(asked).toEqual([["https://api.example/x", { method: "POST", headers: { "x-a": "1, 2" }, body: "body" }]]);
    const content = '{"a":[1]}';
    expect(log).toEqual([
      [content, content, "https://api.example/x", "Made", "2", null, "content-type: application/json\r\nx-b: 2\r\n"],
      [
        [true, "readystatechange", 1, 0, 0],
        ["loadstart", 0, true],
        [true, "readystatechange", 2, 201, 0],
        [true, "readystatechange", 3, 201, 9],
        ["progress", 9, true],
        [true, "readystatechange", 4, 201, 9],
        ["load", 9, true],
      ],
    ]);
  });

  it.each([
    ["json", "[x.response.a, x.response === x.response]", [[1], true]],
    ["text", "x.response", '{"a":[1]}'],
    ["blob", "[x.response instanceof Blob, x.response.size, x.response.type]", [true, 9, "application/json"]],
  ])("gives the answer as %s", async (type, shown, expected) => {
    const { log } = await runLive(
      `const x = new XMLHttpRequest(); x.open("GET", "/a"); x.responseType = "${type}"; log(x.response === null || x.response === ""); x.onload = () => log(${shown}); x.send();`,
      { host: fetching(() => json).host },
    );
    expect(log).toEqual([true, expected]);
  });

  it("gives null for JSON that is none, and no text of what is no text", async () => {
    const { log } = await runLive(
      `const x = new XMLHttpRequest(); x.responseType = "json"; x.open("GET", "/a");
       x.onload = () => { log(x.response); try { x.responseText; } catch (e) { log(e.name); } };
       x.send();`,
      { host: fetching(() => ({ status: 200, text: async () => "<p>" })).host },
    );
    expect(log).toEqual([null, "InvalidStateError"]);
  });

  it.each([
    ["an error of the host", () => Promise.reject(new Error("secret")), "error"],
    ["no answer", () => undefined, "error"],
    ["too many requests", () => Promise.reject(new RequestEnd("too-many", "x")), "error"],
    ["the page's time-out", () => Promise.reject(new RequestEnd("timeout", "x")), "timeout"],
    ["a failing content", () => ({ status: 200, text: () => Promise.reject(new Error("secret")) }), "error"],
  ])("tells of %s", async (_what, answer, type) => {
    const { log } = await runLive(
      `const x = new XMLHttpRequest(); x.open("GET", "/a");
       x.onerror = x.ontimeout = x.onabort = (e) => log([e.type, x.status, x.readyState, x.responseText]); x.onload = () => log("load"); x.onloadend = () => log("end");
       x.send();`,
      { host: fetching(answer).host },
    );
    expect(log).toEqual([[type, 0, 4, ""], "end"]);
  });

  it("fails without a service, which is reported", async () => {
    const { log, reported } = await runLive(
      `const x = new XMLHttpRequest(); x.open("GET", "/a"); x.onerror = () => log("error"); x.send(); log("on");`,
    );
    expect(log).toEqual(["on", "error"]);
    expect(reported).toEqual(["run/refused: XMLHttpRequest was refused: the host offers no service `fetch`"]);
  });

  it("does nothing in the string target", async () => {
    const { asked, host } = fetching();
    const { log } = await runLive(
      `const x = new XMLHttpRequest(); x.open("GET", "/a"); x.onloadend = () => log("end"); x.send(); log(x.readyState);`,
      {
        host,
        still: true,
      },
    );
    expect([asked, log]).toEqual([[], [1]]);
  });

  it("is given up by `abort`, by another `open`, and by its own time-out", async () => {
    const signals: AbortSignal[] = [];
    const { host } = fetching((_url, { signal }) => new Promise(() => signals.push(signal)));
    const { log, settle } = await runLive(
      `const make = (name) => { const x = new XMLHttpRequest(); x.open("GET", "/" + name); for (const t of ["abort", "timeout", "error", "load", "loadend"]) x["on" + t] = () => log([name, t, x.readyState]); return x; };
       const a = make("a"); a.send();
       const b = make("b"); b.send();
       const c = make("c"); c.timeout = 1; c.send();
       const go = async () => { await null; await null; await null; a.abort(); log(a.readyState); b.open("GET", "/again"); };
       go();`,
      { host },
    );
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await settle();
    expect(log).toEqual([["a", "abort", 4], ["a", "loadend", 4], 0, ["c", "timeout", 4], ["c", "loadend", 4]]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it("hears no answer of an earlier turn, and stops telling where a handler begins anew", async () => {
    const answers: ((value: unknown) => void)[] = [];
    const { host, asked } = fetching(() => new Promise((resolve) => answers.push(resolve)));
    const { log, settle } = await runLive(
      `const x = new XMLHttpRequest(); let n = 0;
       x.onload = () => { log(["load", x.responseText]); if (n++ === 0) { x.open("GET", "/second"); x.send(); } };
       x.onloadend = () => log("end");
       x.open("GET", "/lost"); x.send(); x.open("GET", "/first"); x.send();`,
      { host },
    );
    const give = async (index: number, content: string) => {
      answers[index]?.({ status: 200, text: async () => content });
      await settle();
    };
    await give(0, "lost");
    expect(log).toEqual([]);
    await give(1, "first");
    await give(2, "second");
    expect(log).toEqual([["load", "first"], ["load", "second"], "end"]);
    expect(asked.map(([url]) => url)).toEqual(["/lost", "/first", "/second"]);
  });

  it.each([
    ["synchronous requests", `x.open("GET", "/a", false)`, "NotAllowedError"],
    ["credentials", `x.open("GET", "/a", true, "user", "pass")`, "TypeError"],
    ["other schemes", `x.open("GET", "file:///etc/passwd")`, "TypeError"],
    ["other methods", `x.open("TRACE", "/a")`, "TypeError"],
    ["what is not open", `x.send()`, "InvalidStateError"],
    ["headers of what is not open", `x.setRequestHeader("a", "b")`, "InvalidStateError"],
    ["sending twice", `x.open("GET", "/a"); x.send(); x.send()`, "InvalidStateError"],
    ["headers with line breaks", `x.open("GET", "/a"); x.setRequestHeader("a", "b\\r\\nc: d")`, "TypeError"],
    ["response types that hold bytes", `x.responseType = "arraybuffer"`, "TypeError"],
    ["a response type after sending", `x.open("GET", "/a"); x.send(); x.responseType = "json"`, "InvalidStateError"],
    ["a receiver that is none", `XMLHttpRequest.prototype.send.call({})`, "TypeError"],
  ])("refuses %s", async (_what, source, name) => {
    const { log } = await runLive(`const x = new XMLHttpRequest(); try { ${source}; } catch (e) { log(e.name); }`, {
      host: fetching().host,
    });
    expect(log).toEqual([name]);
  });

  it("reports what a handler throws, and goes on", async () => {
    const { log, reported } = await runLive(
      `const x = new XMLHttpRequest(); x.open("GET", "/a"); x.onload = () => { throw new Error("mine"); }; x.onloadend = () => log("end"); x.send();`,
      { host: fetching().host },
    );
    expect(log).toEqual(["end"]);
    expect(reported).toEqual([expect.stringMatching(/^run\/handler: Error: mine/)]);
  });

  it("ends a handler that opens for ever, by its depth", async () => {
    await expect(
      runLive(`const x = new XMLHttpRequest(); x.onreadystatechange = () => x.open("GET", "/a"); x.open("GET", "/a");`, {
        host: fetching().host,
      }),
    ).rejects.toThrow();
  });

  it("has constants, ignores what it can't do, and shows nothing of itself", async () => {
    const { log } = await runLive(
      `const x = new XMLHttpRequest();
       x.withCredentials = true; x.overrideMimeType("text/plain"); x.mine = 1;
       log([XMLHttpRequest.DONE, x.DONE, x.UNSENT, x.readyState, x.onload, x.mine, x.responseXML, x.listeners, x.opening, x.constructor, x instanceof XMLHttpRequest]);`,
    );
    expect(log).toEqual([[4, 4, 0, 0, null, 1, null, undefined, undefined, undefined, true]]);
  });
});
