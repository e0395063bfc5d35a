import { describe, expect, it } from "vitest";
import { type Drawn, findRepeatFault, isReference, type Reference, readReferences, repeatLimits } from "../../src/policy/references.ts";

interface Node {
  readonly tag: string;
  readonly id?: string;
  readonly references?: readonly Reference[];
  readonly children?: readonly Node[];
}

const read = ({ tag, id, references = [], children = [] }: Node): Drawn<Node> => ({ tag, id, references, children });
const find = (...drawings: readonly Node[]) => findRepeatFault(drawings, read);
const refer = (value: string, attribute = "href"): readonly Reference[] => [{ attribute, value }];
const use = (name: string): Node => ({ tag: "use", references: refer(`#${name}`) });
const group = (id: string, ...children: readonly Node[]): Node => ({ tag: "g", id, children });
const leaves = (count: number): readonly Node[] => Array.from({ length: count }, () => ({ tag: "path" }));

const loop = "a drawing refers to what it stands in";
const many = `references in drawings stand for more than ${repeatLimits.elements} elements`;
const layers = `references in drawings nest deeper than ${repeatLimits.depth}`;

describe("references", () => {
  it.each([
    ["#a", true],
    ["url(#a)", true],
    ["none url('#a')", true],
    ["", false],
    ["a#b", false],
    ["url", false],
  ])("%j is one: %s", (value, expected) => {
    expect(isReference(value)).toBe(expected);
  });

  it("are read off the attributes that can have some", () => {
    const all: Record<string, unknown> = {
      href: "#a",
      mask: "url(#b)",
      fill: "url(#c)",
      stroke: "red",
      "marker-end": null,
      cursor: "url(#d)",
      filter: "url(#e)",
    };
    const names = (tag: string) => readReferences(tag, (name) => all[name] as string | null | undefined).map(({ attribute }) => attribute);
    expect(names("use")).toEqual(["href", "mask", "filter", "fill"]);
    expect(names("a")).toEqual(["mask", "filter", "fill"]);
    expect(names("image")).toEqual(["mask", "filter", "fill"]);
    expect(readReferences("use", (name) => (name === "href" ? "#a" : undefined))).toEqual([{ attribute: "href", value: "#a" }]);
  });
});

describe("what drawings repeat", () => {
  it.each<readonly [what: string, expected: string | undefined, drawings: readonly Node[]]>([
    ["nothing", undefined, []],
    ["an element", undefined, [group("a")]],
    ["a copy", undefined, [group("a", ...leaves(3)), use("a")]],
    ["a copy that stands in front", undefined, [use("a"), group("a")]],
    ["a name that nothing has", undefined, [use("a"), use("")]],
    ["nothing by no name", undefined, [{ tag: "use", id: "", references: [...refer("#"), ...refer("url(x)")] }]],
    ["itself", loop, [{ tag: "use", id: "a", references: refer("#a") }]],
    ["what it stands in", loop, [group("a", group("b", use("a")))]],
    ["each other", loop, [group("a", use("b")), group("b", use("a"))]],
    ["the first of two with a name", loop, [group("a", use("a")), group("a")]],
    ["not the second of them", undefined, [group("a"), group("a", use("a"))]],
    // Of two in one another the outer is first; of two children the left one.
    ["the outer of two with a name", loop, [group("a", group("a", use("a")))]],
    ["the left of two with a name", undefined, [group("x", group("a"), group("b", group("a", use("a"))))]],
    ["the right of two with a name", loop, [group("x", group("b", group("a", use("a"))), group("a"))]],
  ])("%s: %s", (_what, expected, drawings) => {
    expect(find(...drawings)).toBe(expected);
  });

  it.each([
    ["use", "href", "#a", true],
    ["mask", "mask", "url(#a)", true],
    ["g", "mask", "url(#a)", false],
    ["clipPath", "clip-path", "url(#a)", true],
    ["mask", "clip-path", "url(#a)", false],
    ["filter", "filter", "url(#a)", true],
    ["pattern", "fill", "url(#a)", true],
    ["linearGradient", "stroke", "url(#a)", true],
    ["radialGradient", "fill", "url( '#a' )", true],
    ["patterns", "fill", "url(#a)", false],
    ["a", "fill", "url(#a)", false],
    ["marker", "marker", "url(#a)", true],
    ["marker", "marker-start", "url(#a)", true],
    ["marker", "marker-mid", 'url("#a")', true],
    ["marker", "marker-end", "url(#a)", true],
    ["pattern", "marker-end", "url(#a)", false],
    ["pattern", "fill", "none url(#a)", false],
    ["pattern", "fill", "url(#ab)", false],
    ["pattern", "fill", "url(a)", false],
    ["pattern", "cursor", "url(#a)", false],
  ])("a <%s> can be meant by %s=%j: %s", (tag, attribute, value, isMeant) => {
    expect(find({ tag, id: "a", references: refer(value, attribute) })).toBe(isMeant ? loop : undefined);
  });

  it("stands for no more elements than the limit, beyond those that are written", () => {
    // A copy of 100 elements and the group of them.
    const copies = (count: number, ...more: readonly Node[]) =>
      find(group("a", ...leaves(99)), ...Array.from({ length: count }, () => use("a")), ...more);
    expect(copies(200)).toBeUndefined();
    expect(copies(200, ...leaves(50))).toBeUndefined();
    expect(copies(201)).toBe(many);
    expect(copies(200, group("b"), use("b"))).toBe(many);
    // Copies of copies.
    expect(find(group("a", ...leaves(99)), group("b", ...Array.from({ length: 99 }, () => use("a"))), use("b"))).toBeUndefined();
    expect(find(group("a", ...leaves(99)), group("b", ...Array.from({ length: 101 }, () => use("a"))), use("b"))).toBe(many);
  });

  it("counts on where numbers would end", () => {
    // Sixty groups that hold the one before twice: more than any number is exact for. Each at a depth of its own, without layers.
    const doubled = (levels: number): Node =>
      group(`g${levels}`, ...(levels === 0 ? leaves(1) : [use(`g${levels - 1}`), use(`g${levels - 1}`)]));
    expect(find(...Array.from({ length: 5 }, (_, level) => doubled(level)))).toBeUndefined();
    expect(find(...Array.from({ length: 60 }, (_, level) => doubled(level)))).toBe(layers);
  });

  it("nests its references no deeper than the limit", () => {
    const chain = (length: number) => find(group("g0"), ...Array.from({ length }, (_, level) => group(`g${level + 1}`, use(`g${level}`))));
    expect(chain(repeatLimits.depth)).toBeUndefined();
    expect(chain(repeatLimits.depth + 1)).toBe(layers);
    // What stands in one another isn't what refers to one another.
    const nested = (levels: number): Node => (levels === 0 ? use("a") : group(`n${levels}`, nested(levels - 1)));
    expect(find(group("a"), nested(20))).toBeUndefined();
  });
});
