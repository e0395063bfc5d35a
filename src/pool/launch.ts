import { type ChildProcess, spawn } from "node:child_process";
import { dirname, parse } from "node:path";
import { fileURLToPath } from "node:url";
import type { ChildSettings } from "./messages.ts";
import type { PoolSettings } from "./options.ts";

/** Starts one process. */
export type Launch = () => ChildProcess;

/**
 * What every child is started with, besides its memory. No text becomes code; `__proto__` is an ordinary key; and what the process
 * itself may do is cut to what it needs: it reads (its own modules), and writes no file, starts no process, loads no addon.
 */
const walls: readonly string[] = [
  "--disallow-code-generation-from-strings",
  "--disable-proto=delete",
  "--allow-fs-read=*",
  "--no-warnings",
];

/** Gives what starts the children of a pool. Nothing of the host's environment, folder or terminal is handed on. */
export function createLaunch(settings: PoolSettings, file: string = fileURLToPath(new URL("./child.js", import.meta.url))): Launch {
  const told: ChildSettings = { outputBytes: settings.outputBytes };
  const permission = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";
  const flags = [`--max-old-space-size=${settings.memoryMb}`, ...walls, permission, ...settings.nodeFlags];
  return () =>
    spawn(process.execPath, [...flags, file, JSON.stringify(told)], {
      env: {},
      // A place that is always there, and where a process that is aborted leaves nothing behind.
      cwd: parse(dirname(file)).root,
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      windowsHide: true,
    });
}
