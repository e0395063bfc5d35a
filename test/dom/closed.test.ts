// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Opaque } from "../../src/runtime/handles.ts";
import { everyElement, gadgets, hostNames, walkFacades } from "../support/closed-walk.ts";
import { createTestPage } from "../support/page.ts";

const everyKind = "Document,DOMTokenList,DOMStringMap,CSSStyleDeclaration,Text #text,Selection,Range,MediaQueryList".split(",");

describe("the closed universe", () => {
  it("lets no object of the page out, through any name of any facade", () => {
    const { page, root, realm } = createTestPage({
      html: everyElement,
      host: { allow: ["files", "selection", "page-events"], clipboard: () => {} },
    });
    const names = new Set([...gadgets, ...hostNames(document), ...hostNames(window)]);
    for (const element of root.querySelectorAll("*")) for (const name of hostNames(element)) names.add(name);
    const first: Record<string, unknown> = { document: page.document };
    for (const [i, element] of [...root.querySelectorAll("*")].entries()) first[`${element.localName}${i}`] = page.toElement(element);
    for (const name of page.names.keys()) first[name] = page.names.get(name);
    const { kinds, leaks } = walkFacades(realm, first, names);
    expect(leaks).toEqual([]);
    for (const kind of [...everyKind, ...new Set([...root.querySelectorAll("*")].map(({ nodeName }) => `Element ${nodeName}`))])
      expect(kinds).toContain(kind);
    // Not every engine names fragments.
    expect(kinds.filter((kind) => kind.startsWith("DocumentFragment"))).toHaveLength(1);
  }, 60_000);

  it("lets no object of the page out of an event of any kind", () => {
    const { page, root, get, call, realm } = createTestPage({ html: everyElement, host: { allow: ["files", "selection", "page-events"] } });
    const target = root.querySelector("input") as Element;
    const data = new DataTransfer();
    data.setData("text/plain", "dropped");
    const touch = { identifier: 1, clientX: 2, target: document.body, host: window };
    const events = {
      click: new MouseEvent("click", { clientX: 3, bubbles: true, relatedTarget: document.body }),
      keydown: new KeyboardEvent("keydown", { key: "a", bubbles: true }),
      change: new CustomEvent("change", { detail: { host: window }, bubbles: true }),
      input: new InputEvent("input", { data: "x", bubbles: true }),
      wheel: new WheelEvent("wheel", { deltaY: 2, bubbles: true }),
      focusin: new FocusEvent("focusin", { bubbles: true, relatedTarget: document.documentElement }),
      drop: Object.assign(new Event("drop", { bubbles: true }), { dataTransfer: data, key: { host: window }, button: window }),
      paste: Object.assign(new Event("paste", { bubbles: true }), { clipboardData: data }),
      touchstart: Object.assign(new Event("touchstart", { bubbles: true }), { touches: [touch] }),
    };
    const facades: Record<string, Opaque> = {};
    const names = new Set(gadgets);
    for (const [name, event] of Object.entries(events)) {
      target.dispatchEvent(event);
      facades[name] = page.toEvent(event, target);
      for (const key of hostNames(event)) names.add(key);
    }
    expect(call(get(facades.drop, "dataTransfer"), "getData", "text/plain")).toBe("dropped");
    const { handles, leaks } = walkFacades(realm, facades, names);
    expect(leaks).toEqual([]);
    const nodes = [...handles.keys()].flatMap(({ state }) => (state as { node?: Node }).node ?? []);
    expect(nodes.filter((node) => !root.contains(node) && node.isConnected)).toEqual([]);
    expect([get(facades.drop, "key"), get(facades.drop, "button"), get(facades.change, "detail")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([get(facades.click, "relatedTarget"), get(facades.focusin, "relatedTarget")]).toEqual([null, null]);
    expect(get(facades.touchstart, "touches", 0, "target")).toBeNull();
  }, 60_000);

  it("has no way to prototypes, constructors and frames", () => {
    const { at, get, document: doc, realm } = createTestPage({ html: everyElement });
    for (const value of [at("input"), at("iframe"), doc, get(doc, "body")]) {
      for (const name of [
        "constructor",
        "__proto__",
        "prototype",
        "contentWindow",
        "contentDocument",
        "attributes",
        "shadowRoot",
        "getRootNode",
      ])
        expect(get(value, name), name).toBeUndefined();
      expect([undefined, realm.window]).toContain(get(value, "defaultView"));
    }
  });
});
