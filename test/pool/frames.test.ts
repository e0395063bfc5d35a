import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Frame, FrameError, FrameReader, writeFrame } from "../../src/pool/frames.ts";
import { fromBytes, toBytes, toWidth } from "../../src/pool/text-bytes.ts";

function read(reader: FrameReader): readonly { readonly head: unknown; readonly body: Buffer }[] {
  const frames: Frame[] = [];
  for (let frame = reader.next(); frame !== undefined; frame = reader.next()) frames.push(frame);
  return frames.map(({ head, body }) => ({ head: JSON.parse(head.toString()) as unknown, body: Buffer.from(body) }));
}

describe("frames", () => {
  it("come out as they went in, however the stream is cut", () => {
    const message = fc.record({
      head: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value))),
      body: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (messages, cuts) => {
        const stream = Buffer.concat(messages.map(({ head, body }) => writeFrame(head, Buffer.from(body))));
        const reader = new FrameReader({ head: 10_000, body: 100 });
        const found: unknown[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = cuts[i % cuts.length] ?? 1;
          reader.push(stream.subarray(at, at + size));
          found.push(...read(reader));
          at += size;
        }
        expect(reader.isWaiting).toBe(false);
        expect(found).toEqual(messages.map(({ head, body }) => ({ head, body: Buffer.from(body) })));
      }),
    );
  });

  it("come out of single bytes, without an object for each", () => {
    const body = Buffer.alloc(5_000, 7);
    const reader = new FrameReader({ head: 100, body: 5_000 });
    const stream = writeFrame("x", body);
    const found: unknown[] = [];
    for (const byte of stream) {
      reader.push(Buffer.of(byte));
      found.push(...read(reader));
    }
    expect(found).toEqual([{ head: "x", body }]);
  });

  it.each([
    ["head", 11, 0],
    ["body", 0, 21],
    ["either", 2 ** 32 - 1, 2 ** 32 - 1],
  ])("are refused by their lengths alone: %s", (_, head, body) => {
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(head, 0);
    prefix.writeUInt32LE(body, 4);
    const reader = new FrameReader({ head: 10, body: 20 });
    reader.push(prefix.subarray(0, 7));
    expect(reader.next()).toBeUndefined();
    reader.push(prefix.subarray(7));
    expect(() => reader.next()).toThrow(FrameError);
  });
});

describe("texts as bytes", () => {
  it("keep every unit, half surrogates too", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), (text) => {
        const width = toWidth(text);
        expect(fromBytes(toBytes(text, width), width)).toBe(text);
      }),
    );
  });

  it("take one byte a unit where that will do", () => {
    expect(["plain", "naïve ÿ", "€", "\ud83d"].map(toWidth)).toEqual(["narrow", "narrow", "wide", "wide"]);
    expect(fromBytes(Buffer.of(1, 2, 3), "wide")).toBeUndefined();
  });
});
