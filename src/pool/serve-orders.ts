import { Buffer } from "node:buffer";
import { getHeapSpaceStatistics } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CardRenderer, type Rendered } from "./child-card.ts";
import type { ChildChannel } from "./child-channel.ts";
import { toPoolFailure } from "./failure.ts";
import { FrameReader, writeFrame } from "./frames.ts";
import { type Answer, type ChildSettings, headBytes, type Order } from "./messages.ts";
import { toBytes, toWidth } from "./text-bytes.ts";

/** Does what the host orders, one after the other, until the channel ends. Every card is answered before the next is begun. */
export async function serveOrders(channel: ChildChannel, { outputBytes }: ChildSettings): Promise<void> {
  const renderer = new CardRenderer();
  const send = (answer: Answer, body?: Buffer) => channel.write(writeFrame(answer, body));
  const obey = async (order: Order, body: Buffer) => {
    if ("put" in order) renderer.put(order.kind, order.put, body);
    else if ("forget" in order) renderer.forget(order.forget);
    else if ("end" in order) send({ end: order.end, heap: measureHeap() });
    else {
      const { html, reason, found } = bound(await renderer.render(order, body), outputBytes);
      const width = toWidth(html);
      send({ card: order.card, reason, width, found: cut(found) }, toBytes(html, width));
    }
  };
  send({ ready: true });
  // The host may be trusted to write frames of any length.
  const reader = new FrameReader({ head: headBytes, body: 2 ** 32 - 1 });
  for (let bytes = channel.read(); bytes !== undefined; bytes = channel.read()) {
    reader.push(bytes);
    for (let frame = reader.next(); frame !== undefined; frame = reader.next())
      await obey(JSON.parse(frame.head.toString()) as Order, frame.body);
  }
}

/** Gives a card, or in its place a failed one where it is larger than the host takes: it is not even made into bytes. */
function bound(rendered: Rendered, outputBytes: number): Rendered {
  const { html, found, target } = rendered;
  if (html.length * (html.length <= outputBytes && toWidth(html) === "wide" ? 2 : 1) <= outputBytes) return rendered;
  const failure = toPoolFailure("output", { limit: outputBytes }, target);
  return { html: failure.html, reason: "output", found: [...found, ...failure.diagnostics], target };
}

/** The findings that there is room for, and the one that ended the card. */
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
