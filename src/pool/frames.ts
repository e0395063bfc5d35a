import { Buffer } from "node:buffer";

/** What travels between the host and a child: a head of JSON, and bytes that belong to it. */
export interface Frame {
  readonly head: Buffer;
  readonly body: Buffer;
}

/** The most that a reader takes, in bytes: what is longer is never waited for. */
export interface FrameLimits {
  readonly head: number;
  readonly body: number;
}

/** The lengths of head and body, 32 bits each. */
const prefixBytes = 8;
const mostChunks = 1_024;
const nothing = Buffer.alloc(0);

/** Writes a frame. */
export function writeFrame(head: unknown, body: Buffer = nothing): Buffer {
  const text = JSON.stringify(head);
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(prefixBytes + length + body.length);
  frame.writeUInt32LE(length, 0);
  frame.writeUInt32LE(body.length, 4);
  frame.write(text, prefixBytes);
  body.copy(frame, prefixBytes + length);
  return frame;
}

/** A frame is longer than the reader takes. */
export class FrameError extends Error {}

/**
 * Cuts a stream of bytes into frames. Lengths are looked at before anything is kept for them: whoever writes can make the reader
 * hold a frame of the longest kind, and no more.
 */
export class FrameReader {
  readonly #limits: FrameLimits;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #needed = prefixBytes;

  constructor(limits: FrameLimits) {
    this.#limits = limits;
  }

  /** Whether a part of a frame waits for the rest. */
  get isWaiting(): boolean {
    return this.#length > 0;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Whoever writes byte by byte would have an object kept for each.
    if (this.#chunks.length >= mostChunks) this.#join();
  }

  /** Gives the next frame, or `undefined` until more is pushed. Its bytes are those that were pushed, where they lie together. */
  next(): Frame | undefined {
    if (this.#length < this.#needed) return undefined;
    const bytes = this.#join();
    const headLength = bytes.readUInt32LE(0);
    const bodyLength = bytes.readUInt32LE(4);
    if (headLength > this.#limits.head || bodyLength > this.#limits.body)
      throw new FrameError(`a frame of ${headLength} and ${bodyLength} bytes is longer than allowed`);
    const end = prefixBytes + headLength + bodyLength;
    const whole = bytes.length >= end;
    const rest = whole ? bytes.subarray(end) : bytes;
    this.#chunks.length = 0;
    this.#length = 0;
    this.push(rest);
    this.#needed = whole ? prefixBytes : end;
    if (!whole) return undefined;
    return { head: bytes.subarray(prefixBytes, prefixBytes + headLength), body: bytes.subarray(prefixBytes + headLength, end) };
  }

  #join(): Buffer {
    const [first = nothing] = this.#chunks;
    if (this.#chunks.length === 1) return first;
    const bytes = Buffer.concat(this.#chunks, this.#length);
    this.#chunks.length = 0;
    this.#chunks.push(bytes);
    return bytes;
  }
}
