import { describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";

const codesOf = (source: string, options: Parameters<typeof compile>[1]) =>
  compile(source, options).diagnostics.map(({ code, severity, span }) => [code, severity, span?.column]);

describe("compile", () => {
  it("hints at a component that is made for another place", () => {
    const source = "<Row field='priority' object='conversation' />";
    expect(codesOf(source, { context: "smartbar-card" })).toEqual([["jsx/component-context", "hint", 2]]);
    expect(codesOf(source, { context: "smartbar-details" })).toEqual([]);
    expect(codesOf(source, {})).toEqual([]);
    expect(codesOf("<Segment>made for every place</Segment>", { context: "smartbar-card" })).toEqual([]);
  });

  it("reports constant addresses that the host refuses", () => {
    const source = '<img alt="" src="https://elsewhere.example/a.png" />';
    expect(codesOf(source, { policy: { images: (url) => url.host === "here.example" } })).toEqual([["policy/value", "warning", 13]]);
    expect(codesOf(source, { policy: { images: (url) => url.host === "elsewhere.example" } })).toEqual([]);
    expect(() => compile(source, { policy: { image: () => true } as never })).toThrow(/`image`.*`images`/);
  });
});
