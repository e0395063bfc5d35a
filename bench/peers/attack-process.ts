import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Answer, Attempt } from "./attack-child.ts";

/** How an attempt ended. */
export type Ending = Answer | "crashed" | "endless";

/** Milliseconds that a card may take; megabytes that its process may have. */
export const bounds = { wallClock: 10_000, memory: 512 };

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
      const timer = setTimeout(() => resolve("endless"), bounds.wallClock);
      const finish = (found: Ending) => {
        clearTimeout(timer);
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
