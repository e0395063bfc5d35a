import { describe, expect, it } from "vitest";
import { type PageElement, type PageNode, readHtml } from "../../src/policy/read-html.ts";

const bounds = { elements: 1_000, depth: 1_000 };

function read(html: string, limits = bounds): PageElement {
  const root = readHtml(html, new Map([["class", " q\rr\n"]]), limits);
  if (typeof root === "string") throw new Error(root);
  return root;
}

const show = (nodes: readonly PageNode[]): string =>
  nodes.map((node) => (typeof node === "string" ? `'${node}'` : `${node.tag}(${show(node.children)})`)).join(" ");

describe("finished HTML", () => {
  it.each([
    ["", ""],
    ["a<b>c</b>d", "'a' b('c') 'd'"],
    ["<P>a<p>b", "p('a') p('b')"],
    ["a<!-- c -->b", "'ab'"],
    ["<br><svg viewbox='0'><clippath/></svg>", "br() svg(clipPath())"],
    ["<table><tr><td>x", "table(tbody(tr(td('x'))))"],
    ["<noscript><i>x</i></noscript>", "noscript(i('x'))"],
    ["<!doctype html><i></i>", "i()"],
    ["&lt;&amp;", "'<&'"],
  ])("%j is %s", (html, expected) => {
    expect(show(read(html).children)).toBe(expected);
  });

  it("has attributes, classes, parents and places", () => {
    const root = read("x<i ID=a class='bold  c\tbold\nd\fe\rf'></i>y<u><s title='1'></s></u>");
    expect(root).toMatchObject({ tag: "div", parent: undefined, place: 0, classes: new Set(["q", "r"]) });
    const [first, second] = root.elements as [PageElement, PageElement];
    expect(root.children).toEqual(["x", first, "y", second]);
    expect(first).toMatchObject({ tag: "i", place: 0, children: [], elements: [] });
    expect(first.parent).toBe(root);
    expect([...first.attributes]).toEqual([
      ["id", "a"],
      ["class", "bold  c\tbold\nd\fe\nf"],
    ]);
    expect([...first.classes]).toEqual(["bold", "c", "d", "e", "f"]);
    expect(second).toMatchObject({ tag: "u", place: 1, classes: new Set() });
    expect(second.elements[0]).toMatchObject({ tag: "s", place: 0, parent: second });
  });

  it("is read within bounds", () => {
    const count = (html: string, limits: typeof bounds) => {
      const root = readHtml(html, new Map(), limits);
      return typeof root === "string" ? root : root.elements.length;
    };
    // Three elements around what it reads are the parser's own.
    expect(count("<i></i>".repeat(10), { elements: 13, depth: 100 })).toBe(10);
    expect(count("<i></i>".repeat(11), { elements: 13, depth: 100 })).toBe("elements");
    const deep = (levels: number, depth: number) => count("<b>".repeat(levels), { elements: 100, depth });
    expect([deep(9, 10), deep(10, 10)]).toEqual([1, "depth"]);
    // What is closed is deep no more.
    expect(count("<i></i>".repeat(50), { elements: 100, depth: 10 })).toBe(50);
  });

  it("hides no faults but those of its bounds", () => {
    const broken = {
      depth: 9,
      get elements(): number {
        throw new RangeError("no such bound");
      },
    };
    expect(() => readHtml("<i>", new Map(), broken)).toThrow("no such bound");
  });

  it("stands beside what is too deep, as in browsers", () => {
    let at = read(`${"<s>".repeat(257)}<u>x<i>y</i></u>`, { elements: 1_000, depth: 1_000 });
    let levels = 0;
    for (; at.elements.length === 1; at = at.elements[0] as PageElement) levels++;
    expect(levels).toBe(256);
    expect(show(at.children)).toBe("s() u() 'x' i() 'y'");
    expect(at.elements.map(({ place }) => place)).toEqual([0, 1, 2]);
  });
});
