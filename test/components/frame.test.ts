// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { isLength, toCssLength } from "../../src/components/leaves/frame/length.ts";
import { createContext } from "../../src/context.ts";
import { renderToString } from "../../src/html.ts";
import { compileCard } from "../support/card.ts";
import { type LiveCardOptions, settleCard, showCard } from "../support/live-card.ts";
import { unmountAfterEach } from "../support/unmount-after-each.ts";

interface Posted {
  readonly message: Readonly<Record<string, unknown>>;
  readonly target: string;
}

const ends = unmountAfterEach();

const embed = '<DynamicCard src="https://cards.example/order?x=1#top" title="Rewards" context={object.context}/>';
const data = { customer: { id: "c1", name: "Ada" } };

/** A card with a frame, and the page in it, which is played: nothing is loaded here. */
async function showFrame(source = embed, given: LiveCardOptions & { readonly data?: Parameters<typeof showCard>[1] } = {}) {
  const shown = ends(await showCard(source, given.data ?? data, { ...given, host: { clock: "2026-10-02T15:04:05Z", ...given.host } }));
  const posted: Posted[] = [];
  const pages = new WeakMap<Element, object>();
  /** The window of the page in a frame. */
  const pageOf = (frame: Element) => {
    let page = pages.get(frame);
    if (page === undefined) {
      page = { postMessage: (message: Posted["message"], target: string) => posted.push({ message, target }) };
      pages.set(frame, page);
      Object.defineProperty(frame, "contentWindow", { configurable: true, value: page });
    }
    return page;
  };
  const frame = () => shown.find<HTMLIFrameElement>("iframe");
  const id = () => new URL(frame().src).searchParams.get("id") ?? "";
  const send = async (message: unknown, { source = pageOf(frame()) as unknown, origin = "null" } = {}) => {
    const event = new MessageEvent("message", { data: message, origin });
    Object.defineProperty(event, "source", { value: source });
    window.dispatchEvent(event);
    await settleCard();
  };
  const load = async () => {
    frame().dispatchEvent(new Event("load"));
    await settleCard();
  };
  const say = (type: string, more: object = {}) => send({ type, cardId: id(), ...more });
  const take = () => posted.splice(0);
  const isShown = () => !/kv-frame-(away|closed)/.test(frame().className);
  return { ...shown, frame, id, send, say, load, take, isShown };
}

describe("the frame of an embedded page", () => {
  it("is in a string what it is at first in the page: inert, lazy, in the sandbox", async () => {
    const { template } = compileCard(embed);
    const bag = createContext({ resource: "customer", ...data });
    expect(renderToString(template, bag)).toBe(
      '<div class="kv-frame"><iframe class="kv-frame-page" src="https://cards.example/order?x=1#top" title="Rewards" loading="lazy" ' +
        'sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe></div>',
    );
  });

  it("gets the page's address with what it needs to speak with the card, and keeps the policy's attributes", async () => {
    const { frame, id, isShown, find } = await showFrame();
    const url = new URL(frame().getAttribute("src") ?? "");
    expect([url.origin + url.pathname, url.searchParams.get("x"), url.hash]).toEqual(["https://cards.example/order", "1", "#top"]);
    expect(url.searchParams.get("parentUrl")).toBe(window.location.origin);
    expect(id()).toMatch(/^[0-9a-f]{32}$/);
    expect(["sandbox", "referrerpolicy", "loading", "title"].map((name) => frame().getAttribute(name))).toEqual([
      "allow-scripts allow-forms",
      "no-referrer",
      "lazy",
      "Rewards",
    ]);
    expect(isShown()).toBe(false);
    expect(find("[role=status]").textContent).toBe("Loading Rewards");
  });

  it("is shown once its page says that it is there, and the page is told of its card", async () => {
    const { say, take, isShown, frame, find, load } = await showFrame(embed, { options: { theme: "dark", locale: "de-DE" } });
    await load();
    await say("INITIALIZE", { height: 240.2 });
    expect(isShown()).toBe(true);
    expect(frame().style.height).toBe("241px");
    expect(find("[role=status]")).toBeNull();
    const [{ message, target }] = take() as [Posted];
    expect(target).toBe("*");
    expect(message).toEqual({
      type: "INITIALIZE",
      cardId: expect.stringMatching(/^[0-9a-f]{32}$/),
      context: {
        type: "customer",
        customer: { type: "customer", id: "c1", attributes: { name: "Ada" } },
      },
      userLocale: "de-DE",
      userRoles: [],
      theme: "dark",
    });
  });

  it("is of the size that the page asks for, within limits", async () => {
    const { say, frame } = await showFrame();
    await say("INITIALIZE");
    expect(frame().style.height).toBe("");
    for (const [given, shown] of [
      [300, "300px"],
      ["120px", "120px"],
      [1e9, "2000px"],
      [0, "16px"],
    ] as const) {
      await say("RESIZE", { height: given });
      expect(frame().getAttribute("style")).toContain(shown);
    }
    await say("RESIZE", { width: 320 });
    expect(frame().getAttribute("style")).toContain("width: 320px");
  });

  it("keeps the size that the template gives until the page asks for another", async () => {
    const { say, frame } = await showFrame('<Card src="https://cards.example/old" height={200} title="Old"/>');
    await say("INITIALIZE", { height: 500 });
    expect(frame().style.height).toBe("200px");
    await say("RESIZE", { height: 300 });
    expect(frame().style.height).toBe("300px");
  });

  it("is put away and shown again as the page asks, and by the reader", async () => {
    const { say, isShown, find } = await showFrame();
    await say("INITIALIZE");
    await say("CLOSE");
    expect(isShown()).toBe(false);
    const button = find("button");
    expect([button.textContent, button.getAttribute("aria-expanded")]).toEqual(["Show Rewards", "false"]);
    button.click();
    await settleCard();
    expect(isShown()).toBe(true);
    await say("CLOSE");
    await say("OPEN");
    expect(isShown()).toBe(true);
    expect(find("button")).toBeNull();
  });

  it("tells the page of another context, and of nothing where it is the same", async () => {
    const { say, take, update } = await showFrame();
    await update({ customer: { id: "c1", name: "Grace" } });
    expect(take()).toEqual([]);
    await say("INITIALIZE");
    take();
    await update({ customer: { id: "c1", name: "Grace" } });
    expect(take()).toEqual([]);
    await update({ customer: { id: "c1", name: "Mary" } });
    const [{ message }] = take() as [Posted];
    expect(message).toMatchObject({ type: "CONTEXT_UPDATE", context: { customer: { attributes: { name: "Mary" } } } });
  });

  it("says so, quietly and with a link, when the page says nothing; and shows it should it speak after all", async () => {
    const { load, host, find, say, isShown } = await showFrame();
    await host.advance(60_000);
    await settleCard();
    expect(find(".kv-frame-silent")).toBeNull();
    await load();
    await host.advance(9_999);
    await settleCard();
    expect(find(".kv-frame-silent")).toBeNull();
    await host.advance(1);
    await settleCard();
    expect(find(".kv-frame-silent").textContent).toBe("Rewards does not answer.Open the page");
    const link = find(".kv-frame-silent a");
    expect([link.getAttribute("href"), link.getAttribute("rel")]).toEqual(["https://cards.example/order?x=1#top", "noopener noreferrer"]);
    await say("INITIALIZE");
    expect(isShown()).toBe(true);
    await host.advance(60_000);
    await settleCard();
    expect(isShown()).toBe(true);
  });

  it("is another, with another name, for another address; and goes with its card", async () => {
    const { update, frame, id, say, card, send, take } = await showFrame("<DynamicCard src={customer.urls[0]}/>", {
      data: { customer: { urls: ["https://a.example/"] } },
    });
    const [first, firstId] = [frame(), id()];
    await say("INITIALIZE");
    take();
    await update({ customer: { urls: ["https://b.example/"] } });
    expect(frame()).not.toBe(first);
    expect(id()).not.toBe(firstId);
    await send({ type: "INITIALIZE", cardId: firstId });
    card.unmount();
    await send({ type: "INITIALIZE", cardId: firstId }, { source: first.contentWindow });
    expect(take()).toEqual([]);
  });

  it("is not there where the policy refuses the address", async () => {
    const { find, reports } = await showFrame(embed, { options: { policy: { frames: () => false } } });
    expect(find(".kv-frame-live")).toBeNull();
    expect(find("iframe").hasAttribute("src")).toBe(false);
    expect(reports.map((report) => report.split(":")[0])).toEqual(["policy/value"]);
  });
});

describe("what an embedded page is told", () => {
  const told = async (context: string) => {
    const { say, take } = await showFrame(`<DynamicCard src="https://cards.example/" context={${context}}/>`, {
      resource: "conversation",
      data: { customer: { id: "c1", name: "Ada" }, conversation: { id: "v1", name: "Hi" } },
    });
    await say("INITIALIZE");
    return (take()[0]?.message.context ?? {}) as Record<string, never>;
  };

  it("is the card's records for `object.context` and `context`, one for `context.conversation`", async () => {
    expect(Object.keys(await told("object.context"))).toEqual(["type", "customer", "conversation"]);
    expect((await told("object.context")).type).toBe("conversation");
    expect(await told("context")).toEqual(await told("object.context"));
    expect(await told("context.conversation")).toMatchObject({
      type: "conversation",
      conversation: { id: "v1", attributes: { name: "Hi" } },
    });
  });

  it.each([
    ["{ orderId: 7, f: () => 1, at: new Date(0) }", { orderId: 7, at: "1970-01-01T00:00:00.000Z" }],
    ["{ type: 'myCustomContext', customContext: { a: [1] } }", { a: [1] }],
    ["{ type: 'customer', name: 'forged' }", { type: "customer", name: "forged" }],
    ["'text'", "text"],
    ["undefined", {}],
    ["null", null],
    ['JSON.parse(\'{"__proto__":{"type":"customer"}}\')', JSON.parse('{"__proto__":{"type":"customer"}}')],
  ])("is %s as the author's own", async (context, customContext) => {
    expect(JSON.stringify(await told(context))).toBe(JSON.stringify({ type: "custom", customContext }));
  });
});

describe("lengths", () => {
  it.each([
    [120, "height", "120px"],
    ["50vh", "height", "clamp(16px, 50vh, 2000px)"],
    ["100%", "width", "clamp(40px, 100%, 2000px)"],
    ["9999px", "width", "2000px"],
  ] as const)("%s is a %s of %s", (given, axis, css) => {
    expect([isLength(given), toCssLength(given, axis)]).toEqual([true, css]);
  });

  it.each([-1, Number.POSITIVE_INFINITY, "", "auto", "1e9px", "-1px", "1px ", "1px;x", "var(--x)", "1234567px", true, null, {}])(
    "%j is none",
    (given) => {
      expect(isLength(given)).toBe(false);
    },
  );
});

describe("a hostile page", () => {
  it("is not heard where a message is of another window, another card, another origin, or before its first", async () => {
    const { send, say, id, take, isShown, reports } = await showFrame();
    await send({ type: "INITIALIZE", cardId: id() }, { source: window });
    await send({ type: "INITIALIZE", cardId: id() }, { source: null });
    await send({ type: "INITIALIZE", cardId: id() }, { source: { postMessage: () => {} } });
    expect(reports).toEqual([]);
    await send({ type: "INITIALIZE", cardId: id() }, { origin: "https://cards.example" });
    await send({ type: "INITIALIZE", cardId: "0".repeat(32) });
    await send({ type: "INITIALIZE" });
    await say("RESIZE", { height: 10 });
    expect(take()).toEqual([]);
    expect(isShown()).toBe(false);
    expect(reports).toEqual([
      "run/frame: the embedded page cards.example is not heard: it has gone to another origin",
      "run/frame: the embedded page cards.example is not heard: its `INITIALIZE` is not for this card",
      "run/frame: the embedded page cards.example is not heard: it sent `RESIZE` before `INITIALIZE`",
    ]);
  });

  it.each([
    ["a text", "INITIALIZE"],
    ["nothing", null],
    ["a list", ["INITIALIZE"]],
    ["a type that is no text", { type: { toString: () => "INITIALIZE" } }],
    ["a type of a prototype", Object.create({ type: "INITIALIZE" })],
    ["another library's", { type: "webpackOk" }],
  ])("sends %s: nobody's business", async (_what, message) => {
    const { send, take, reports } = await showFrame();
    await send(message);
    expect([take(), reports]).toEqual([[], []]);
  });

  it.each([
    ["an unknown type", "__proto__", {}, "it sent a message of an unknown type"],
    ["the name of a method", "constructor", {}, "it sent a message of an unknown type"],
    ["a negative height", "RESIZE", { height: -1 }, "`height` of its `RESIZE` has not the form that is promised"],
    ["no number", "RESIZE", { height: Number.NaN }, "`height` of its `RESIZE` has not the form that is promised"],
    ["style behind a length", "RESIZE", { width: "10px;position:fixed" }, "`width` of its `RESIZE` has not the form that is promised"],
    ["a function of CSS", "RESIZE", { height: "calc(100vh * 99)" }, "`height` of its `RESIZE` has not the form that is promised"],
    ["a length that is a record", "RESIZE", { height: { valueOf: 1 } }, "`height` of its `RESIZE` has not the form that is promised"],
    ["a request without a name", "REQUEST", {}, "`requestId` of its `REQUEST` has not the form that is promised"],
    [
      "a request with an endless name",
      "REQUEST",
      { requestId: "x".repeat(101) },
      "`requestId` of its `REQUEST` has not the form that is promised",
    ],
    ["a modal", "MODAL_INITIALIZE", { url: "https://x.example" }, "it asked for a modal (`MODAL_INITIALIZE`), and there are none yet"],
  ])("sends %s: nothing comes of it but a word to the host, once", async (_what, type, more, reason) => {
    const { say, take, reports, frame } = await showFrame();
    await say("INITIALIZE");
    take();
    const before = frame().getAttribute("style");
    await say(type, more);
    await say(type, more);
    expect(take()).toEqual([]);
    expect(frame().getAttribute("style")).toBe(before);
    expect(reports).toEqual([`run/frame: the embedded page cards.example is not heard: ${reason}`]);
  });

  it("asks for a request: an error that names what is missing", async () => {
    const { say, take, id } = await showFrame();
    await say("INITIALIZE");
    take();
    await say("REQUEST", { requestId: "r1", method: "GET", url: "/v1/users/current" });
    const [{ message, target }] = take() as [Posted];
    expect(message).toEqual({
      type: "REQUEST",
      cardId: id(),
      requestId: "r1",
      data: null,
      err: { message: expect.stringContaining("kview/embed") },
    });
    expect(target).toBe("*");
  });

  it("floods: what is too much is not looked at, and the page is heard again later", async () => {
    const { send, id, take, host, frame, reports } = await showFrame();
    await send({ type: "INITIALIZE", cardId: id() });
    take();
    for (let i = 0; i < 5_000; i++) {
      const event = new MessageEvent("message", { data: { type: "RESIZE", cardId: id(), height: 100 + i }, origin: "null" });
      Object.defineProperty(event, "source", { value: frame().contentWindow });
      window.dispatchEvent(event);
    }
    await settleCard();
    expect(frame().style.height).toBe("158px");
    expect(reports).toEqual(["run/frame: the embedded page cards.example is not heard: it sends too many messages"]);
    await host.advance(1_000);
    await send({ type: "RESIZE", cardId: id(), height: 90 });
    expect(frame().style.height).toBe("90px");
  });

  it("goes elsewhere: who comes is told nothing until it names the card", async () => {
    const { load, say, take, update, isShown } = await showFrame();
    await load();
    await say("INITIALIZE");
    await load();
    take();
    expect(isShown()).toBe(false);
    await update({ customer: { id: "c1", name: "Grace" } });
    await say("REQUEST", { requestId: 1 });
    expect(take()).toEqual([]);
    await say("INITIALIZE");
    expect(take().map(({ message }) => message.type)).toEqual(["INITIALIZE"]);
  });

  it("speaks before it has been loaded: that is no other page", async () => {
    const { load, say, isShown } = await showFrame();
    await say("INITIALIZE");
    await load();
    expect(isShown()).toBe(true);
    await load();
    expect(isShown()).toBe(false);
  });
});

describe("what a template can do to a frame", () => {
  it("is to see none of what stands in it, and to press nothing", async () => {
    const { say, logs, isShown, find } = await showFrame(`
      const App = () => {
        const look = () => {
          console.log(String(document.querySelector("iframe")), String(document.querySelector("button")), document.body.innerHTML.includes("parentUrl"));
          document.body.click();
          document.querySelector("label").click();
        };
        return <div><p onClick={look}>x</p><label>${embed}</label></div>;
      };
      <App />`);
    await say("INITIALIZE");
    await say("CLOSE");
    find("p").click();
    await settleCard();
    expect(logs()).toEqual(["null null false"]);
    expect(isShown()).toBe(false);
  });
});
