import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageFault } from "./fault.ts";
import { toReason } from "./system-error.ts";

/** Writes a text to a file, or to standard output for `-`. The file is either as before or complete. */
export async function writeOutput(path: string, text: string): Promise<void> {
  if (path === "-") return writeStandardOutput(text);
  try {
    await writeFileWhole(path, text);
  } catch (error) {
    throw new UsageFault(`cannot write ${path}: ${toReason(error)}`);
  }
}

/** Resolves when the text has left the process; a reader that went away (`| head`) is no failure of ours. */
function writeStandardOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => (error && !("code" in error && error.code === "EPIPE") ? reject(error) : resolve());
    process.stdout.once("error", settle);
    process.stdout.write(text, settle);
  });
}

async function writeFileWhole(path: string, text: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  // A device or pipe can't be renamed over, and has no earlier content to keep.
  if (existing !== undefined && !existing.isFile()) return writeFile(path, text);
  const target = existing === undefined ? path : await realpath(path);
  const temporary = join(dirname(target), `.kview-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: "wx", ...(existing === undefined ? {} : { mode: existing.mode }) });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
