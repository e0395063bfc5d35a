import { describe, expect, it } from "vitest";
import type { AttributeRule } from "../../src/policy/attributes.ts";
import { findUrlUse, judgeValue } from "../../src/policy/judge-value.ts";
import { isRefusal, type Refusal, refuse } from "../../src/policy/refusal.ts";

const env = { idPrefix: "kv" };
const judge = (type: string, value: unknown): unknown => judgeValue({ name: "x", type } as AttributeRule, value, env);

const unsafeUrl = refuse("the address is not one that cards may use");
const notPrimitive = refuse("only text, numbers and booleans can be an attribute's value");

describe("what each type of attribute makes of a value", () => {
  it.each<readonly [type: string, value: unknown, expected: unknown]>([
    // Booleans are words, bare names, or nothing.
    ["boolean", true, true],
    ["boolean", false, null],
    ["overloaded-boolean", true, true],
    ["overloaded-boolean", false, null],
    ["enumerated-boolean", true, "true"],
    ["enumerated-boolean", false, "false"],
    ["data", true, "true"],
    ["data", false, "false"],
    ["control-value", true, "true"],
    ["control-value", false, "false"],
    ["text", true, null],
    ["class", false, null],
    ["url", true, null],
    ["id", true, null],
    ["style", false, null],
    // Texts, and numbers as texts.
    ["boolean", "", null],
    ["boolean", "0", true],
    ["boolean", 0, null],
    ["boolean", -1, true],
    ["class", "a\0", "a\uFFFD"],
    ["enumerated-boolean", "\0", "\uFFFD"],
    ["data", "\0", "\uFFFD"],
    ["overloaded-boolean", "\0", "\uFFFD"],
    ["control-value", "\0", "\uFFFD"],
    ["control-value", 1.5, "1.5"],
    ["media", "print", "print"],
    ["media", "\0", "\uFFFD"],
    ["media", "(prefers-color-scheme: light)", "not all"],
    ["number", "1e3", "1e3"],
    ["number", "", ""],
    ["number", "\0", null],
    ["number", "1px", null],
    ["positive-number", 1, "1"],
    ["positive-number", 0.99, null],
    ["positive-number", "1.5", "1.5"],
    ["positive-number", "x", null],
    ["tab-index", 0, "0"],
    ["tab-index", -1, "-1"],
    ["tab-index", 1, "0"],
    ["tab-index", "32767", "0"],
    ["tab-index", " 2x", "0"],
    ["tab-index", "0x", "0x"],
    ["tab-index", "x", "x"],
    ["tab-index", "\0", "\uFFFD"],
    ["keyword", "any", refuse("not among the values that cards may use")],
    ["id", "a b", "kv-a b"],
    ["id", "\0", "kv-\uFFFD"],
    ["id", "", null],
    ["name", "a b", "kv-a b"],
    ["name", "\0", "kv-\uFFFD"],
    ["name", "", null],
    ["id-refs", "\t\ta\r\n\fb  c", "kv-a kv-b kv-c"],
    ["id-refs", "a\0", "kv-a\uFFFD"],
    ["id-refs", "a\u00a0b", "kv-a\u00a0b"],
    ["id-refs", "", null],
    ["rel", "NoOpener noreferrer\tSEARCH stylesheet", "noopener noreferrer search"],
    ["rel", "preload", null],
    ["target", "_Blank", "_blank"],
    ["target", "", refuse("only `_blank` is a target that cards may use")],
    // References.
    ["fragment", " #a\n", "#kv-a"],
    ["fragment", "#a\0", "#kv-a\uFFFD"],
    ["fragment", "#", refuse("only a reference into the card itself (`#name`) can stand here")],
    ["fragment", "", refuse("only a reference into the card itself (`#name`) can stand here")],
    ["fragment", "a#b", refuse("only a reference into the card itself (`#name`) can stand here")],
    ["fragment", "#a b", refuse("only a reference into the card itself (`#name`) can stand here")],
    ["fragment", "#a\u0001", refuse("only a reference into the card itself (`#name`) can stand here")],
    // Addresses.
    ["url", "", ""],
    ["form-url", "", ""],
    ["image-url", "", null],
    ["media-url", "", null],
    ["frame-url", "", null],
    ["url", 1, "1"],
    ["image-url", "javascript:1", unsafeUrl],
    ["srcset", " \n", null],
    ["srcset", " a ", "a"],
    ["srcset", "a 1", unsafeUrl],
    // A rule of a type that nobody knows lets nothing pass.
    ["later", "https://ok.example/", unsafeUrl],
    ["later", 1, unsafeUrl],
    ["later", true, null],
    // Values that no attribute has.
    ["text", {}, notPrimitive],
    ["text", [], notPrimitive],
    ["text", Symbol.iterator, notPrimitive],

    ["text", null, null],
    ["later", undefined, null],
    ["data", () => "x", null],
  ])("%s of %j is %j", (type, value, expected) => {
    expect(judge(type, value)).toEqual(expected);
  });

  it("takes the words of a rule, in any case, as they were written", () => {
    const rule: AttributeRule = { name: "x", type: "keyword", values: new Set(["lazy"]) };
    expect(judgeValue(rule, "LAZY", env)).toBe("LAZY");
    expect(judgeValue(rule, "eager", env)).toEqual(refuse("not among the values that cards may use"));
  });

  it("says of a style what was the first to be refused, if nothing is left", () => {
    const refused = judge("style", "position: fixed; background: url(//a.example)");
    expect(refused).toEqual(judge("style", "position: fixed"));
    expect(isRefusal(refused as null)).toBe(true);
    expect(judge("style", "position: fixed; color: red")).toBe("color:red");
    expect(judge("style", " ")).toBeNull();
  });
});

describe("what addresses are used for", () => {
  it.each([
    ["url", "link"],
    ["form-url", "form"],
    ["image-url", "image"],
    ["media-url", "media"],
    ["frame-url", "frame"],
    ["srcset", undefined],
    ["text", undefined],
  ])("%s: %s", (type, use) => {
    expect(findUrlUse({ name: "x", type } as AttributeRule)).toBe(use);
  });
});

describe("refusals", () => {
  it("say why", () => expect(refuse("why")).toEqual({ refused: "why" }));

  it.each<readonly [judged: string | true | null | undefined | Refusal, expected: boolean]>([
    ["text", false],
    ["", false],
    [true, false],
    [null, false],
    [undefined, false],
    [refuse("why"), true],
  ])("%j: %s", (judged, expected) => {
    expect(isRefusal(judged)).toBe(expected);
  });
});
