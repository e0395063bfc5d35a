// @vitest-environment happy-dom
import { type ComponentChildren, h, render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Card, createRegistry, defineComponent, useCard } from "../../src/components.ts";
import { createContext } from "../../src/context.ts";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import { createTestHost } from "../../src/testing.ts";

/** What the natives of these tests were given, newest last. */
interface Seen {
  readonly props: Record<string, unknown>[];
  readonly cards: Card[];
}

const mounted: { unmount(): void }[] = [];
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

afterEach(() => {
  for (const card of mounted.splice(0)) card.unmount();
  document.body.replaceChildren();
});

/** A control of the host's: an input, a button, and its children. */
function createControl(seen: Seen) {
  return defineComponent({
    name: "Control",
    props: z.looseObject({ value: z.optional(z.unknown()), onChange: z.optional(z.unknown()) }),
    html: () => "<i></i>",
    dom: (props: { readonly onChange?: (value: unknown) => unknown; readonly children?: ComponentChildren }) => {
      const [typed, setTyped] = useState("secret");
      seen.props.push({ ...props });
      seen.cards.push(useCard());
      return h(
        "span",
        { class: "host", id: "host-control" },
        h("input", { value: typed, onInput: (event: Event) => setTyped((event.target as HTMLInputElement).value) }),
        h("button", { onClick: () => props.onChange?.({ typed, list: [1] }) }, "host text"),
        props.children,
      );
    },
  });
}

function Lost() {
  return h("p", null, useCard().locale);
}

async function show(source: string, options: Parameters<typeof mount>[3] = {}, data: object = {}) {
  const seen: Seen = { props: [], cards: [] };
  const compiled = compile(source, { registry: createRegistry([createControl(seen)]) });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const root = document.body.appendChild(document.createElement("div"));
  const reports: string[] = [];
  const host = createTestHost();
  const logs = () => host.calls.flatMap((call) => (call.service === "log" ? [call.values.map(String).join(" ")] : []));
  const bag = (name: string) => createContext({ resource: "customer", customer: { id: "c1", name, custom: { vipBool: true } }, ...data });
  const card = mount(compiled.template, bag("Ada"), root, {
    host,
    ...options,
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  mounted.push(card);
  await settle();
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => root.querySelector(selector) as E;
  return { root, card, seen, reports, logs, find, update: (name: string) => card.update(bag(name)), host };
}

describe("functions that a template gives to a component of the host", () => {
  it("enter the card with plain data, and give nothing", async () => {
    const { find, seen, root } = await show(`
      const App = () => {
        const [got, setGot] = React.useState(null);
        return <div><Control onChange={(value) => { setGot(value); return () => 1; }} /><p>{JSON.stringify(got)}</p></div>;
      };
      <App />`);
    find("button").click();
    expect(find("p").textContent).toBe('{"typed":"secret","list":[1]}');
    const onChange = seen.props.at(-1)?.onChange as (...args: unknown[]) => unknown;
    expect(onChange({ typed: 2 })).toBeUndefined();
    expect(root.textContent).toContain('{"typed":2}');
  });

  it("are the same for the same function, whatever is rendered", async () => {
    const { seen, update } = await show(`
      const App = () => {
        const [, turn] = React.useState(0);
        const change = React.useCallback(() => turn((n) => n + 1), []);
        return <Control onChange={change} value={customer.name} />;
      };
      <App />`);
    update("Grace");
    const [first, last] = [seen.props[0], seen.props.at(-1)];
    expect(last?.value).toBe("Grace");
    expect(last?.onChange).toBe(first?.onChange);
  });

  it("take plain data alone: anything else is the host's mistake", async () => {
    const { seen } = await show("<Control onChange={() => 1} />");
    const onChange = seen.props[0]?.onChange as (value: unknown) => unknown;
    expect(() => onChange(document.body)).toThrow("`argument 1`: expected plain data, found an instance of a class");
    expect(() => onChange(() => 1)).toThrow("`argument 1`: expected plain data, found a function");
  });

  it("report what they throw, and the card goes on", async () => {
    const { find, reports, root } = await show("<Control onChange={() => { throw new Error('no') }}>still here</Control>");
    find("button").click();
    expect(reports).toEqual(["run/handler: Error: no"]);
    expect(root.textContent).toContain("still here");
  });

  it("end with their limit, and do nothing once the card is gone", async () => {
    const { seen, reports, card, logs } = await show("<Control onChange={(n) => { if (n) for (;;); console.log('called') }} />");
    const onChange = seen.props[0]?.onChange as (value?: unknown) => unknown;
    onChange();
    onChange(1);
    expect(reports.map((report) => report.split(":")[0])).toEqual(["limit/run"]);
    card.unmount();
    onChange();
    expect(logs()).toEqual(["called"]);
  });

  it("are the host's functions under every name, and nothing else of the template comes with the props", async () => {
    const { seen, find, reports } = await show(`
      const hostile = () => { throw new Error("called") };
      const given = { ref: hostile, key: hostile, then: hostile, toJSON: hostile, toString: hostile, valueOf: hostile, constructor: hostile,
        ["__proto__"]: hostile, dangerouslySetInnerHTML: { __html: "<b id='own'>x</b>" }, type: hostile, innerHTML: "<b>x</b>",
        value: { list: [hostile], props: { a: hostile }, node: document.body, self: window }, onChange: hostile, "aria-x": hostile,
        set: new Set([hostile]), error: new Error("e"), node: document.body };
      <Control {...given}>{hostile}</Control>`);
    const props = seen.props[0] as Record<string, unknown>;
    const plain = (value: unknown): boolean =>
      value === null ||
      typeof value !== "object" ||
      Array.isArray(value) ||
      [Object.prototype, null].includes(Object.getPrototypeOf(value));
    expect(Object.entries(props).filter(([name, value]) => name !== "children" && !plain(value))).toEqual([]);
    expect(Object.entries(props).filter(([, value]) => typeof value === "function" && !(value instanceof Function))).toEqual([]);
    // Props that it does not know are not handed on: it might hand them on to an element.
    expect(Object.keys(props).sort()).toEqual(["aria-x", "children", "onChange", "value"]);
    expect(props.value).toEqual({ list: [undefined], props: { a: undefined }, node: undefined, self: undefined });
    expect([find(".host").querySelector("b"), reports]).toEqual([null, []]);
  });

  it("wait when they are called while the card renders", async () => {
    const eager = defineComponent({
      name: "Eager",
      props: z.looseObject({ onReady: z.optional(z.unknown()) }),
      html: () => "",
      dom: ({ onReady }: { readonly onReady: (n: number) => void }) => {
        onReady(1);
        return null;
      },
    });
    const compiled = compile(
      "const App = () => { const [n, set] = React.useState(0); return <p><Eager onReady={set} />{n}</p> }; <App />",
      { registry: createRegistry([eager]) },
    );
    if (!compiled.ok) throw new Error("does not compile");
    const root = document.body.appendChild(document.createElement("div"));
    mounted.push(mount(compiled.template, createContext({ resource: "customer" }), root));
    await settle();
    expect(root.textContent).toBe("1");
  });
});

describe("useCard", () => {
  it("gives what the card is, and its records", async () => {
    const { seen, update, host } = await show("<Control />", { locale: "de-DE", timeZone: "Asia/Tokyo", now: 5, idPrefix: "kv9" });
    const card = seen.cards[0] as Card;
    expect([card.locale, card.timeZone, card.now(), card.idPrefix, card.resource]).toEqual(["de-DE", "Asia/Tokyo", 5, "kv9", "customer"]);
    expect(card.host).toBe(host);
    expect(card.record()).toEqual({ resource: "customer", id: "c1", attributes: { name: "Ada", custom: { vipBool: true } } });
    expect(card.record("kobject.order")).toBeUndefined();
    expect(card.format("2026-10-02T15:04:05Z", "placedAt")).toBe("03.10.2026 00:04");
    expect(card.format({ isMasked: true, maskedPresentation: "••" }, "ssnStr")).toBe("••");
    expect(card.klasses.displayName("customer", "lastSeenAt")).toBe("Last Seen");
    update("Grace");
    const later = seen.cards.at(-1) as Card;
    expect(later).not.toBe(card);
    expect(later.record("customer")?.attributes.name).toBe("Grace");
  });

  it("finds records as they were given, whatever the template does to its copy", async () => {
    const { seen } = await show("customer.id = 'c2'; context.customer.id = 'c2'; customer.name = 'Eve'; <Control />");
    expect(seen.cards[0]?.record()).toMatchObject({ id: "c1", attributes: { name: "Ada" } });
  });

  it("asks the host for as long as the card is there", async () => {
    const { seen, card } = await show("<Control />");
    const own = seen.cards[0] as Card;
    expect(await own.ask(() => 7)).toBe(7);
    let given: AbortSignal | undefined;
    void own.ask((signal) => {
      given = signal;
      return new Promise(() => {});
    });
    await settle();
    card.unmount();
    expect(given?.aborted).toBe(true);
    await expect(own.ask(() => 8)).rejects.toThrow("the card is gone");
  });

  it("tells the string form the same", () => {
    const seen: unknown[] = [];
    const peek = defineComponent({
      name: "Peek",
      props: z.looseObject({}),
      html: (_props, { record, format, resource }) => {
        seen.push(resource, record()?.id, format(1, "vipNum"));
        return "<i></i>";
      },
      dom: () => null,
    });
    const compiled = compile("<Peek />", { registry: createRegistry([peek]) });
    if (!compiled.ok) throw new Error("does not compile");
    renderToString(compiled.template, createContext({ resource: "customer", customer: { id: "c1" } }));
    expect(seen).toEqual(["customer", "c1", "1"]);
  });

  it("throws outside of a card", () => {
    expect(() => render(h(Lost, null), document.body)).toThrow("useCard: this component does not stand in a card");
  });
});

describe("elements of a component of the host", () => {
  /** Runs a script of the template in an effect, beside a control of the host's, and gives what it logs. */
  async function run(script: string, markup = "<section ref={box}><Control><b id='own'>own</b></Control></section>") {
    const shown = await show(`
      const App = () => {
        const box = React.useRef(null);
        React.useEffect(() => { ${script} }, []);
        return ${markup};
      };
      <App />`);
    return { ...shown, log: shown.logs() };
  }

  it("can't be found, walked to, or read; what the template put among them can", async () => {
    const { log } = await run(`
      const { current } = box;
      console.log(document.querySelector("input"), document.getElementById("host-control"), current.querySelectorAll("*").length);
      console.log(current.firstChild, current.children.length, current.childElementCount, current.querySelector("b").parentNode);
      console.log(current.textContent, current.innerText, current.innerHTML, current.outerHTML, current.cloneNode(true).innerHTML);
      console.log(document.querySelector("b").textContent, document.getElementById("own").previousSibling);
      console.log(document.querySelector("b").closest("span"), document.querySelector("b").closest("section") === current);
    `);
    expect(log).toEqual(["null null 1", "null 0 0 null", "own own  <section></section> ", "own null", "null true"]);
  });

  it("can't be acted on: not by way of a label, a form, or an event", async () => {
    const { find, log, seen } = await run(
      `
      const label = document.querySelector("label");
      label.click();
      const own = document.querySelector("b");
      own.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector("form").reset();
      try { own.before("x"); own.insertAdjacentHTML("afterend", "<i>x</i>"); } catch (error) { console.log("refused"); }
      `,
      "<form ref={box}><label><Control onChange={() => console.log('driven')}><b>own</b></Control></label></form>",
    );
    expect(log).toEqual([]);
    expect(find("input")).toHaveProperty("value", "secret");
    expect(find(".host").textContent).toBe("host textown");
    expect(seen.props.length).toBeGreaterThan(0);
  });

  it("tell the template of clicks, as if they were on the element around, and of nothing that is typed", async () => {
    const { find, logs } = await run(
      "document.addEventListener('keydown', (e) => console.log('key', e.key)); window.addEventListener('input', () => console.log('input'))",
      `<section ref={box} onKeyDown={(e) => console.log(e.key)} onInput={(e) => console.log(e.target)} onFocus={() => console.log("focus")}
         onClick={(e) => console.log("click", e.target.tagName)}><Control><b onKeyDown={() => console.log("own key")}>own</b></Control></section>`,
    );
    const input = find<HTMLInputElement>("input");
    input.focus();
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true, composed: true }));
    input.value = "typed";
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    find("button").click();
    find("b").dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true, composed: true }));
    expect(logs()).toEqual(["click SECTION", "own key", "x", "key x"]);
  });

  it("leave the card's own root where it is: a template walks through it as ever", async () => {
    const source = `const App = () => {
      const r = React.useRef(null);
      React.useEffect(() => {
        const up = [];
        for (let at = r.current; at; at = at.parentNode) up.push(at.className || at.tagName);
        console.log(up.join(" "), document.body.children.length, document.body.querySelectorAll("p").length, document.body.firstChild.className);
      }, []);
      return <p ref={r}><Control /></p>;
    }; <App />`;
    const plain = await show(source.replace("<Control />", ""), { theme: "dark" });
    const held = await show(source, { theme: "dark" });
    expect(held.logs()).toEqual(plain.logs());
    expect(held.logs()[0]).toMatch(/^P kv-root/);
  });

  it("stay what they are where no component of the host may stand: nothing is noted then", async () => {
    const { root, logs } = await show(
      "const App = () => { React.useEffect(() => console.log(document.querySelector('p').innerHTML), []); return <p><b>x</b></p> }; <App />",
    );
    expect(root.innerHTML).toBe("<p><b>x</b></p>");
    expect(logs()).toEqual(["<b>x</b>"]);
  });
});

describe("native leaves", () => {
  it("have no name that a view could give a tag", () => {
    const result = compile('<kview.Editor field="nameStr" value="x">shown</kview.Editor>');
    if (!result.ok) throw new Error("does not compile");
    expect(result.diagnostics.map(({ code }) => code)).toContain("jsx/unknown-component");
    expect(renderToString(result.template, createContext({ resource: "customer" }))).toBe(
      '<div class="kv-unknown"><span class="kv-unknown-name">kview.Editor</span>shown</div>',
    );
  });

  it("are their children in a string, their props evaluated before", () => {
    const framed = defineComponent({
      name: "Framed",
      props: z.looseObject({ value: z.optional(z.unknown()) }),
      template: "<p><kview.Unheard value={value}>shown {children}</kview.Unheard></p>",
    });
    const print = (source: string) => {
      const compiled = compile(source, { registry: createRegistry([framed]) });
      if (!compiled.ok) throw new Error("does not compile");
      return renderToString(compiled.template, createContext({ resource: "customer", customer: { name: "Ada" } }));
    };
    expect(print("<Framed value={customer.name}><b>x</b></Framed>")).toBe("<p>shown <b>x</b></p>");
    expect(print("const Box = Framed; <Box value={1}/>")).toBe("<p>shown </p>");
    expect(
      print("const seen = []; const note = (x) => (seen.push(x), x); <div><Framed value={note(1)}>{note(2)}</Framed>{seen}</div>"),
    ).toBe("<div><p>shown 2</p>12</div>");
    expect(print("<Framed value={missing.name} />")).toContain("`missing` is not defined");
  });
});
