import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { walls } from "../support/walls.ts";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for a test file's inputs and outputs. */
export class Workplace {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "kview-cli-")));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.path, name), content);
  }

  list(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  /** Runs the built command here. Arguments are split at blanks. */
  kview(args: string | readonly string[], input = ""): Outcome {
    const list = typeof args === "string" ? args.split(" ").filter((arg) => arg !== "") : args;
    const env = { PATH: process.env.PATH, TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...walls, resolve("dist/cli/main.js"), ...list], {
      cwd: this.path,
      input,
      env,
      encoding: "utf8",
    });
    return { code: status, stdout, stderr };
  }
}
