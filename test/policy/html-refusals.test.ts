import { describe, expect, it } from "vitest";
import { type HtmlNode, htmlLimits, judgeHtml } from "../../src/policy/html.ts";

const env = { idPrefix: "kv" };

/** Writes nodes so that one sees them: elements as calls, texts in quotes. */
const show = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === "string") return `'${node}'`;
      const attributes = node.attributes.map(([name, value]) => (value === true ? name : `${name}=${value}`));
      return `${node.tag}(${[...attributes, ...(node.children.length === 0 ? [] : [show(node.children)])].join("; ")})`;
    })
    .join(" ");

const judge = (html: string, within?: string) => {
  const { nodes, refused } = judgeHtml(html, env, within);
  return [show(nodes), ...refused];
};

/** What is built of HTML, and what its author is told. */
const pieces: ReadonlyArray<readonly [html: string, nodes: string, ...refused: readonly string[]]> = [
  ["a<!-- b -->c<x-y>d</x-y>e", "'acde'", "`<x-y>`"],
  ["<b>a</b>b<i>c", "b('a') 'b' i('c')"],
  ["\0", ""],
  ["<svg>\0</svg>", "svg('\uFFFD')"],
  // Elements.
  [`<x-${"y".repeat(60)}>a`, "'a'", `\`<x-${"y".repeat(38)}>\``],
  ["<script>1</script><dialog>a<object>b", "'a'", "`<script>`", "`<dialog>`", "`<object>`"],
  ["<style>a</style><path>b", "'b'", "`<style>`", "`<path>`"],
  ["<math><mi>x", "", "`<math>`"],
  ["<iframe>a</iframe><br>b", "iframe(sandbox=allow-scripts allow-forms; referrerpolicy=no-referrer) br() 'b'"],
  ["<textarea>a<b>c</textarea>d", "textarea('a<b>c') 'd'"],
  // Drawings.
  ["<svg><path d=M0 /><a href=#x><rect /></a></svg>a", "svg(path(d=M0) a(href=#kv-x; rect())) 'a'"],
  ["<svg><title>t<b>u<i>v</i></b></title><g>", "svg(title('tuv') g())", "`<b>`", "`<i>`"],
  ["<svg><title><svg><path></svg></title></svg>", "svg(title())", "`<svg>`"],
  ["<svg><desc><p>a<br>b</desc></svg>", "svg(desc('ab'))", "`<p>`", "`<br>`"],
  ["<svg><foreignObject></foreignObject><style>a", "svg()", "`<foreignObject>`", "`<style>`"],
  ["<svg xml:lang=a xlink:title=b xlink:show=c><p>d", "svg(xml:lang=a; xlink:title=b) p('d')", "the attribute `xlink:show` of `<svg>`"],
  // Attributes.
  ["<p onclick=1 data-x data-kv=1>", "p(data-x=)", "the attribute `onclick` of `<p>`", "the attribute `data-kv` of `<p>`"],
  [`<p ${"z".repeat(60)}>`, "p()", `the attribute \`${"z".repeat(40)}\` of \`<p>\``],
  ["<label for=a htmlfor=b class=c>", "label(for=kv-a; class=c)", "the attribute `htmlfor` of `<label>`"],
  [
    "<select value=a></select><textarea value=b></textarea>",
    "select() textarea()",
    "the attribute `value` of `<select>`",
    "the attribute `value` of `<textarea>`",
  ],
  [
    "<input disabled download='' value='' checked=checked contenteditable=''>",
    "input(disabled; download; value=; checked; contenteditable=)",
  ],
  ["<input disabled=false download=a>", "input(disabled; download=a)"],
  ["<p id='' style='' class=''>", "p(class=)"],
  [
    "<p style='zzz:0;top:0;yyy:1'>",
    "p(style=top:0)",
    ...["zzz", "yyy"].map((name) => `the style \`${name}\`: not a property that cards may set`),
  ],
  ["<p style='zzz:0' title=a>", "p(title=a)", "the style `zzz`: not a property that cards may set"],
  [
    "<a href=javascript:1 target=_top rel=author>",
    "a(rel=author)",
    "the value of `href` on `<a>`: the address is not one that cards may use",
    "the value of `target` on `<a>`: only `_blank` is a target that cards may use",
  ],
  // What opens a tab has the `rel` that it must have, wherever its own stands.
  ["<a rel=author target=_blank title=a>", "a(target=_blank; title=a; rel=noopener noreferrer)"],
  ["<a target=_blank rel=author>", "a(target=_blank; rel=noopener noreferrer)"],
  ["<a target=_blank>", "a(target=_blank; rel=noopener noreferrer)"],
  ["<a title=_blank rel=author>", "a(title=_blank; rel=author)"],
];

describe("what is left out of HTML in data", () => {
  it.each(pieces.map(([html, ...expected]) => [html, expected] as const))("%j", (html, expected) => {
    expect(judge(html)).toEqual(expected);
  });

  it.each<readonly [html: string, within: string, expected: readonly string[]]>([
    ["<td>a", "tr", ["td('a')"]],
    ["<td>a", "nothing", ["'a'"]],
    ["<td>a", "style", ["'a'"]],
    ["<b>a", "textarea", ["b('a')"]],
    ["<path>", "g", ["path()"]],
    ["<path>", "title", ["path()"]],
    ["<circle><p>a", "svg", ["circle() 'a'", "`<p>`"]],
  ])("%j within <%s>", (html, within, expected) => {
    expect(judge(html, within)).toEqual(expected);
  });

  it("is told apart up to a number", () => {
    const names = (count: number) => judge(Array.from({ length: count }, (_, i) => `<x-${i}>`).join("")).length - 1;
    expect([names(49), names(50), names(51)]).toEqual([49, 50, 50]);
  });
});

describe("bounds of HTML in data", () => {
  it("are its length", () => {
    expect(judge("a".repeat(htmlLimits.length))).toHaveLength(1);
    expect(judge(`${"a".repeat(htmlLimits.length)}b`)).toEqual([
      `'${"a".repeat(htmlLimits.length)}'`,
      "what follows after 524288 characters",
    ]);
  });

  it("are its depth", () => {
    // The parser's own root is open too.
    expect(judge("<b>".repeat(199))).toHaveLength(1);
    expect(judge(`a${"<b>".repeat(200)}`)[1]).toBe("what nests deeper than 200 elements");
    expect(judge("<i>a</i>".repeat(300))).toHaveLength(1);
    expect(judge(`a<i>${"<b>".repeat(300)}`)[0]).toMatch(/^'a' i\(b\(b\(/);
  });

  it("are its elements", () => {
    // Two are the parser's own. What is refused with its content is made too.
    const judgeMany = (elements: number) => judge(`<object>${"<br>".repeat(elements - 3)}</object>a`);
    expect(judgeMany(20_000)).toEqual(["'a'", "`<object>`"]);
    expect(judgeMany(20_001)).toEqual(["", "what follows after 20000 elements", "`<object>`"]);
  });

  it("hide no other faults", () => {
    const broken = {
      length: 1,
      slice: () => {
        throw new RangeError("no such text");
      },
    };
    expect(() => judgeHtml(broken as unknown as string, env)).toThrow("no such text");
  });
});

describe("references of HTML in data", () => {
  it.each([
    ["<svg><use href=#a /></svg>", true],
    ["<p><svg><g><path fill=url(#b)></g></svg></p>", true],
    ["<b>a</b><p><svg><g><g mask='url(#a)'>", true],
    ["<svg fill=red><g hidden><path d=M0>", false],
    // A link is none; nor is what a text says.
    ["<a href=#a>#b</a><svg><a href=#c>url(#d)", false],
    ["<p title=#a class='url('>", false],
    ["", false],
  ])("%j: %s", (html, refers) => {
    expect(judgeHtml(html, env).refers).toBe(refers);
  });
});
