import { describe, expect, it } from "vitest";
import { findUnsafeAnywhere } from "./parse-contexts.ts";
import { findUnsafe } from "./safe-html.ts";

// The oracle itself: one that finds nothing would let every attack pass.
describe("the safety check", () => {
  it.each([
    "<script>x</script>",
    "<img src=x onerror=x>",
    "<p ONCLICK=x>",
    '<a href="javascript:x">',
    '<a href=" \u0001java\nscript:x">',
    '<a href="vbscript:x">',
    '<a href="data:text/html,x">',
    '<img src="data:image/svg+xml,x">',
    '<img srcset="javascript:x 1x">',
    '<img srcset="https://a.example/a.png 1x, data:text/html,x 2x">',
    '<a href="https://u:p@evil.example">',
    '<a href="https://a.example" target="_top">',
    '<a href="https://a.example" target="_blank">',
    '<a href="mailto:a@b.c?attach=/etc/passwd">',
    '<a href="#host">',
    '<p id="host">',
    '<label for="host">',
    '<input name="host">',
    '<p aria-labelledby="kv-a host">',
    '<iframe src="https://a.example"></iframe>',
    '<iframe src="https://a.example" sandbox="allow-same-origin"></iframe>',
    '<iframe srcdoc="x" sandbox></iframe>',
    '<iframe src="http://a.example" sandbox></iframe>',
    '<p style="background:url(//evil.example)">',
    '<p style="position:fixed">',
    '<p style="width:expression(x)">',
    '<p style="background:u\\72l(x)">',
    "<style>@import 'x';</style>",
    "<style>a{background:url(x)}</style>",
    "<svg><use href='data:x#x'></use></svg>",
    "<svg><a xlink:href='javascript:x'></a></svg>",
    "<svg><animate attributeName='href'></animate></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<math><mi></mi></math>",
    "<x-host></x-host>",
    "<dialog open></dialog>",
    "<button commandfor='host' command='x'></button>",
    "<form action='javascript:x'></form>",
    "<p is='x-y'></p>",
    "<template><script>x</script></template>",
    "<p constructor='x'></p>",
    "<p>\ud800</p>",
    "<p>x<!-- y --></p>",
    "<!doctype html><p>x</p>",
    "<?xml version='1.0'?><p>x</p>",
    "<p accesskey='s'>x</p>",
    "<td background='x'></td>",
    "<meta http-equiv='refresh' content='0;url=https://a.example'>",
    "<link rel='stylesheet' href='https://a.example'>",
    "<base href='https://a.example'>",
    "<p tabindex='1'>x</p>",
    '<a href="#a">x</a>',
    "<object data='x'></object>",
    "<noscript>x</noscript>",
    "<plaintext>x",
    "<title>x</title>",
    "<svg><style>a{}</style></svg>",
    "<svg><script>x</script></svg>",
    "<svg><a><set attributeName='href' to='javascript:x'></set></a></svg>",
    "<svg><rect fill='url(https://a.example#b)'></rect></svg>",
    "<svg><rect filter='url(#host)' mask='URL( //a.example )'></rect></svg>",
    "<svg><image href='data:image/svg+xml,x'></image></svg>",
    '<iframe src="https://a.example" sandbox="allow-scripts allow-popups"></iframe>',
    '<a href="view-source:x">',
    '<a href="blob:https://a.example/x">',
    '<a href="java&#9;script:x">',
    '<a href="x:y">',
    '<a href="tel:*21*1#">',
    '<a href="tel:*%2306%23">',
    '<a href="sms:&quot;><img>">',
    '<a href="mailto:a@b.c?bcc=d@e.f">',
    '<a href="mailto:a@b.c?subject=x%0d%0aBcc:y">',
    '<form><input formaction="https://a.example"></form>',
    '<button form="host">x</button>',
    '<p data-kv-other="x">x</p>',
    '<p style="position:var(--x)">x</p>',
    '<p style="position:inherit">x</p>',
    '<p style="all:inherit">x</p>',
    '<p style="all:var(--x)">x</p>',
    '<p style="--x:url(a)">x</p>',
    '<p style="background:image-set(&quot;a&quot; 1x)">x</p>',
    '<p style="background:-webkit-cross-fade(red,blue,1%)">x</p>',
    '<p style="background:src(&quot;a&quot;)">x</p>',
    '<p style="background:\\75 rl(a)">x</p>',
    '<p style="-moz-binding:none">x</p>',
    '<p style="behavior:none">x</p>',
    '<p style="view-transition-name:a">x</p>',
    '<p style="left:anchor(--a left)">x</p>',
    '<p style="color:if(else:red)">x</p>',
    '<p style="color:red/*x*/">x</p>',
    "<p style=\"content:'&lt;/style>'\">x</p>",
  ])("finds %s", (html) => {
    expect(findUnsafe(html)).not.toEqual([]);
  });

  it.each([
    '<p class="a" title="javascript:x" lang="en" data-x="1" aria-label="x" style="color:red;padding:1px">javascript:x</p>',
    '<a href="https://a.example" target="_blank" rel="noopener noreferrer">x</a><a href="/a?b=c:d">y</a><a href="mailto:a@b.c?subject=x">z</a>',
    '<img src="data:image/png;base64,AA" alt="" srcset="https://a.example/a,b.png 1x, https://a.example/b.png 2x">',
    '<form><label for="kv-a">x</label><input id="kv-a" name="kv-b" list="kv-c"><textarea>&lt;script></textarea></form>',
    '<svg viewBox="0 0 1 1"><linearGradient id="kv-g"></linearGradient><path d="M0 0" fill="url(#kv-g)"></path><use href="#kv-g"></use></svg>',
    '<style>[data-kv-root="x"] .a:hover{color:red}</style>',
    '<a href="tel:+46(8)555-0100;ext=1">x</a><a href="sms:+46,+47?body=a%20b">y</a>',
    '<p style="position:absolute;all:unset;width:calc(1px + var(--x));content:&quot;a;b&quot;">x</p>',
  ])("lets %s pass", (html) => {
    expect(findUnsafe(html)).toEqual([]);
  });

  const root = '[data-kv-root="x"]';

  it.each([
    "a{color:red}",
    "*{color:red}",
    ":root{color:red}",
    "html .a{color:red}",
    `${root} + .a{color:red}`,
    `${root} ~ .a{color:red}`,
    `${root}{counter-increment:list-item 9}`,
    `${root}:hover,${root} .a{-webkit-counter-set:a 9}`,
    `${root}:has(+ .a){color:red}`,
    `${root}:not(:has(~ .a)) .b{color:red}`,
    `${root}:is(:where(:has(+ .a))) .b{color:red}`,
    `${root}:nth-child(2) .b{color:red}`,
    `${root}:not(:last-child) .b{color:red}`,
    `${root}[id^="a"] .b{color:red}`,
    `${root} .a,.b{color:red}`,
    `${root}{:host &{color:red}}`,
    `${root} .a::backdrop{color:red}`,
    `${root} .a::part(b){color:red}`,
    `${root} .a:target{color:red}`,
    `${root} svg|a{color:red}`,
    `${root} .a{position:fixed}`,
    `${root} .a{position:var(--x)}`,
    `${root} .a{all:inherit}`,
    `${root} .a{p\\6fsition:fixed}`,
    `${root} .a{background:u\\72l(x)}`,
    `${root} .a{--x:{}}`,
    `${root} .a{behavior:none}`,
    `${root} .a{timeline-scope:--a}`,
    "@layer a{b{color:red}}",
    "@scope (a){b{color:red}}",
    "@property --x{syntax:'*';inherits:true}",
    "@page{margin:0}",
    "@\\69mport 'x';",
    "@keyframes spin{from{color:red}}",
    "@keyframes kf-kv-a{from{position:fixed}}",
    "@keyframes kf-kv-a{from{background:url(x)}}",
    `@media screen{a{color:red}}`,
    `@supports (a:b){${root} ~ a{color:red}}`,
  ])("finds the sheet %s", (css) => {
    expect(findUnsafe(`<style>${css}</style>`)).not.toEqual([]);
  });

  it.each([
    `${root}{--a:1;color:red}${root} .a:has(+ .b),${root} .c > .d:nth-child(2){color:red}`,
    `${root}:has(.a) .b{color:red}${root}[dir="rtl"] .b{color:red}`,
    `${root} .a{& + &{color:red}&:hover{color:red}}`,
    `@media (width < 600px){${root} .a{content:"\\3c x"}}@keyframes kf-kv-a{from{opacity:0}to{opacity:1}}`,
  ])("lets the sheet %s pass", (css) => {
    expect(findUnsafe(`<style>${css}</style>`)).toEqual([]);
  });

  it.each([
    // Read in a page: a title of a paragraph. Read where scripts run: an image.
    ['<noscript><p title="</noscript><img src=x onerror=x>"></noscript>', "scripts on"],
    // Text of a style in a page, markup in a drawing.
    [`<style>${root} .a{content:"<img src=x onerror=x>"}</style>`, "in svg"],
    ["<form><div></form><form><math><mtext></mtext></math>", "again"],
  ])("finds %s %s", (html, where) => {
    expect(findUnsafeAnywhere(html).filter((problem) => problem.includes(where))).not.toEqual([]);
  });

  it("lets what is safe everywhere pass", () => {
    expect(findUnsafeAnywhere("<p>a<b>b</b></p><svg><path d='M0 0'></path><title>a&lt;b></title></svg><td>c</td>")).toEqual([]);
  });
});
