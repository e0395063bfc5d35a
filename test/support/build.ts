import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the package is built of. */
const sources = [
  "src",
  "scripts/build.js",
  "scripts/node-build.js",
  "scripts/theme.js",
  "tsconfig.json",
  "tsconfig.build.json",
  "package.json",
  "package-lock.json",
];

/** When something was last written; of a folder, its newest file, or when one went. */
function lastChange(path: string): number {
  const found = statSync(path);
  const inner = found.isDirectory() ? readdirSync(path).map((name) => lastChange(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...inner);
}

/** The style sheet is the last that a build writes. */
function isBuilt(): boolean {
  const built = statSync("dist/theme.css", { throwIfNoEntry: false });
  return built !== undefined && sources.every((path) => lastChange(path) < built.mtimeMs);
}

/** Builds the package once, before the tests that run it as a user would; not at all where what was built is newer than its sources. */
export function setup(): void {
  if (isBuilt()) return;
  const { status, stdout } = spawnSync(process.execPath, ["scripts/build.js"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}`);
}
