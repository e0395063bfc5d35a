import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { chromiumPath } from "../scripts/chromium.ts";
import { readPeerVersions } from "./peer-packages.ts";

/** What numbers depend on besides the code. */
export interface Machine {
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly chromium: string;
  /** Processes that wanted a core in the last minute: above the cores, numbers spread. */
  readonly load: number;
  readonly peers: Readonly<Record<string, string>>;
}

/** Reads what this machine is, and what is installed on it. */
export function readMachine(): Machine {
  const processors = cpus();
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform} ${process.arch}`,
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    chromium: readChromium(),
    load: loadavg()[0] ?? Number.NaN,
    peers: readPeerVersions(),
  };
}

function readChromium(): string {
  try {
    return execFileSync(chromiumPath, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "none";
  }
}
