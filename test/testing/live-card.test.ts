// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type MountedCard, mount } from "../../src/dom.ts";
import { compile, createContext } from "../../src/index.ts";
import { createTestHost, type TestHost, type TestHostOptions } from "../../src/testing.ts";

const bag = createContext({ resource: "kobject.order", kobject: { externalId: "A-17" } });
let element: HTMLElement;
let card: MountedCard;
let found: Diagnostic[];

beforeEach(() => {
  element = document.body.appendChild(document.createElement("div"));
  found = [];
});

afterEach(() => {
  card.unmount();
  element.remove();
});

/** Mounts a card whose component `Card` has the body that is given. */
function start(body: string, options: TestHostOptions): TestHost {
  const result = compile(`const { useState, useEffect } = React; function Card({ order }) { ${body} } <Card order={kobject.externalId} />`);
  if (!result.ok) throw new Error("the template does not compile");
  const host = createTestHost(options);
  card = mount(result.template, bag, element, { host, onDiagnostic: (one) => found.push(one) });
  return host;
}

const click = () => element.querySelector("button")?.click();

describe("a live card and its test host", () => {
  it("takes a late answer when the clock says so", async () => {
    const host = start(
      `const [text, setText] = useState("Refund");
       const refund = () => {
         setText("…");
         KustomerRequest({ url: "/v1/commands/acme.app.refund/run", method: "POST", body: { body: { order } } }, (error, response) =>
           setText(error ? "failed" : response.responseBody.amount));
       };
       return <button onClick={refund}>{text}</button>;`,
      {
        clock: "2026-10-02T15:04:05Z",
        requests: [
          {
            method: "POST",
            url: /refund/,
            body: { body: { order: "A-17" } },
            answer: { data: { attributes: { responseBody: { amount: "€5" } } } },
            delay: 300,
          },
        ],
      },
    );
    click();
    await host.advance(299);
    expect(element.textContent).toBe("…");
    expect(host.pending[0]).toBe("POST /v1/commands/acme.app.refund/run");
    await host.advance(1);
    expect(element.textContent).toBe("€5");
    expect(host.pending).toEqual([]);
  });

  it("goes from effect to request to effect while it settles", async () => {
    const host = start(
      `const [user, setUser] = useState(null);
       const [teams, setTeams] = useState(null);
       useEffect(() => { KustomerRequest({ url: "/v1/users/current" }).then(({ data }) => setUser(data.id)); }, []);
       useEffect(() => { if (user) fetch("https://a.example/" + user).then((answer) => answer.json()).then(setTeams); }, [user]);
       return <p>{teams ? teams.join() : "loading"}</p>;`,
      {
        requests: [{ url: "/v1/users/current", answer: { data: { id: "u1" } } }],
        fetches: [{ url: "https://a.example/u1", answer: ["red", "blue"] }],
      },
    );
    expect(element.textContent).toBe("loading");
    await host.settle();
    expect(element.textContent).toBe("red,blue");
    expect(host.calls.map(({ service }) => service)).toEqual(["request", "fetch"]);
    expect(host.pending).toEqual([]);
  });

  it("says in the card why nothing answered", async () => {
    const host = start(
      `const [text, setText] = useState("");
       useEffect(() => { KustomerRequest({ url: "/v1/nope" }).catch((error) => setText(error.message)); }, []);
       return <p>{text}</p>;`,
      { requests: [{ url: "/v1/yes" }] },
    );
    await host.settle();
    expect(element.textContent).toBe("nothing is recorded for GET /v1/nope; recorded is: /v1/yes");
    expect(host.unmatched).toEqual(["GET /v1/nope"]);
  });

  it("ticks with the clock, and leaves nothing behind", async () => {
    const host = start(
      `const [count, setCount] = useState(0);
       useEffect(() => { setInterval(() => setCount((before) => before + 1), 1000); }, []);
       return <p>{count}</p>;`,
      { clock: 0 },
    );
    await host.advance(3_500);
    expect(element.textContent).toBe("3");
    expect(host.pending).toEqual(["timer in 500 ms"]);
    card.unmount();
    expect(host.pending).toEqual([]);
  });

  it("finds what is stored, asks, copies and logs", async () => {
    const host = start(
      `const run = () => {
         console.log("token", sessionStorage.getItem("token"));
         sessionStorage.setItem("token", "def");
         if (confirm("copy?")) navigator.clipboard.writeText(order);
       };
       return <button onClick={run}>Run</button>;`,
      { storage: { session: { token: "abc" } } },
    );
    host.answerNotify(true);
    click();
    await host.settle();
    expect(host.calls).toEqual([
      { service: "log", level: "log", values: ["token", "abc"] },
      { service: "notify", kind: "confirm", message: "copy?" },
      { service: "clipboard", text: "A-17" },
    ]);
    expect([host.copied, host.storage.session.getItem("token")]).toEqual(["A-17", "def"]);
    expect(found).toEqual([]);
  });
});
