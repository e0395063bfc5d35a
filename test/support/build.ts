import { spawnSync } from "node:child_process";

/** Builds the package once, before the tests that run it as a user would. */
export function setup(): void {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/build.js"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}`);
}
