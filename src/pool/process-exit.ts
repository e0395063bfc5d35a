/**
 * Why a process of the pool ended: it took too long for a card (`timeout`) or for a batch (`batch`); used up its memory; broke the rules
 * of the channel (`protocol`), as only a process that is no longer ours would; was replaced after its share of work (`recycled`); ended
 * with the pool (`closed`); never started (`start`); or ended for a reason of its own (`crash`).
 */
export type ExitCause = "timeout" | "batch" | "memory" | "protocol" | "recycled" | "closed" | "start" | "crash";

/** What is known of a process that ended. */
export interface ProcessExit {
  /** Absent where there never was a process. */
  readonly pid: number | undefined;
  readonly cause: ExitCause;
  readonly code: number | null;
  readonly signal: string | null;
  /** The end of what it wrote to standard error. Made by Node, or by a hostile process: for logs, not for pages. */
  readonly stderr: string;
}

/** Says in few words how a process ended; nothing of what it wrote. */
export function describeExit({ code, signal, cause }: ProcessExit): string {
  if (cause === "protocol") return "it sent what no card sends";
  return signal === null ? `exit code ${code ?? "unknown"}` : `signal ${signal}`;
}
