import { describe, expect, it } from "vitest";
import { prefixKeyframes, prefixName } from "../../src/policy/env.ts";
import { classesOf, interfaceNames } from "../../src/policy/interfaces.ts";

describe("the interfaces of an element", () => {
  const general = ["HTMLElement", "Element", "Node", "EventTarget"];
  it.each([
    ["div", ["HTMLDivElement", ...general]],
    ["a", ["HTMLAnchorElement", ...general]],
    ["h6", ["HTMLHeadingElement", ...general]],
    ["td", ["HTMLTableCellElement", ...general]],
    ["body", ["HTMLBodyElement", ...general]],
    ["section", general],
    ["script", general],
    ["constructor", general],
    ["DIV", general],
    ["", general],
  ])("%s", (tag, expected) => expect(classesOf(tag)).toEqual(expected));

  it("are names in scope, each once, with those of other nodes", () => {
    expect(interfaceNames).toEqual([...new Set(interfaceNames)]);
    expect(interfaceNames).toEqual(expect.arrayContaining(["HTMLDivElement", ...general, "Document", "NodeList", "Text"]));
  });
});

describe("names in a page", () => {
  const env = { idPrefix: "7-kv" };
  it("begin with the card's prefix", () => expect(prefixName("a b", env)).toBe("7-kv-a b"));
  it("begin with a letter, if they are of keyframes", () => expect(prefixKeyframes("spin", env)).toBe("kf-7-kv-spin"));
});
