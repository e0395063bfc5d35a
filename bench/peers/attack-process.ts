import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Answer, Attempt } from "./attack-child.ts";

/** How an attempt ended. */
export type Ending = Answer | "crashed" | "endless";

/** Seconds of the processor that a card may take, and seconds by the clock; megabytes that its process may have. */
export const bounds = { processor: 3, wallClock: 120, memory: 512 };

/** Hundredths of a second that a process has used, where Linux tells: what else the machine does is not held against a card. */
function readProcessor(pid = 0): number {
  try {
    const [user = "0", system = "0"] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .slice(11, 13);
    return Number(user) + Number(system);
  } catch {
    return 0;
  }
}

/** A process in which a peer is attacked, started anew whenever an attack has ended or changed it. */
export class AttackProcess {
  readonly #peer: string;
  #child: ChildProcess | undefined;

  constructor(peer: string) {
    this.#peer = peer;
  }

  async attempt(attempt: Attempt): Promise<Ending> {
    const child = await this.#start();
    const ending = await new Promise<Ending>((resolve) => {
      const [from, begin] = [readProcessor(child.pid), performance.now()];
      const timer = setInterval(() => {
        const processor = (readProcessor(child.pid) - from) / 100;
        if (processor > bounds.processor || performance.now() - begin > bounds.wallClock * 1_000) finish("endless");
      }, 50);
      const finish = (found: Ending) => {
        clearInterval(timer);
        resolve(found);
      };
      child.once("message", (found) => finish(found as Answer));
      child.once("exit", () => finish("crashed"));
      child.send(attempt);
    });
    child.removeAllListeners();
    if (typeof ending === "string" || ending.ran !== undefined || ending.changed.length > 0) this.close();
    return ending;
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    const [, file = ""] = process.argv;
    const child = fork(file, ["attacked", this.#peer], {
      execArgv: [`--max-old-space-size=${bounds.memory}`],
      env: { ...process.env, TZ: "Asia/Kathmandu", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    await once(child, "message");
    this.#child = child;
    return child;
  }
}
