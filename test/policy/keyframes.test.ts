import { describe, expect, it } from "vitest";
import { prefixAnimation } from "../../src/policy/keyframes.ts";

const env = { idPrefix: "c" };

describe("the names of keyframes in an animation", () => {
  it.each([
    // Names, by their first units.
    ...["a", "Z", "_a", "-a", "-_a", "--a", "--", "-webkit-a", "\u00e9", "\x80", "-\u00e9", "a9_-\u00e9"].map((name) => [
      name,
      `kf-c-${name}`,
    ]),
    ["a,b , c", "kf-c-a,kf-c-b , kf-c-c"],
    ["none2 easer all", "kf-c-none2 kf-c-easer kf-c-all"],
    // No names.
    ...["", "0", "0a", "1s", "-1s", "-", "-9a", "+a", ".a", "#a", "@a", "-\x7fa", "!x", "none", "EASE-IN", "paused infinite  .5s"].map(
      (text) => [text, text],
    ),
    ["1s a", "1s kf-c-a"],
    // Functions, with what they hold.
    ["steps(4, end) a", "steps(4, end) kf-c-a"],
    ["linear(a (b c) d (e) f) a", "linear(a (b c) d (e) f) kf-c-a"],
    ["var(--a)b", "var(--a)kf-c-b"],
    ["(a) b", "(a) kf-c-b"],
    ["a-b_9() c", "a-b_9() kf-c-c"],
    // Strings are names whatever they say.
    ["'none' \"a b\"", "'kf-c-none' \"kf-c-a b\""],
    ["'a\"b'c", "'kf-c-a\"b'kf-c-c"],
    ['"a\'b"c', '"kf-c-a\'b"kf-c-c'],
  ])("%j is %j", (value, expected) => {
    expect(prefixAnimation(value, env)).toBe(expected);
  });

  it("leaves the words of `animation` as they are", () => {
    const words =
      "accumulate add alternate alternate-reverse auto backwards both ease ease-in ease-in-out ease-out forwards infinite inherit initial linear none normal paused replace reverse revert revert-layer running step-end step-start unset";
    expect(prefixAnimation(words, env)).toBe(words);
  });
});
