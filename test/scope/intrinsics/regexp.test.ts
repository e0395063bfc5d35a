import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRegExp } from "../../../src/policy/regex.ts";
import { LimitError } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { set } from "../../../src/runtime/set.ts";
import { createRegexProgram, hasBackReference } from "../../../src/scope/intrinsics/regex-code.ts";
import { runRegex } from "../../../src/scope/intrinsics/regex-machine.ts";
import { createRegExp, linkRegExp } from "../../../src/scope/intrinsics/regexp.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { invoke, make, runOurs } from "./compare.ts";

/** Runs our matcher, and the host's, from one place; both as captures with their places. */
function both(pattern: RegExp, text: string, from: number): readonly [unknown, unknown] {
  const flags = `${pattern.flags.replace(/[gd]/g, "")}d`;
  const verdict = judgeRegExp(pattern.source, flags);
  if (!verdict.ok) throw new Error(verdict.reason);
  const registers = runRegex(createTestRealm(), createRegexProgram(verdict.plan), text, from, flags.includes("y"));
  const ours =
    registers === undefined
      ? null
      : Array.from({ length: verdict.plan.tree.groups + 1 }, (_, group) => {
          const [start, end] = [registers[group * 2] as number, registers[group * 2 + 1] as number];
          return start < 0 || end < 0 ? undefined : [start, end];
        });
  const host = new RegExp(pattern.source, flags.includes("y") ? flags : `${flags}g`);
  host.lastIndex = from;
  const found = host.exec(text) as { indices?: unknown[] } | null;
  return [ours, found === null ? null : Array.from(found.indices as unknown[])];
}

/** Sources that are legal and that nobody should write. */
const odd = [String.raw`(.*?)a(?!(a+)b\2c)\2(.*)`, String.raw`\/\.\-\]`, String.raw`\8\1(a)`, String.raw`\101`, String.raw`\k<a>`];

const patterns: readonly RegExp[] = [
  ...odd.map((source) => new RegExp(source)),
  /abc/,
  /a|ab|c/,
  /(a)(b)?(c)?/,
  /(?:a|(b))*/,
  /(a*)*/,
  /(a*?)*?b/,
  /(z)((a+)?(b+)?(c))*/,
  /(?=(a+))a*b\1/,
  /(?=(a+))/,
  /(?<!a)b/,
  /(?<=a(.)*)c/,
  /(?<=(\d+)(\d+))$/,
  /(?<=\1(a))b/,
  /^a/m,
  /a$/m,
  /\bword\b/,
  /\Bor/,
  /[^a-c]/,
  /[a-c]{2,3}/,
  /[a-c]{2,3}?/,
  /[a-c]{2,}b/,
  /x{0}y/,
  /(?:ab){2,3}/,
  /(?:ab){2,3}?a/,
  /(a{1,2}){2}/,
  /\d{2,4}-\w+/,
  /(['"]).*?\1/,
  /(?<k>\w)=(?<v>\w)\k<v>?/,
  /A/i,
  /ſ/i,
  /ſ/iu,
  /\u212a/iu,
  /(k)\1/i,
  /./s,
  /./,
  /./u,
  /^.$/u,
  /😀+/u,
  /[😀a]/u,
  /[^x]/u,
  /\u{1F600}/u,
  /\uD83D\uDE00/u,
  /\p{L}+/u,
  /\x61\cJ\0/,
  /[\]\\^-]/,
  /[\b]/,
  /a{,2}/,
  /a{/,
  /]}/,
  /(?:)/,
  /()/,
  /|a/,
  /a||b/,
  /(?:a(?=b)|b)+/,
  /((a)|b)*c/,
  /(?:(a)|b)*/,
  /(?=a)*b/,
  /(?!a|b)./,
  /\s+\S*/,
  /\w\W/,
  /[\w-]+@[\d.]+/,
  /a/y,
  /b*/y,
  /\ca/,
  /\c/,
];
const texts = [
  "",
  "abc",
  "aabbcc",
  "zaacbbbcac",
  "baaabac",
  "a\nb\r\na",
  "word sword or",
  "12345",
  'ab ab "q\'q" ',
  "AaKkſ\u212a",
  "😀😀a\uD83D",
  "k=vv x=y",
  "abababab",
  "a{,2}]}",
  "\x00\x01A\b8a/.-]^\\",
  "\\c k<a>",
  "x@1.2 y-z",
];

describe("the metered matcher", () => {
  it.each(patterns.map((pattern) => [String(pattern), pattern] as const))("matches %s as the host does", (_name, pattern) => {
    for (const text of texts) {
      for (let from = 0; from <= text.length; from++) {
        // Between the halves of a character, hosts disagree with themselves.
        if (pattern.unicode && (text.codePointAt(from - 1) ?? 0) > 0xffff) continue;
        const [ours, theirs] = both(pattern, text, from);
        expect.soft(ours, `${JSON.stringify(text)} from ${from}`).toEqual(theirs);
      }
    }
  });

  const leaf = fc.constantFrom("a", "b", ".", "\\w", "[ab]", "[^a]", "c", "^", "$", "\\b", "\\B", "\\1", "");
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leaf,
      fc.tuple(tie("node"), tie("node")).map(([left, right]) => left + right),
      fc.tuple(tie("node"), tie("node")).map(([left, right]) => `(?:${left}|${right})`),
      fc
        .tuple(tie("node"), fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{1,2}", "{2}", "{0,2}?"))
        .map(([inner, many]) => `(?:${inner})${many}`),
      tie("node").map((inner) => `(${inner})`),
      fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("node")).map(([look, inner]) => `(${look}${inner})`),
    ),
  }));

  it("matches any pattern as the host does", () => {
    fc.assert(
      fc.property(node, fc.constantFrom("", "i", "m", "u", "s"), fc.stringMatching(/^[abcA\n ]{0,9}$/), (source, flags, text) => {
        let pattern: RegExp;
        try {
          pattern = new RegExp(source, flags);
        } catch {
          return;
        }
        try {
          const [ours, theirs] = both(pattern, text, 0);
          expect(ours).toEqual(theirs);
        } catch (error) {
          // Some of these take for ever; ours says so.
          if (!(error instanceof LimitError)) throw error;
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it("matches any pattern as the host does where it remembers failures", () => {
    fc.assert(
      fc.property(node, fc.constantFrom("", "i", "m", "u", "s"), fc.stringMatching(/^[abcA\n ]{0,9}$/), (source, flags, text) => {
        let pattern: RegExp;
        let verdict: ReturnType<typeof judgeRegExp>;
        try {
          pattern = new RegExp(source, flags);
          verdict = judgeRegExp(source, flags);
        } catch {
          return;
        }
        if (!verdict.ok || hasBackReference(verdict.plan.tree.root)) return;
        const realm = createTestRealm({ limits: { fuel: 200_000 } });
        const program = createRegexProgram(verdict.plan, true);
        try {
          const ours = runRegex(realm, program, text, 0, false, program, 0)?.slice(0, (verdict.plan.tree.groups + 1) * 2);
          const theirs = new RegExp(source, `${flags}d`).exec(text)?.indices;
          expect(ours).toEqual(theirs === undefined ? undefined : Array.from(theirs).flatMap((pair) => pair ?? [-1, -1]));
        } catch (error) {
          // Assertions are not remembered, and repeats of thousands of turns have no room.
          if (!(error instanceof LimitError)) throw error;
        }
        expect(pattern.flags).toBe(flags);
      }),
      { numRuns: 3_000 },
    );
  });

  const dear: readonly (readonly [source: string, toText: (size: number) => string])[] = [
    ["(a+)+$", (size) => `${"a".repeat(size)}b`],
    ["(a|a)*$", (size) => `${"a".repeat(size)}b`],
    ["(.*)*x", (size) => "y".repeat(size)],
    ["\\s*\\s*\\s*\\s*x", (size) => " ".repeat(size)],
    [".*,.*,.*;", (size) => ",".repeat(size)],
    ["^(([a-z])+.)+[A-Z]([a-z])+$", (size) => "a".repeat(size)],
    ["(x+x+)+y", (size) => "x".repeat(size)],
    ["(?:a{2,4}){3,}c", (size) => "a".repeat(size)],
  ];
  it.each(dear)("takes steps by the length of the text for /%s/", (source, toText) => {
    const spent = (size: number) => {
      const realm = createTestRealm({ limits: { fuel: 100_000_000 } });
      const pattern = make(realm, "RegExp", source);
      const before = realm.fuel;
      expect(invoke(realm, pattern, "test", toText(size))).toBe(source === "(a|a)*$");
      return before - realm.fuel;
    };
    expect(spent(16_000) / spent(4_000)).toBeLessThan(5);
  });

  it("gives the bound for what the host's matcher would do: never fewer steps than ours takes", () => {
    fc.assert(
      fc.property(node, fc.stringMatching(/^[abc]{0,30}$/), (source, text) => {
        let verdict: ReturnType<typeof judgeRegExp>;
        try {
          verdict = judgeRegExp(source, "g");
        } catch {
          return;
        }
        if (!verdict.ok || verdict.plan.bound.factor === Number.POSITIVE_INFINITY) return;
        const realm = createTestRealm({ limits: { fuel: 100_000 } });
        const { factor, degree } = verdict.plan.bound;
        const bound = factor * (text.length + 1) ** degree;
        try {
          runRegex(realm, createRegexProgram(verdict.plan), text, 0, false);
        } catch (error) {
          if (!(error instanceof LimitError)) throw error;
        }
        // A node of the pattern is a few instructions of ours, and an undo beside each write.
        expect((100_000 - realm.fuel) * 4).toBeLessThanOrEqual(bound * 12 + 400);
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ["(a+)+\\1$", "", `${"a".repeat(40)}b`],
    ["(?=(a|a)*c)a", "", "a".repeat(60)],
    ["((((a{0,1000}){0,1000}){0,1000}){0,1000})b", "", "a".repeat(1_000)],
    ["(?=(a+))a*b\\1", "", "a".repeat(100_000)],
    ["(.*)*\\1x", "", "y".repeat(200)],
  ])("ends /%s/ in a limit error", (source, flags, text) => {
    const realm = createTestRealm();
    expect(() => invoke(realm, make(realm, "RegExp", source, flags), "test", text)).toThrow(LimitError);
  });

  it("matches long texts with quadratic patterns, as long as they are harmless", () => {
    const realm = createTestRealm();
    const html = "<p>some <b>text</b> of a message</p>\n".repeat(3_000);
    expect(invoke(realm, html, "replace", make(realm, "RegExp", "<[^>]*>", "g"), "")).toBe(html.replace(/<[^>]*>/g, ""));
    const padded = `   ${"word ".repeat(10_000)}  `;
    expect(invoke(realm, padded, "replace", make(realm, "RegExp", "^\\s+|\\s+$", "g"), "")).toBe(padded.trim());
  });
});

describe("RegExp", () => {
  it("keeps `lastIndex` by the language's rules", () => {
    for (const flags of ["", "g", "y", "gy"]) {
      const host = new RegExp("a", flags);
      const realm = createTestRealm();
      const ours = make(realm, "RegExp", "a", flags);
      for (const text of ["aba", "aba", "b", "aab", ""]) {
        expect(invoke(realm, ours, "test", text)).toBe(host.test(text));
        expect(get(realm, ours, "lastIndex")).toBe(host.lastIndex);
      }
      set(realm, ours, "lastIndex", 1);
      host.lastIndex = 1;
      const found = host.exec("aaa");
      expect(get(realm, invoke(realm, ours, "exec", "aaa"), "index")).toBe(found?.index);
      for (const name of ["source", "flags", "global", "ignoreCase", "multiline", "sticky", "unicode", "dotAll", "hasIndices"] as const) {
        expect(get(realm, ours, name), name).toBe(host[name]);
      }
    }
  });

  it("is made of texts, and of other expressions", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    for (const args of [["a/b"], ["", "g"], [/x/g], [/x/g, "i"], ["[/]\\/"], ["a\nb"], [undefined], [null]] as const) {
      const host = new RegExp(...(args as unknown as [string, string]));
      const ours = make(realm, "RegExp", ...args.map(universe.enter));
      expect(invoke(realm, ours, "toString"), String(args)).toBe(String(host));
    }
    for (const bad of [["("], ["a", "x"], ["a", "gg"], ["a", "v"]])
      expect(runOurs(universe, () => make(realm, "RegExp", ...bad))).toEqual({ threw: "SyntaxError" });
    expect(() => make(realm, "RegExp", "a".repeat(3_000))).toThrow(LimitError);
  });

  it("gives literals a value of their own at each evaluation", () => {
    const realm = createTestRealm();
    const linked = linkRegExp("a", "g");
    if (linked === undefined) return expect.unreachable();
    const first = createRegExp(linked);
    const second = createRegExp(linked);
    invoke(realm, first, "test", "aa");
    expect([get(realm, first, "lastIndex"), get(realm, second, "lastIndex")]).toEqual([1, 0]);
    expect(linkRegExp("(", "")).toBeUndefined();
  });

  it("has named groups, indices and inputs", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const found = invoke(realm, make(realm, "RegExp", "(?<y>\\d+)-(?<m>\\d+)(x)?", "d"), "exec", "on 2026-10") as unknown[];
    expect([...found]).toEqual(["2026-10", "2026", "10", undefined]);
    expect(universe.leave(get(realm, found, "groups"))).toEqual({ y: "2026", m: "10" });
    expect([get(realm, found, "index"), get(realm, found, "input")]).toEqual([3, "on 2026-10"]);
    expect([...(get(realm, found, "indices") as unknown[])]).toEqual([[3, 10], [3, 7], [8, 10], undefined]);
  });
});
