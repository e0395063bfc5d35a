import { Buffer } from "node:buffer";
import { readSync, writeSync } from "node:fs";
import { getHeapSpaceStatistics } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CardRenderer, type Rendered } from "./child-card.ts";
import { toPoolFailure } from "./failure.ts";
import { FrameReader, writeFrame } from "./frames.ts";
import { type Answer, type ChildSettings, channel, headBytes, type Order } from "./messages.ts";
import { toBytes, toWidth } from "./text-bytes.ts";

// The process that renders: reads orders, answers them one by one, ends with the channel. All that it does with the channel, it waits
// for: when a card ends the process, the answers to those before it are on their way already.

const settings = JSON.parse(process.argv[2] ?? "") as ChildSettings;
const renderer = new CardRenderer();
const reader = new FrameReader({ head: headBytes, body: 2 ** 32 - 1 });
const buffer = Buffer.allocUnsafe(65_536);

// What ends the host, or tells it to end, reaches all processes of a terminal or service. The host decides when its children go.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
send({ ready: true });
await serve();

async function serve(): Promise<void> {
  for (let length = read(); length > 0; length = read()) {
    reader.push(Buffer.from(buffer.subarray(0, length)));
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      await obey(JSON.parse(frame.head.toString()) as Order, frame.body);
    }
  }
}

async function obey(order: Order, body: Buffer): Promise<void> {
  if ("put" in order) renderer.put(order.kind, order.put, body);
  else if ("forget" in order) renderer.forget(order.forget);
  else if ("end" in order) send({ end: order.end, heap: measureHeap() });
  else sendCard(order.card, await renderer.render(order, body));
}

function sendCard(card: number, { html, reason, found, target }: Rendered): void {
  const width = toWidth(html);
  if (html.length * (width === "wide" ? 2 : 1) > settings.outputBytes) {
    const failure = toPoolFailure("output", { limit: settings.outputBytes }, target);
    sendCard(card, { html: failure.html, reason: "output", found: [...found, ...failure.diagnostics], target });
  } else send({ card, reason, width, found: cut(found) }, toBytes(html, width));
}

/** The findings that there is room for, and of those that there is none for the one that ended the card. */
function cut(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length < 10) return found;
  let room = headBytes / 2;
  const kept = found.filter((diagnostic) => (room -= Buffer.byteLength(JSON.stringify(diagnostic))) >= 0);
  const last = found.findLast(({ severity }) => severity === "error");
  return last === undefined || kept.includes(last) ? kept : [...kept, last];
}

/** Bytes in use where objects that live are kept: the young part comes and goes. */
function measureHeap(): number {
  return getHeapSpaceStatistics().reduce(
    (sum, { space_name, space_used_size }) => (space_name.startsWith("new_") ? sum : sum + space_used_size),
    0,
  );
}

function send(answer: Answer, body?: Buffer): void {
  const frame = writeFrame(answer, body);
  for (let at = 0; at < frame.length; ) at += wait(() => writeSync(channel, frame, at), frame.length);
}

function read(): number {
  return wait(() => readSync(channel, buffer), 0);
}

/** Tries again where the system would not wait; gives `end` when the host is gone. */
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
