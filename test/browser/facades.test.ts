import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileCard } from "../support/card.ts";
import type { FacadesApi } from "./facades.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";

type Global = { readonly kviewFacades: FacadesApi };

const writing = `
function Card() {
  const [n, setN] = React.useState(0);
  const box = React.useRef(null);
  React.useEffect(() => {
    const style = document.createElement("style");
    style.textContent = ".x { color: red } body { position: fixed }";
    document.head.appendChild(style);
    box.current.innerHTML = "<b id='b' style='color: blue' onclick='x()'>own</b><img src=x onerror='x()'>";
    box.current.insertAdjacentHTML("beforeend", "<svg><a xlink:href='#b'><path d='M0 0'/></a></svg>");
    const link = document.createElement("a");
    link.setAttribute("style", "padding: 1px");
    link.href = "https://example.com/away";
    link.target = "_blank";
    box.current.append(link);
    box.current.querySelector("#b").style.fontWeight = "bold";
    box.current.querySelector("b").cloneNode(true);
    try { link.click(); } catch (error) { box.current.dataset.error = error.message; }
  }, []);
  return <div><button onClick={() => setN(n + 1)}>{n}</button><p ref={box}></p>{n > 0 && <form onSubmit={() => setN(-1)}><button>send</button></form>}
    <i onClick={(event) => event.currentTarget.parentNode.querySelector("form").requestSubmit()}>submit</i></div>;
}
<Card />`;

const echoing = `
function Echo() {
  const ref = React.useRef(null);
  const echo = () => {
    try { ref.current.dispatchEvent(new CustomEvent("echo")); } catch (error) { }
    try { ref.current.click(); } catch (error) { }
    try { ref.current.focus(); ref.current.blur(); } catch (error) { }
  };
  React.useEffect(() => { ref.current.addEventListener("echo", echo); }, []);
  return <button ref={ref} onClick={echo} onFocus={echo} onBlur={echo}>echo</button>;
}
<Echo />`;

describe.skipIf(!hasChromium)("facades in Chromium", { timeout: 60_000 }, () => {
  let loose: OpenPage;
  let strict: OpenPage;

  beforeAll(async () => {
    [loose, strict] = await Promise.all([openPage("facades.ts", "/loose"), openPage("facades.ts")]);
  }, 120_000);

  afterAll(async () => {
    await loose?.close();
    await strict?.close();
  });

  it("let no object of the page out, through any name", async () => {
    const { leaks, kinds } = await loose.page.evaluate(() => (globalThis as unknown as Global).kviewFacades.walk());
    expect(leaks).toEqual([]);
    expect(kinds.length).toBeGreaterThan(60);
    for (const kind of ["Document", "Selection", "Range", "DataTransfer", "File", "Event drop", "Element SELECT"])
      expect(kinds).toContain(kind);
  });

  it("write to a page that takes no text for markup, and lead nowhere", async () => {
    const program = JSON.stringify(compileCard(writing).template.program);
    const clicks = ["button", "i"];
    const { card, reports, left } = await strict.page.evaluate(
      ([json, selectors]) => (globalThis as unknown as Global).kviewFacades.play(json as string, selectors as string[]),
      [program, clicks] as const,
    );
    const p = /<p [^>]*>(.*?)<\/p>/.exec(card);
    expect(p?.[1]).toBe(
      '<b id="kv-b" style="color: blue; font-weight: bold;">own</b><img src="x"><svg><a xlink:href="#kv-b"><path d="M0 0"></path></a></svg>' +
        '<a href="https://example.com/away" target="_blank" rel="noopener noreferrer" style="padding: 1px;"></a>',
    );
    expect(card).toContain('data-error="open needs the host service `openLink`"');
    expect(card).toContain("<button>-1</button>");
    expect(card).toMatch(/<style>\[data-kv-root="[\w-]+"\] \.x\{color:red\}<\/style>/);
    expect(reports.map((report) => report.split(":")[0])).toContain("run/refused");
    expect(left).toBe("");
    expect([strict.errors, strict.navigations, strict.dialogs]).toEqual([[], [], []]);
  });

  it("end where events call one another without end", async () => {
    const program = JSON.stringify(compileCard(echoing).template.program);
    const { card, reports } = await strict.page.evaluate(
      (json) => (globalThis as unknown as Global).kviewFacades.play(json, ["button"]),
      program,
    );
    expect(reports.map((report) => report.split(":")[0])).toContain("limit/run");
    expect(card).not.toBe("");
    expect(strict.errors).toEqual([]);
  });
});
