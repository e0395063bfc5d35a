// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { mount } from "../../src/dom.ts";
import { createContext } from "../../src/index.ts";
import { type CardOptions, compileCard } from "../support/card.ts";

const mounted: { unmount(): void }[] = [];

/** Mounts a template in the test's document. */
function show(source: string, options: CardOptions = {}) {
  const root = document.createElement("div");
  document.body.append(root);
  const reports: string[] = [];
  const bag = createContext({ resource: "customer", customer: { id: "1", name: "Ada" } });
  const card = mount(compileCard(source).template, bag, root, {
    ...options,
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  mounted.push(card);
  const find = (selector: string) => root.querySelector(selector) as HTMLElement;
  return { root, card, reports, find, click: (selector: string) => find(selector).click() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

afterEach(() => {
  for (const card of mounted.splice(0)) card.unmount();
  document.body.replaceChildren();
});

describe("a template and its page", () => {
  it("adds nodes that its own renders leave alone, and that go with it", async () => {
    const { root, card, click } = show(`
      function Card() {
        const [n, setN] = React.useState(0);
        const box = React.useRef(null);
        React.useEffect(() => {
          const tip = document.createElement("i");
          tip.textContent = "tip";
          document.body.appendChild(tip);
          box.current.innerHTML = "<b onclick='x()'>own</b>";
        }, []);
        return <div><button onClick={() => setN(n + 1)}>{n}</button>{n > 0 && <p>more</p>}<span ref={box}></span>{n > 1 && <p>last</p>}</div>;
      }
      <Card />`);
    await settle();
    for (const _ of [1, 2]) {
      click("button");
      await settle();
    }
    expect(root.innerHTML).toBe("<div><button>2</button><p>more</p><span><b>own</b></span><p>last</p></div><i>tip</i>");
    card.unmount();
    expect(root.innerHTML).toBe("");
  });

  it("closes a menu on a click beside it", async () => {
    const { find, click } = show(`
      function Menu() {
        const [open, setOpen] = React.useState(false);
        const ref = React.useRef(null);
        React.useEffect(() => {
          const close = (event) => { if (ref.current && !ref.current.contains(event.target)) setOpen(false); };
          document.addEventListener("mousedown", close);
          return () => document.removeEventListener("mousedown", close);
        }, []);
        return <section><div ref={ref}><button onClick={() => setOpen(true)}>menu</button>{open && <ul><li>item</li></ul>}</div><p>beside</p></section>;
      }
      <Menu />`);
    await settle();
    click("button");
    await settle();
    expect(find("ul")).not.toBeNull();
    find("li").dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
    await settle();
    expect(find("ul")).not.toBeNull();
    find("p").dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
    await settle();
    expect(find("ul")).toBeNull();
  });

  it("reads a form by the facades of an event", async () => {
    const { find } = show(`
      function Form() {
        const [said, setSaid] = React.useState("");
        return <form onSubmit={(event) => { event.preventDefault(); setSaid(event.target.email.value + event.currentTarget.elements.agree.checked); }}>
          <input name="email" defaultValue="a@b.c" /><input type="checkbox" name="agree" defaultChecked /><output>{said}</output>
        </form>;
      }
      <Form />`);
    await settle();
    find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await settle();
    expect(find("output").textContent).toBe("a@b.ctrue");
  });

  it("sends its own events through handlers of its markup", async () => {
    const { find, click } = show(`
      function Box() {
        const [text, setText] = React.useState("");
        const ref = React.useRef(null);
        const fill = () => { ref.current.value = "typed"; ref.current.dispatchEvent(new Event("input", { bubbles: true })); };
        return <div><input ref={ref} defaultValue="" onInput={(event) => setText(event.target.value)} /><button onClick={fill}>fill</button><p>{text}</p></div>;
      }
      <Box />`);
    await settle();
    click("button");
    await settle();
    expect(find("p").textContent).toBe("typed");
  });

  it("copies by a field that it makes for it", async () => {
    const copied: string[] = [];
    const { root, click } = show(
      `
      function copy(text) {
        const field = document.createElement("textarea");
        field.value = text;
        field.setAttribute("readonly", "");
        field.style.position = "absolute";
        field.style.left = "-9999px";
        document.body.appendChild(field);
        field.select();
        const done = document.execCommand("copy");
        document.body.removeChild(field);
        return done;
      }
      <button onClick={() => copy("the text")}>copy</button>`,
      { host: { clipboard: (text) => copied.push(text) } },
    );
    click("button");
    expect([copied, root.querySelector("textarea")]).toEqual([["the text"], null]);
  });

  it("adds styles, scoped to the card", async () => {
    const { root } = show(`
      function Styled() {
        React.useEffect(() => {
          const style = document.createElement("style");
          style.appendChild(document.createTextNode(".x { color: red } body { position: fixed }"));
          document.head.appendChild(style);
        }, []);
        return <p className="x">styled</p>;
      }
      <Styled />`);
    await settle();
    const id = root.getAttribute("data-kv-root");
    expect(id).toMatch(/^kv-/);
    expect(root.querySelector("style")?.textContent).toBe(`[data-kv-root="${id}"] .x{color:red}`);
  });

  it("goes on where a script is refused", async () => {
    const { root, reports } = show(`
      function Loader() {
        const [state, setState] = React.useState("loading");
        React.useEffect(() => {
          try {
            const script = document.createElement("script");
            script.src = "https://evil.example/x.js";
            document.body.appendChild(script);
          } catch (error) { setState(error.message); }
        }, []);
        return <p>{state}</p>;
      }
      <Loader />`);
    await settle();
    expect(root.textContent).toContain("`<script>` is not an element that cards may make");
    expect([root.querySelector("script"), reports]).toEqual([null, []]);
  });

  it("does not renew its budget by events of its own", async () => {
    const { root, reports } = show(
      `
      function Storm() {
        const ref = React.useRef(null);
        React.useEffect(() => {
          const storm = () => { for (let i = 0; i < 100; i++) ref.current.dispatchEvent(new CustomEvent("storm")); };
          ref.current.addEventListener("storm", storm);
          storm();
        }, []);
        return <p ref={ref}>storm</p>;
      }
      <Storm />`,
      { limits: { fuel: 50_000 } },
    );
    await settle();
    expect(reports.join()).toContain("limit/run");
    expect(root.isConnected).toBe(true);
  });

  it("ends where its own events call one another without end", async () => {
    const { root, reports } = show(`
      function Echo() {
        const ref = React.useRef(null);
        React.useEffect(() => {
          const echo = () => { try { ref.current.dispatchEvent(new CustomEvent("echo")); ref.current.click(); } catch (error) { } };
          ref.current.addEventListener("echo", echo);
          echo();
        }, []);
        return <button ref={ref} onClick={() => ref.current.click()}>echo</button>;
      }
      <Echo />`);
    await settle();
    expect(reports.join()).toContain("limit/run");
    expect(root.isConnected).toBe(true);
  });
});
