// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { attributeNames } from "../../src/policy/attributes.ts";
import { call } from "../../src/runtime/call.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { arrayExtras, get } from "../../src/runtime/get.ts";
import { Handle, Native, Opaque } from "../../src/runtime/handles.ts";
import { isRecord } from "../../src/runtime/record.ts";
import { createTestPage, type TestPage } from "../support/page.ts";

const everything = `
<form id="kv-f" name="kv-f"><input id="kv-i" name="kv-email" value="a@b.c" type="email"><input type="file" name="kv-file">
<input type="checkbox" checked name="kv-c"><input type="radio" name="kv-r" value="1"><input type="radio" name="kv-r" value="2">
<select name="kv-s" multiple><option value="1" selected>one</option><optgroup label="g"><option>two</option></optgroup></select>
<textarea name="kv-t">text</textarea><button type="submit">go</button><label for="kv-i">L</label><output>o</output></form>
<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table><a href="https://example.com/" target="_blank">a</a>
<img src="https://example.com/x.png" alt="x"><video></video><audio></audio><canvas></canvas><iframe sandbox="allow-scripts allow-forms"></iframe>
<svg><g><path d="M0 0"></path><a xlink:href="#x"></a></g></svg><details><summary>s</summary></details><progress value="1"></progress>
<style>.a{}</style><script type="text/plain">host</script><x-host></x-host><!-- comment -->text<ul><li value="3">i</li></ul>`;

/** Every property name of the platform's objects and of JavaScript's, whether a facade has it or not. */
function hostNames(value: object): Set<string> {
  const names = new Set<string>();
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null)
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return names;
}

const gadgets = [
  "constructor",
  "__proto__",
  "prototype",
  "__defineGetter__",
  "__lookupGetter__",
  "then",
  "contentWindow",
  "contentDocument",
];

/** Asserts that a value and all that it holds belong to the closed universe; gives the handles in it. */
function expectClosed(value: unknown, trail: string, handles: Map<Opaque, string>, level = 0): void {
  expect(["undefined", "boolean", "number", "string", "object"], trail).toContain(typeof value);
  if (typeof value !== "object" || value === null || level > 6) return;
  if (value instanceof Handle) {
    if (value instanceof Opaque && !handles.has(value as Opaque)) handles.set(value as Opaque, trail);
    return;
  }
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) expectClosed(item, `${trail}[${i}]`, handles, level + 1);
    const extras = (value as { [arrayExtras]?: object })[arrayExtras];
    if (extras !== undefined) expectClosed(extras, `${trail}#`, handles, level + 1);
    return;
  }
  expect(isRecord(value), `${trail} is a host object`).toBe(true);
  for (const [key, item] of Object.entries(value)) expectClosed(item, `${trail}.${key}`, handles, level + 1);
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof TemplateThrow) return error.value;
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

/** Methods that end the walk, or change what is walked. */
const skipped = new Set(["remove", "removeChild", "replaceChildren", "replaceWith", "append", "prepend"]);

/** Reads every name of every facade that can be reached, and calls every method without arguments and with some. */
function walk(test: TestPage, first: readonly Opaque[], names: ReadonlySet<string>): Map<Opaque, string> {
  const { realm } = test;
  const handles = new Map<Opaque, string>();
  for (const value of first) expectClosed(value, value.type.name, handles);
  for (const [value, trail] of handles) {
    realm.fuel = 1e9;
    if (handles.size > 400) break;
    for (const name of [...names, ...value.type.methods.keys()]) {
      const result = attempt(() => get(realm, value, name));
      expectClosed(result, `${trail}.${name}`, handles);
      if (!(result instanceof Native) || result.run === undefined || skipped.has(name)) continue;
      for (const args of [[], ["div"], [0, 1], [value]])
        expectClosed(
          attempt(() => call(realm, result, value, args)),
          `${trail}.${name}(${args.length})`,
          handles,
        );
    }
  }
  return handles;
}

describe("the closed universe", () => {
  it("lets no object of the page out, through any name of any facade", () => {
    const test = createTestPage({ html: everything, host: { allow: ["files", "selection", "page-events"], clipboard: () => {} } });
    const { page, root } = test;
    const names = new Set([...gadgets, ...attributeNames("input"), ...hostNames(document), ...hostNames(window)]);
    for (const element of root.querySelectorAll("*")) for (const name of hostNames(element)) names.add(name);
    const elements = [...root.querySelectorAll("*")].map((element) => page.toElement(element) as Opaque);
    const windows = [...page.names.keys()].map((name) => page.names.get(name));
    for (const value of windows) expectClosed(value, "window", new Map());
    const handles = walk(test, [page.document, ...elements], names);
    expect(handles.size).toBeGreaterThan(60);
  }, 60_000);

  it("lets no object of the page out of an event of any kind", () => {
    const test = createTestPage({ html: everything, host: { allow: ["files", "selection", "page-events"] } });
    const target = test.root.querySelector("input") as Element;
    const data = new DataTransfer();
    data.setData("text/plain", "dropped");
    const events = [
      new MouseEvent("click", { clientX: 3, bubbles: true, relatedTarget: document.body }),
      new KeyboardEvent("keydown", { key: "a", bubbles: true }),
      new CustomEvent("change", { detail: { host: window }, bubbles: true }),
      new InputEvent("input", { data: "x", bubbles: true }),
      new WheelEvent("wheel", { deltaY: 2, bubbles: true }),
      new FocusEvent("focusin", { bubbles: true, relatedTarget: document.documentElement }),
      Object.assign(new Event("drop", { bubbles: true }), { dataTransfer: data, key: { host: window }, button: window }),
      Object.assign(new Event("paste", { bubbles: true }), { clipboardData: data }),
      Object.assign(new Event("touchstart", { bubbles: true }), {
        touches: [{ identifier: 1, clientX: 2, target: document.body, host: window }],
      }),
    ];
    const facades: Opaque[] = [];
    for (const event of events) {
      target.dispatchEvent(event);
      facades.push(test.page.toEvent(event, target));
    }
    expect(test.call(test.get(facades[6], "dataTransfer"), "getData", "text/plain")).toBe("dropped");
    const names = new Set(gadgets);
    for (const event of events) for (const name of hostNames(event)) names.add(name);
    const handles = walk(test, facades, names);
    const nodes = [...handles.keys()].flatMap(({ state }) => (state as { node?: Node }).node ?? []);
    expect(nodes.filter((node) => !test.root.contains(node) && node.isConnected)).toEqual([]);
    expect(test.get(facades[6], "key")).toBeUndefined();
    expect(test.get(facades[2], "detail")).toBeUndefined();
    expect(test.get(facades[0], "relatedTarget")).toBeNull();
    expect(test.get(facades[8], "touches", 0, "target")).toBeNull();
  }, 60_000);

  it("has no way to prototypes, constructors and frames", () => {
    const test = createTestPage({ html: everything });
    for (const value of [test.at("input"), test.at("iframe"), test.document, test.get(test.document, "body")]) {
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
        expect(test.get(value, name), name).toBeUndefined();
      expect([undefined, test.realm.window]).toContain(test.get(value, "defaultView"));
    }
  });
});
