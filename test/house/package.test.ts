import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Wrong uses have to be errors: then the types say something. */
const consumer = `
import { compile, createContext, createKlasses, createViews, type Diagnostic, type Klasses, loadTemplate, type View } from "kview";
import { standardComponents } from "kview/components";
import { mount } from "kview/dom";
import { defineKViewCard } from "kview/element";
import { renderToString } from "kview/html";
import { icons } from "kview/icons";
import { KView as PreactKView } from "kview/preact";
import { createRenderPool, type PoolResult } from "kview/pool";
import { KView } from "kview/react";
import { createTestHost } from "kview/testing";
import { h } from "preact";
import { createElement } from "react";
const result = compile("<p />", { context: "smartbar-card" });
const diagnostics: readonly Diagnostic[] = result.diagnostics;
if (result.ok) {
  const html: string = renderToString(result.template, createContext({ resource: "customer" }), { theme: "dark" });
  mount(loadTemplate(result.template.program, { icons }), createContext({ resource: "customer" }), document.body).unmount();
  console.log(html, diagnostics, standardComponents.length);
  const bag = createContext({ resource: "customer" });
  const host = createTestHost({ requests: [{ url: /x/, answer: ({ body }) => body }], clock: 0 });
  createElement(KView, { template: result.template, bag, host, style: { color: "red" }, key: 1 });
  h(PreactKView, { template: result.template, bag, host, class: "card" });
  Object.assign(new (defineKViewCard())(), { bag }).template = result.template;
  // @ts-expect-error there is no card without data
  createElement(KView, { template: result.template });
}
const klasses: Klasses = createKlasses([{ name: "acme-order" }]);
const shown: readonly View[] = createViews([{ name: "a" }], { klasses, cacheSize: 10 }).for("kobject.acme-order", "expanded-timeline");
const icon: string | undefined = klasses.get("acme-order")?.icon ?? shown[0]?.icon;
const first = shown[0]?.template();
if (first?.ok) renderToString(first.template, createContext({ resource: "customer", klasses }));
async function render(): Promise<readonly PoolResult[]> {
  if (!result.ok) return [];
  await using pool = createRenderPool({ size: 2, onExit: ({ pid, cause }) => console.log(pid, cause) });
  const card = { template: result.template, data: { resource: "customer" }, options: { theme: "dark" } } as const;
  for await (const { ok, html } of pool.renderAll([card], { signal: AbortSignal.abort() })) console.log(ok, html);
  // @ts-expect-error services can't be sent
  await pool.render({ ...card, options: { host: {} } });
  return [await pool.render(card)];
}
void render;
// @ts-expect-error there is no such context
createViews([]).for("customer", "sidebar");
// @ts-expect-error a view is not changed
if (shown[0]) shown[0].name = icon ?? "";
// @ts-expect-error there is no such option
compile("<p />", { nope: 1 });
// @ts-expect-error a template is there only when all went well
result.template;
// @ts-expect-error the bag is not plain data
if (result.ok) renderToString(result.template, { customer: {} });
`;

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

describe("the package", () => {
  it("has every file that it exports", () => {
    const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)));
    expect(targets.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("exports with types first, so that they are found", () => {
    for (const target of Object.values(manifest.exports)) if (typeof target !== "string") expect(Object.keys(target)[0]).toBe("types");
  });

  it("has a command that runs as it lies", () => {
    const path = manifest.bin.kview ?? "";
    expect(readFileSync(path, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(path).mode & 0o111).toBe(0o111);
  });

  it("loads every entry in Node without a page", () => {
    const entries = Object.keys(manifest.exports).filter((entry) => !/\.(css|json)$/.test(entry));
    const code = entries.map((entry) => `await import("kview${entry.slice(1)}");`).join("");
    execFileSync(process.execPath, ["--disallow-code-generation-from-strings", "--disable-proto=throw", "--input-type=module", "-e", code]);
  });

  it("gives Node few files, bundlers the modules one by one, and both the same cards", () => {
    const template =
      '<div className="a"><style>{".a, .b\\\\+c { color: red }"}</style>{_.startCase("a-b")} {moment.utc(0).format("YYYY")}<p dangerouslySetInnerHTML={{ __html: "<b>c" }} /></div>';
    const code = `
      import { compile, createContext } from "kview";
      import { renderToString } from "kview/html";
      const html = renderToString(compile(process.argv[1]).template, createContext({ resource: "customer" }));
      console.log(JSON.stringify({ html, entry: import.meta.resolve("kview/html") }));`;
    const run = (...flags: readonly string[]) => {
      const args = [...flags, "--disallow-code-generation-from-strings", "--input-type=module", "-e", code, template];
      return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as { readonly html: string; readonly entry: string };
    };
    const [node, bundler] = [run(), run("--conditions=module")];
    expect(node.entry).toMatch(/\/dist\/node\/html\.js$/);
    expect(bundler.entry).toMatch(/\/dist\/html\.js$/);
    expect(node.html).toContain("A B 1970");
    expect(node.html).toContain("color:red");
    expect(bundler.html).toBe(node.html);
    expect(readdirSync("dist/node").length).toBeLessThan(80);
  });

  it("has types that hold for a strict user, without the source", () => {
    mkdirSync(".out/consumer", { recursive: true });
    writeFileSync(".out/consumer/index.ts", consumer);
    const compilerOptions = {
      module: "NodeNext",
      target: "ES2022",
      strict: true,
      noEmit: true,
      lib: ["ES2023", "DOM", "DOM.Iterable"],
      types: [],
    };
    writeFileSync(".out/consumer/tsconfig.json", JSON.stringify({ compilerOptions, files: ["index.ts"] }));
    const { stdout, status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".out/consumer"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it("packs what was built, the documents and nothing else", () => {
    const [{ files }] = JSON.parse(
      execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    ) as [{ readonly files: readonly { readonly path: string }[] }];
    const others = files.map(({ path }) => path).filter((path) => !path.startsWith("dist/"));
    expect(others.sort()).toEqual(["LICENSE", "LICENSE-APACHE-2.0", "NOTICE", "README.md", "SECURITY.md", "package.json"]);
    expect(files.filter(({ path }) => path.startsWith("dist/") && !/\.(js|d\.ts|css)$/.test(path))).toEqual([]);
  });
});
