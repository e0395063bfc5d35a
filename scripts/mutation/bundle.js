// Bundles files of tests, with this folder's stand-in for `vitest`, so that one process loads them once.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { without } from "./suites.js";

const here = dirname(fileURLToPath(import.meta.url));

/** Lists the files of tests that paths name: files, and what lies in folders. */
export function findTests(paths) {
  const found = paths.flatMap((path) =>
    statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true })
          .filter((file) => file.endsWith(".test.ts"))
          .sort()
          .map((file) => join(path, file)),
  );
  return [...new Set(found)].filter((file) => !without.includes(file));
}

/** Bundles files of tests into a folder, what they share once; its `tests.mjs` loads all in order. */
export async function bundleTests(tests, dir) {
  const bundle = await rolldown({
    input: { tests: "\0tests" },
    platform: "node",
    treeshake: false,
    external: (id) => !/^[.\0/]/.test(id) && id !== "vitest" && !id.endsWith(".ts"),
    plugins: [
      {
        name: "tests",
        resolveId: (id) => (id === "\0tests" ? id : id === "vitest" ? { id: join(here, "frame.js"), external: "absolute" } : undefined),
        load(id) {
          if (id === "\0tests") return toEntry(tests);
          // A file finds its neighbours by where it was written, not by where the bundle lies.
          if (!/\.[jt]s$/.test(id)) return undefined;
          return {
            code: readFileSync(id, "utf8")
              .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
              .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)),
            moduleType: id.endsWith(".ts") ? "ts" : "js",
          };
        },
      },
    ],
    logLevel: "silent",
  });
  await bundle.write({ dir, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
  await bundle.close();
}

function toEntry(tests) {
  const loads = tests.map((file) => `await loadFile(${JSON.stringify(file)}, () => import(${JSON.stringify(join(process.cwd(), file))}));`);
  return `import { loadFile } from ${JSON.stringify("vitest")};\n${loads.join("\n")}\n`;
}
