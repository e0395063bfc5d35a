import { Buffer } from "node:buffer";
import { readSync, writeSync } from "node:fs";
import { channel } from "./messages.ts";

const readBytes = 65_536;

/**
 * The channel, seen from a child, which waits for all that it does with it: when a card ends the process, the answers to those before it
 * are on their way already.
 */
export class ChildChannel {
  /** Gives what has arrived, waiting for it; `undefined` when the host has closed the channel, or is gone. */
  read(): Buffer | undefined {
    const buffer = Buffer.allocUnsafeSlow(readBytes);
    const length = wait(() => readSync(channel, buffer), 0);
    return length === 0 ? undefined : buffer.subarray(0, length);
  }

  /** Writes all of it, or nothing more when the host is gone. */
  write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += wait(() => writeSync(channel, bytes, at), bytes.length);
  }
}

/** Attempts again where the system would not wait; gives `end` when the other side is gone. */
function wait(attempt: () => number, end: number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === "EPIPE" || code === "ECONNRESET" || code === "EOF") return end;
      if (code !== "EAGAIN" && code !== "EINTR") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
