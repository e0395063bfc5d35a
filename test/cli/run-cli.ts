import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
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

  /** Runs the built command here, in this process. Arguments are split at blanks. */
  async kview(args: string | readonly string[], input = ""): Promise<Outcome> {
    const { run } = (await import(/* @vite-ignore */ pathToFileURL(resolve("dist/cli/run.js")).href)) as {
      run(args: readonly string[]): Promise<number>;
    };
    const [stdout, stderr] = [new Taken(), new Taken()];
    const given = { stdin: Readable.from([Buffer.from(input)]), stdout, stderr };
    const before = Object.keys(given).map((name) => [name, Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor] as const);
    const folder = process.cwd();
    try {
      for (const [name, value] of Object.entries(given)) Object.defineProperty(process, name, { value, configurable: true });
      process.chdir(this.path);
      const code = await run(toList(args));
      return { code, stdout: stdout.text, stderr: stderr.text };
    } finally {
      process.chdir(folder);
      for (const [name, descriptor] of before) Object.defineProperty(process, name, descriptor);
    }
  }

  /** Runs the built command here, as a user does: where the process, its pipes or its environment are the point. */
  spawn(args: string | readonly string[], input = ""): Outcome {
    const env = { PATH: process.env.PATH, TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...walls, resolve("dist/cli/main.js"), ...toList(args)], {
      cwd: this.path,
      input,
      env,
      encoding: "utf8",
    });
    return { code: status, stdout, stderr };
  }
}

const toList = (args: string | readonly string[]) => (typeof args === "string" ? args.split(" ").filter((arg) => arg !== "") : args);

/** Stands where a process has a stream to write to. */
class Taken extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}
