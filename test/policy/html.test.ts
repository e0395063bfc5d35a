import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { judgeAttribute } from "../../src/policy/attributes.ts";
import { elements, judgeElement } from "../../src/policy/elements.ts";
import { type HtmlNode, htmlLimits, judgeHtml } from "../../src/policy/html.ts";
import { judgeValue } from "../../src/policy/judge-value.ts";
import { isRefusal } from "../../src/policy/refusal.ts";

const env = { idPrefix: "kv" };

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Writes as the simplest renderer would: no care for namespaces or context. */
function write(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return escapeHtml(node);
      const attributes = node.attributes.map(([name, value]) => ` ${name}="${value === true ? "" : escapeHtml(value)}"`).join("");
      const end = elements.get(node.tag)?.void === true ? "" : `${write(node.children)}</${node.tag}>`;
      return `<${node.tag}${attributes}>${end}`;
    })
    .join("");
}

const judge = (html: string, within?: string) => write(judgeHtml(html, env, within).nodes);

const clean: ReadonlyArray<readonly [html: string, expected: string]> = [
  ["", ""],
  ["plain &amp; <b>bold</b><br>", "plain &amp; <b>bold</b><br>"],
  ["<p>a<p>b", "<p>a</p><p>b</p>"],
  ["<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
  ["<a href='https://ok.example/?a=1&amp;b=2'>x</a>", '<a href="https://ok.example/?a=1&amp;b=2">x</a>'],
  ["<A HREF=//ok.example TARGET=_BLANK REL=opener>x</A>", '<a href="//ok.example" target="_blank" rel="noopener noreferrer">x</a>'],
  [
    "<table cellpadding=2 border><tr><td valign=top bgcolor=red>x",
    '<table cellpadding="2" border=""><tbody><tr><td valign="top" bgcolor="red">x</td></tr></tbody></table>',
  ],
  ["<p style='color:red;margin:0 auto' class='a b' id=x>y</p>", '<p style="color:red;margin:0 auto" class="a b" id="kv-x">y</p>'],
  ["<input disabled value='' checked=checked>", '<input disabled="" value="" checked="">'],
  ["<font color=red size=2>x</font><center>y</center>", '<font color="red" size="2">x</font><center>y</center>'],
  ["<img src=a.png alt='' srcset='a.png 1x, b.png 2x'>", '<img src="a.png" alt="" srcset="a.png 1x, b.png 2x">'],
  [
    "<svg viewbox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'><lineargradient id=g></lineargradient><path d='M0 0' stroke-width=2 fill='url(#g)'/></svg>",
    '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><linearGradient id="kv-g"></linearGradient><path d="M0 0" stroke-width="2" fill="url(#kv-g)"></path></svg>',
  ],
  ["<svg><use xlink:href='#i'/></svg>", '<svg><use xlink:href="#kv-i"></use></svg>'],
  ["<!-- c -->a<!-- d -->b", "ab"],
  [
    "<iframe src=https://ok.example title=x></iframe>",
    '<iframe src="https://ok.example" title="x" sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe>',
  ],
];

const hostile: ReadonlyArray<readonly [html: string, expected: string]> = [
  ["<script>alert(1)</script>x", "x"],
  ["<SCRIPT/x>alert(1)</SCRIPT\n>x", "x"],
  ["<img src=x onerror=alert(1)>", '<img src="x">'],
  ["<img/src=x/onerror=alert(1)>", '<img src="x/onerror=alert(1)">'],
  ["<p ONCLICK=1 oNfOcUs='2' is=x-y nonce=1 contextmenu=a>x</p>", "<p>x</p>"],
  ["<a href='java&#9;script:alert(1)'>x</a>", "<a>x</a>"],
  ["<a href='&#x6a;avascript&colon;alert(1)'>x</a>", "<a>x</a>"],
  ["<style>*{color:red}</style>x", "x"],
  [
    "<svg><style>*{color:red}</style><script>1</script><animate attributeName=href to=javascript:1 /><path d=M0 /></svg>",
    '<svg><path d="M0"></path></svg>',
  ],
  ["<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg></svg>"],
  ["<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>", "<svg><a><text>x</text></a></svg>"],
  [
    "<svg><use href='data:image/svg+xml,x#x'/><image href='https://ok.example/a.png'/><feImage href=x /></svg>",
    '<svg><use></use><image href="https://ok.example/a.png"></image></svg>',
  ],
  ["<svg><title><img src=x onerror=1>t</title></svg>", "<svg><title>t</title></svg>"],
  ["<svg><desc><p title='</desc><img>'>t</p></desc></svg>", "<svg><desc>t</desc></svg>"],
  ["<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=1&gt;'>", ""],
  ["<svg></p><style><a id='</style><img src=1 onerror=1>'>", '<svg></svg><p></p><img src="1">\'>'],
  ["<noscript><p title='</noscript><img src=x onerror=1>'>", ""],
  ["<textarea><p title='</textarea><img src=x onerror=1>'></textarea>", "<textarea>&lt;p title='</textarea><img src=\"x\">'>"],
  ["<template><b>x</b></template>y", "y"],
  ["<xmp><b></xmp><plaintext><b>", ""],
  [
    "<iframe srcdoc='<script>1</script>' name=x allow=camera sandbox=allow-top-navigation>a</iframe>",
    '<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe>',
  ],
  ["<iframe src=javascript:1></iframe>", '<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"></iframe>'],
  ["<object data=x><embed src=x><param name=a></object><applet>x</applet>", ""],
  ["<base href=//evil.example><link rel=stylesheet href=x><meta http-equiv=refresh content=0>x", "x"],
  ["<html><head><title>x</title></head><body onload=1>y</body></html>", "y"],
  [
    "<form action=javascript:1 id=location><input name=attributes form=f formaction=x></form>",
    '<form id="kv-location"><input name="kv-attributes"></form>',
  ],
  ["<x-evil onclick=1><b>x</b></x-evil><dialog open>y</dialog><marquee>z</marquee>", "<b>x</b>yz"],
  [
    "<select><button><selectedcontent></selectedcontent></button><option selected>x</select>",
    '<select><option selected="">x</option></select>',
  ],
  ["<p style='background:url(//evil.example);position:fixed;color:red'>x</p>", '<p style="color:red">x</p>'],
  ["<path d=x>y</path>", "y"],
  ["<p classname=x htmlfor=y>z</p>", "<p>z</p>"],
  ["a\0b<p title='\0'>", 'ab<p title="\uFFFD"></p>'],
  ["<image src=x onerror=1>", '<img src="x">'],
  ["<video src=javascript:1 poster=javascript:1><source src=data:text/html,x><track src=blob:x></video>", "<video><source><track></video>"],
];

describe("HTML in data", () => {
  it.each(clean)("%j is %j", (html, expected) => {
    expect(judge(html)).toBe(expected);
  });

  it.each(hostile)("%j is %j", (html, expected) => {
    expect(judge(html)).toBe(expected);
  });

  it.each([
    ["<td>x</td>", "tr", "<td>x</td>"],
    ["<td>x</td>", "div", "x"],
    ["<tr><td>x", "tbody", "<tr><td>x</td></tr>"],
    ["<path d=M0 />", "svg", '<path d="M0"></path>'],
    ["<path d=M0 />", "g", '<path d="M0"></path>'],
    ["<path d=M0 /><p>x</p><script>1</script>", "svg", '<path d="M0"></path>x'],
    ["<b>x</b>", "textarea", "<b>x</b>"],
    ["<li>x", "ul", "<li>x</li>"],
  ])("%j within <%s> is %j", (html, within, expected) => {
    expect(judge(html, within)).toBe(expected);
  });

  it("says what it left out, each thing once", () => {
    const { refused } = judgeHtml("<script>1</script><script>2</script><p onclick=1 style='behavior:x' id='' href=javascript:1>", env);
    expect(refused).toHaveLength(4);
    expect(refused.join()).toMatch(/script.*onclick.*behavior.*href/);
  });

  it("gives up where the bounds are, and keeps what stands before", () => {
    const deep = judgeHtml(`<p>first</p>${"<div>".repeat(100_000)}`, env);
    expect(deep.nodes[0]).toMatchObject({ tag: "p", children: ["first"] });
    expect(deep.refused).toHaveLength(1);
    const wide = judgeHtml("<i>x</i>".repeat(htmlLimits.elements + 10), env);
    expect(wide.nodes.length).toBeLessThanOrEqual(htmlLimits.elements);
    expect(wide.refused).toHaveLength(1);
    const long = judgeHtml(`<p>a</p>${" ".repeat(htmlLimits.length)}<p>b</p>`, env);
    expect(write(long.nodes)).not.toContain("b");
    // Unclosed formatting elements come back in every paragraph: 150 × 3,000 elements of 20 KB.
    const bold = Array.from({ length: 150 }, (_, i) => `<b id=${i}>`).join("");
    expect(judgeHtml(`<p>${bold}</p>${"<p>x</p>".repeat(3_000)}`, env).refused).toHaveLength(1);
  });
});

type Source = DefaultTreeAdapterTypes.ChildNode;

/** Lists elements and attributes of parsed HTML that the tables do not have. */
function findForbidden(nodes: readonly Source[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (!("tagName" in node)) return node.nodeName === "#text" ? [] : [node.nodeName];
    // An HTML name inside `<svg>` is an element without meaning there.
    const tag = judgeElement(node.tagName, node.namespaceURI.endsWith("svg")) ?? judgeElement(node.tagName);
    if (tag === undefined) return [node.tagName];
    const wrong = node.attrs.flatMap(({ name, prefix, value }) => {
      const full = prefix ? `${prefix}:${name}` : name;
      if (tag === "iframe" && (full === "sandbox" || full === "referrerpolicy")) return [];
      const rule = judgeAttribute(tag, full);
      if (rule === undefined) return [`${tag}.${full}`];
      // Prefixed values stay references of the card; all others must be what the judges would write again.
      const judged = judgeValue(rule, value, env);
      return isRefusal(judged) ? [`${tag}.${full}=${value}`] : [];
    });
    return [...wrong, ...findForbidden(node.childNodes)];
  });
}

describe("any HTML", () => {
  const piece = fc.constantFrom(
    ..."<p> </p> <svg> </svg> <math> </math> <style> </style> <script> </script> <title> </title> <desc> </desc> <textarea> </textarea> <select> </select> <option> <table> <td> </table> <form> </form> <template> </template> <noscript> </noscript> <iframe> </iframe> <foreignObject> </foreignObject> <mtext> <mglyph> <malignmark> <annotation-xml> <xmp> <plaintext> <!-- --> --!> <![CDATA[ ]]> <?x <image> <img src=x onerror=1> <a href=javascript:1> <path d=M0> <use href=//e> <b> </b> <a id='</style>'> <p title='</textarea><img src=x onerror=1>'> <p title=\"--><img src=x onerror=1>\"> &lt; &#60; &quot; < > \" ' / = \0 x".split(
      " ",
    ),
    " ",
    "<svg><title>",
    "<img src=x onerror=1>",
    "<p style='position:fixed;color:red'>",
    "<a target=_top href=https://a.example>",
  );
  const html = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

  it("holds nothing outside the tables when written and parsed again, wherever it is put", () => {
    fc.assert(
      fc.property(html, fc.constantFrom("div", "svg", "p", "tr", "select", "textarea"), (text, within) => {
        const output = write(judgeHtml(text, env, within).nodes);
        const inSvg = [`<svg>${output}</svg>`, `<table><tr><td><svg><g>${output}`];
        const inHtml = [output, `<table>${output}</table>`, `<select>${output}`, `<svg>${output}</svg>`, `<p><b>${output}`];
        for (const context of within === "svg" ? inSvg : inHtml) {
          expect(findForbidden(parseFragment(context).childNodes), `${text}\n→ ${context}`).toEqual([]);
        }
      }),
      { numRuns: 2_500 },
    );
  });
});
