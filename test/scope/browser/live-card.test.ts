// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext } from "../../../src/context.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { mount } from "../../../src/dom.ts";
import { compile } from "../../../src/index.ts";
import { createTestHost, type TestHost } from "../../../src/testing.ts";

/** Mounts a template with a test host. */
function show(source: string, host: TestHost) {
  const compiled = compile(source, { name: "a/b" });
  if (!compiled.ok) throw new Error("the template does not compile");
  const element = document.createElement("div");
  const reported: Diagnostic[] = [];
  const onDiagnostic = (found: Diagnostic) => reported.push(found);
  const card = mount(compiled.template, createContext({ resource: "customer" }), element, { host, onDiagnostic });
  return { ...card, element, reported: () => reported.map(({ code, message }) => `${code} ${message}`) };
}

const turns = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 0));
};

describe("browser names in a live card", () => {
  it("count by the host's clock, keep what they are told, and end with the card", async () => {
    const host = createTestHost({ clock: 0 });
    const { element, unmount, reported } = show(
      `const Clock = () => {
        const [n, set] = React.useState(Number(localStorage.count || 0));
        React.useEffect(() => { const id = setInterval(() => set((old) => old + 1), 1000); return () => clearInterval(id); }, []);
        React.useEffect(() => { localStorage.count = n; }, [n]);
        return <p>{n} {location.href} {navigator.language}</p>;
      };
      <Clock />`,
      host,
    );
    await host.advance(0);
    expect(element.textContent).toBe("0 about:blank en-US");
    await host.advance(3500);
    expect(element.textContent).toBe("3 about:blank en-US");
    expect(host.storage.local.getItem("kview/a%2Fb/count")).toBe("3");
    unmount();
    await host.advance(10_000);
    expect(host.storage.local.getItem("kview/a%2Fb/count")).toBe("3");
    expect(host.pending).toEqual([]);
    expect(reported()).toEqual([]);
  });

  it("reach the host's services from handlers, and refuse what would navigate", async () => {
    const host = createTestHost({ clock: 0, location: "https://app.example/" });
    host.answerNotify(true, "Ada");
    const { element, unmount, reported } = show(
      `const log = (e) => console.log(e.name);
      <button onClick={() => {
        navigator.clipboard.writeText("copied");
        console.log(confirm("Sure?"), prompt("Name?"));
        open("javascript:alert(1)");
        open("https://a.example/");
        try { location.href = "https://evil.example/"; } catch (e) { log(e); }
        try { setTimeout("alert(1)", 0); } catch (e) { log(e); }
      }}>go</button>`,
      host,
    );
    element.querySelector("button")?.click();
    await host.advance(100);
    await turns();
    expect(host.copied).toBe("copied");
    expect(host.calls.filter(({ service }) => service === "log" || service === "openLink")).toEqual([
      { service: "log", level: "log", values: [true, "Ada"] },
      { service: "openLink", url: "https://a.example/" },
      { service: "log", level: "log", values: ["TypeError"] },
      { service: "log", level: "log", values: ["TypeError"] },
    ]);
    expect(reported().map((line) => line.split(" ")[0])).toEqual(["policy/open"]);
    unmount();
  });

  it("stop a card that starts timers without end, and only that", async () => {
    const host = createTestHost({ clock: 0 });
    const { element, unmount, reported } = show(`<button onClick={() => { for (;;) setTimeout(() => {}, 1e6); }}>go</button>`, host);
    element.querySelector("button")?.click();
    await turns();
    expect(reported()).toEqual(["limit/run the card was stopped: more than 1000 timers are under way"]);
    unmount();
  });
});
