import { describe, expect, it } from "vitest";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { createContext } from "../../src/index.ts";
import { compileCard, runString } from "../support/card.ts";
import { findUnlisted } from "./message.ts";

const bag = createContext({ resource: "customer", customer: { name: "Ada" } });

function toEmail(source: string, options: Parameters<typeof runString>[2] = {}): string {
  const { html } = runString(compileCard(source).template, bag, { ...options, target: "email" });
  expect(findUnlisted(html)).toEqual([]);
  return html;
}

/** What a reader of the message sees of a part, without the table around. */
const inside = (html: string) => /padding:15px">([\s\S]*)<\/td>\n<\/tr>\n<\/table>$/.exec(html)?.[1]?.trim();

describe("the option `target`", () => {
  const { template } = compileCard("<p>{customer.name}</p>");

  it("is html by default", () => {
    expect(renderToString(template, bag)).toBe("<p>Ada</p>");
    expect(renderToString(template, bag, { target: "html" })).toBe("<p>Ada</p>");
    expect(renderToString(template, bag, { target: "text" })).toBe("Ada");
  });

  it.each(["mail", "", 1, null, {}])("is refused when it is %o", (target) => {
    expect(() => renderToString(template, bag, { target } as never)).toThrow(/^option `target` is `html`, `email` or `text`, not /);
  });

  it("is no option of live cards", () => {
    expect(() => mount(template, bag, {} as Element, { target: "email" } as never)).toThrow("unknown option `target`");
  });

  it("gives the same bytes each time", () => {
    const source = "<Grid><Column size='eight'><Field field='aStr' value={customer.name}/></Column></Grid>";
    expect(toEmail(source)).toBe(toEmail(source));
  });
});

describe("a message", () => {
  it("is one table of at most 600 px, with language and direction", () => {
    const html = toEmail("<p>{customer.name}</p>", { locale: "de-DE" });
    expect(html).toMatch(/^<table role="presentation" [^>]*lang="de-DE" dir="ltr" width="600" style="width:100%;max-width:600px;/);
    expect(toEmail("<p>x</p>", { locale: "ar-EG" })).toContain('lang="ar-EG" dir="rtl"');
  });

  it.each([
    "<div/>",
    "",
    "<Button>Save</Button>",
    "<ButtonGroup><Button>A</Button></ButtonGroup>",
    "<Icon name='cart'/>",
    "<div hidden>x</div>",
  ])("is nothing for a card that shows nothing: %s", (source) => {
    expect(toEmail(source)).toBe("");
  });

  it("has the literal colours of its theme", () => {
    expect(toEmail("<p>x</p>")).toContain("color:#1f242d");
    expect(toEmail("<p>x</p>", { theme: "device" })).toContain("color:#1f242d");
    const dark = toEmail("<p>x</p>", { theme: "dark" });
    expect(dark).toContain("color:#e8eaf0");
    expect(dark).toContain("background-color:#1f242d");
  });

  it("shows an error card for a card that failed", () => {
    const html = toEmail("<p>{customer.a.b}</p>");
    expect(html).toContain("This card can't be shown");
    expect(html).toContain("border-left:3px solid");
  });

  it("formats by locale and zone", () => {
    const html = toEmail("<Field field='paidAt' value='2026-10-02T22:04:05Z'/>", { locale: "de-DE", timeZone: "Europe/Stockholm" });
    expect(html).toContain("03.10.2026 00:04");
  });

  it("tells times in full: a message is read at any time", () => {
    expect(toEmail("<Timestamp value='2026-10-02T15:04:05Z'/>", { now: "2026-10-05T08:00:00Z" })).toContain("Oct 2, 2026 3:04 PM");
  });
});

describe("addresses in a message", () => {
  it.each([
    ["https://example.com/a?b=1&c", "https://example.com/a?b=1&amp;c"],
    ["mailto:ada@example.com", "mailto:ada@example.com"],
    ["tel:+4681234567", "tel:+4681234567"],
    ["//example.com/x", "https://example.com/x"],
    ["http://example.com", undefined],
    ["/orders", undefined],
    ["#part", undefined],
    ["sms:+4681234567", undefined],
    ["javascript:alert(1)", undefined],
  ])("%s", (href, written) => {
    const html = toEmail(`<a href="${href}">there</a>`);
    expect(html.includes("<a ")).toBe(written !== undefined);
    if (written === undefined) expect(inside(html)).toBe("there");
    else expect(html).toContain(`href="${written}"`);
  });

  it("of pictures are asked about as on a page", () => {
    const asked: string[] = [];
    const images = (url: URL) => void asked.push(url.href) === undefined && url.hostname === "good.example";
    const html = toEmail('<p><img src="https://good.example/a.png" alt="A"/><img src="https://bad.example/b.png" alt="B"/></p>', {
      policy: { images },
    });
    expect([...new Set(asked)]).toEqual(["https://good.example/a.png", "https://bad.example/b.png"]);
    expect(html).toContain('<img src="https://good.example/a.png" alt="A"');
    expect(html).not.toContain("bad.example");
    expect(html).toContain("B");
  });

  it("of embedded pages are links, where the host lets links pass", () => {
    const source = '<DynamicCard src="https://example.com/card" title="Rewards"/>';
    expect(inside(toEmail(source))).toContain('<a href="https://example.com/card" style="color:#006cec;text-decoration:none">Rewards</a>');
    expect(toEmail(source, { policy: { links: ({ hostname }) => hostname !== "example.com" } })).toBe("");
  });
});

describe("a card's own styles in a message", () => {
  const styled = (css: string, html = '<p className="a" style={{ margin: 0 }}>x</p>') =>
    inside(toEmail(`<div><style>{${JSON.stringify(css)}}</style>${html}</div>`));

  it.each([
    [".a { color: red }", 'style="margin:0;color:red"'],
    ["p { color: red } .a { color: blue }", 'style="margin:0;color:blue"'],
    ["p { color: red !important } .a { color: blue }", 'style="margin:0;color:red"'],
    [".a { color: red } @media print { .a { color: blue } }", "color:red"],
    ["@media (min-width: 400px) { .a { color: red } }", "color:red"],
    [".a { color: rgb(0 0 0 / 50%) }", "color:#808080"],
    [".a { color: hsl(120 100% 25%) }", "color:#008000"],
    [":root { --x: #123456 } .a { color: var(--x) }", "color:#123456"],
    [".a { color: var(--missing, #abcdef) }", "color:#abcdef"],
    [".a { font-size: 2em; letter-spacing: 0.1em }", "font-size:26px;letter-spacing:2.6px"],
  ])("%s", (css, expected) => {
    expect(styled(css)).toContain(expected);
  });

  it.each([
    ".a:hover { color: red }",
    "@media (max-width: 300px) { .a { color: red } }",
    "@supports (display: grid) { .a { color: red } }",
    ".a { position: absolute; transform: rotate(9deg); float: left; opacity: 0.5; box-shadow: 0 0 1px red }",
    ".a { color: color-mix(in srgb, red, blue) }",
    '[data-theme="dark"] .a { color: red }',
  ])("what mail does not know leaves no trace: %s", (css) => {
    expect(styled(css)).toBe('<p style="margin:0">x</p>');
  });

  it("hides what they hide", () => {
    expect(styled(".a { display: none }", '<p className="a">x</p><b>y</b>')).toContain("y");
    expect(styled(".a { display: none }", '<p className="a">x</p><b>y</b>')).not.toContain("x<");
  });
});
