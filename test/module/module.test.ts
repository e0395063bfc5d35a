import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createContext } from "../../src/context.ts";
import { renderToString } from "../../src/html.ts";
import { evaluateModule, toModule } from "../../src/module.ts";
import { compileCard } from "../support/card.ts";

// That both engines give the same bytes is asked of every card that the tests render (`support/card.ts`). Here is what is left.

mkdirSync(".out", { recursive: true });
const folder = mkdtempSync(".out/module-");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bag = createContext({ resource: "customer", customer: { name: "Ada <3", tags: ["a", "b"] } });

/** Loads a printed module as a server would, but from the source. */
async function load(text: string): Promise<(options?: object) => ReturnType<typeof compileCard>["template"]> {
  const path = join(folder, `${Math.abs(hash(text))}.mjs`);
  writeFileSync(path, text.replace('"kview/html"', JSON.stringify(pathToFileURL("src/html.ts").href)));
  return ((await import(/* @vite-ignore */ pathToFileURL(path).href)) as { readonly default: never }).default;
}

function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return sum;
}

describe("toModule", () => {
  it("prints a module that gives the template", async () => {
    const { template } = compileCard("<ul>{customer.tags.map((tag, i) => <li key={i}>{tag} of {customer.name}</li>)}</ul>");
    const loaded = (await load(toModule(template)))();
    expect(renderToString(loaded, bag)).toBe("<ul><li>a of Ada &lt;3</li><li>b of Ada &lt;3</li></ul>");
    expect(loaded.program).toEqual(template.program);
  });

  it.each([
    "\"'`${globalThis.pwned = 1}\\",
    "*/ globalThis.pwned = 1 /*",
    "</script><script>globalThis.pwned = 1</script><!--",
    "\u2028globalThis.pwned = 1\u2029",
    "__proto__",
    "]]>\\u0022);globalThis.pwned=1;(\\u0022",
  ])("holds what an author wrote in strings alone: %j", async (text) => {
    const said = JSON.stringify(text);
    const source = `const o = { [${said}]: ${said} }; <p title={${said}} data-x={o[${said}]} className={${said} + customer.name}>{${said}}{o[${said}]}{customer[${said}] ?? ""}</p>`;
    const { template } = compileCard(source);
    const text2 = toModule(template);
    expect(text2).not.toMatch(/<\/script|<!--|[\u2028\u2029]/);
    const loaded = (await load(text2))();
    expect(renderToString(loaded, bag)).toBe(renderToString(template, bag));
    expect("pwned" in globalThis).toBe(false);
  });

  it("is printed the same each time", () => {
    const source = "<p>{customer.name}</p>";
    expect(toModule(compileCard(source).template)).toBe(toModule(compileCard(source).template));
  });

  it("wants a template", () => {
    expect(() => toModule({} as never)).toThrow(TypeError);
  });
});

describe("evaluateModule", () => {
  it("names what is wrong", () => {
    const { template } = compileCard("<p />");
    expect(() => evaluateModule({} as never, () => undefined)).toThrow(TypeError);
    expect(() => evaluateModule(template, undefined as never)).toThrow("argument `evaluate` is a function");
    expect(() => evaluateModule(template, () => 1)).toThrow("argument `evaluate` has to give");
  });
});
