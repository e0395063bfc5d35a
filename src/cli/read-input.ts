import { readFile } from "node:fs/promises";
import { UsageFault } from "./fault.ts";
import { toReason } from "./system-error.ts";

/** Reads a file, or standard input for `-`, as UTF-8 text with its byte order mark, if it has one. */
export async function readInput(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageFault(`${toInputName(path)} is not UTF-8 text`);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (path !== "-") return await readFile(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new UsageFault(`cannot read ${toInputName(path)}: ${toReason(error)}`);
  }
}

/** What an input is called in messages. */
export function toInputName(path: string): string {
  return path === "-" ? "standard input" : path;
}
