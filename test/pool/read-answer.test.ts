import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { report } from "../../src/diagnostics/report.ts";
import { readAnswer } from "../../src/pool/read-answer.ts";

const nothing = Buffer.alloc(0);
const read = (answer: unknown, body = nothing) => readAnswer({ head: Buffer.from(JSON.stringify(answer)), body });

const span = { start: 1, end: 2, line: 1, column: 2, endLine: 1, endColumn: 3 };
const diagnostic = report("name/unknown", span, { name: "custmer" }, "customer");
const card = { card: 3, reason: null, width: "narrow", found: [] };

describe("what a child answers", () => {
  it.each([
    [{ ready: true }, { kind: "ready" }],
    [
      { end: 0, heap: 12_000_000 },
      { kind: "end", end: 0, heap: 12_000_000 },
    ],
    [card, { kind: "card", card: 3, reason: undefined, html: "", found: [] }],
    [
      { ...card, reason: "template", found: [diagnostic, report("run/throw", undefined, { error: "x" })] },
      { kind: "card", card: 3, reason: "template", html: "", found: [diagnostic, report("run/throw", undefined, { error: "x" })] },
    ],
  ])("is read: %j", (answer, expected) => {
    expect(read(answer)).toEqual(expected);
  });

  it("brings text in its body", () => {
    expect(read(card, Buffer.from("caf\xe9", "latin1"))).toMatchObject({ html: "café" });
    expect(read({ ...card, width: "wide" }, Buffer.from("€\ud83d", "utf16le"))).toMatchObject({ html: "€\ud83d" });
  });

  it("is copied: nothing of the message is handed on", () => {
    const answer = read({ ...card, found: [diagnostic] });
    expect(answer).toMatchObject({ found: [diagnostic] });
    if (answer?.kind === "card") expect(Object.getPrototypeOf(answer.found[0])).toBe(Object.prototype);
  });
});

describe("what no child answers", () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ["null", null],
    ["a list", [1]],
    ["text", "ready"],
    ["nothing known", {}],
    ["ready, falsely", { ready: 1 }],
    ["ready, and more", { ready: true, end: 0 }],
    ["an end without a heap", { end: 0 }],
    ["a heap of text", { end: 0, heap: "1" }],
    ["an end below zero", { end: -1, heap: 1 }],
    ["half a card", { ...card, card: 0.5 }],
    ["a card by text", { ...card, card: "3" }],
    ["a card beyond counting", { ...card, card: 2 ** 60 }],
    ["an unknown reason", { ...card, reason: "timeout" }],
    ["no reason at all", { card: 3, width: "narrow", found: [] }],
    ["an unknown width", { ...card, width: "utf8" }],
    ["findings in no list", { ...card, found: { length: 1 } }],
    ["a further key", { ...card, html: "<script>" }],
    ["a finding of nothing", { ...card, found: [null] }],
    ["an unknown code", { ...card, found: [{ ...diagnostic, code: "toString" }] }],
    ["an unknown severity", { ...card, found: [{ ...diagnostic, severity: "fatal" }] }],
    ["a message that is no text", { ...card, found: [{ ...diagnostic, message: { toString: 1 } }] }],
    ["a label that is no text", { ...card, found: [{ ...diagnostic, label: 1 }] }],
    ["a further key of a finding", { ...card, found: [{ ...diagnostic, toJSON: 1 }] }],
    ["a span of text", { ...card, found: [{ ...diagnostic, span: "1:1" }] }],
    ["a span without an end", { ...card, found: [{ ...diagnostic, span: { ...span, end: undefined } }] }],
    ["a span below zero", { ...card, found: [{ ...diagnostic, span: { ...span, line: -1 } }] }],
  ];
  it.each(wrong)("%s", (_, answer) => {
    expect(read(answer)).toBeUndefined();
  });

  it("a body where none belongs, or half a unit", () => {
    expect(read({ ready: true }, Buffer.of(1))).toBeUndefined();
    expect(read({ end: 0, heap: 0 }, Buffer.of(1))).toBeUndefined();
    expect(read({ ...card, width: "wide" }, Buffer.of(1))).toBeUndefined();
  });

  it("bytes that are no JSON, or JSON as deep as a frame can be", () => {
    for (const head of ["", "{", "\xff", "[".repeat(200_000), `${"[".repeat(100_000)}${"]".repeat(100_000)}`])
      expect(readAnswer({ head: Buffer.from(head), body: nothing })).toBeUndefined();
    expect(read(JSON.parse('{"__proto__":{"ready":true}}'))).toBeUndefined();
  });

  it("whatever it is, it throws nothing", () => {
    const key = fc.constantFrom("ready", "end", "heap", "card", "reason", "width", "found", "__proto__", "constructor");
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.constant([diagnostic]))),
        fc.uint8Array({ maxLength: 4 }),
        (answer, body) => {
          const found = read(answer, Buffer.from(body));
          expect(found === undefined || ["ready", "end", "card"].includes(found.kind)).toBe(true);
        },
      ),
    );
  });
});
