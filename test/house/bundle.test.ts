import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

interface Bundle {
  readonly code: string;
  /** Modules that left code in the bundle. */
  readonly modules: readonly string[];
}

/** Bundles one entry as an application would: everything inside, unused code dropped, minified. */
async function bundleEntry(entry: string): Promise<Bundle> {
  const bundle = await rolldown({
    input: `src/${entry}.ts`,
    platform: "browser",
    external: ["react"],
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const chunks = output.filter((part) => part.type === "chunk");
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
  );
  return { code: chunks.map(({ code }) => code).join("\n"), modules: modules.map((id) => id.replaceAll("\\", "/")) };
}

describe("bundles", () => {
  it.each(["html", "dom", "react", "preact", "element"])("kview/%s holds no parser, no compiler, no schema", async (entry) => {
    const { code, modules } = await bundleEntry(entry);
    expect(modules.some((id) => id.includes("/src/render/"))).toBe(true);
    expect(modules.filter((id) => /node_modules\/(@babel|zod)\/|\/src\/(compile|cli)\//.test(id))).toEqual([]);
    // Constant icons are in the program; whoever needs others asks for `kview/icons`.
    expect(modules.filter((id) => id.endsWith("/src/policy/icons.ts"))).toEqual([]);
    expect(code).not.toMatch(/\beval\(|new Function\b/);
    console.log(`kview/${entry}: ${toKilobytes(code.length)} minified, ${toKilobytes(gzipSync(code).length)} gzipped`);
  });

  it("kview/context holds no schema library, and nothing that renders", async () => {
    const { modules } = await bundleEntry("context");
    expect(modules.some((id) => id.endsWith("/src/context/create-context.ts"))).toBe(true);
    expect(modules.filter((id) => /node_modules|\/src\/(compile|engine|scope|render)\//.test(id))).toEqual([]);
  });

  it("kview/icons holds the icons alone", async () => {
    const { code, modules } = await bundleEntry("icons");
    expect(modules.map((id) => id.replace(/.*\/src\//, ""))).toEqual(["policy/icons.ts"]);
    console.log(`kview/icons: ${toKilobytes(code.length)} minified, ${toKilobytes(gzipSync(code).length)} gzipped`);
  });

  it("kview/testing holds the host alone, not a renderer", async () => {
    const { modules } = await bundleEntry("testing");
    expect(modules.some((id) => id.includes("/src/testing/"))).toBe(true);
    expect(modules.filter((id) => /node_modules|\/src\/(compile|engine|scope|render\/dom)/.test(id))).toEqual([]);
  });

  it("kview/element defines the element when it is imported for that alone", async () => {
    const { sideEffects } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly sideEffects: readonly string[] };
    expect(sideEffects).toContain("./dist/element.js");
    expect(sideEffects).toContain("./dist/frameworks/define-card.js");
    const { code } = await bundleEntry("element");
    expect(code).toContain("kview-card");
  });
});

function toKilobytes(bytes: number): string {
  return `${(bytes / 1_024).toFixed(1)} KB`;
}
