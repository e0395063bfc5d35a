import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { compileCard, runString } from "../support/card.ts";

const bag = createContext({ resource: "customer", customer: { name: "Ada" } });
const toText = (source: string, options: Parameters<typeof runString>[2] = {}) =>
  runString(compileCard(source).template, bag, { ...options, target: "text" }).html;

describe("a card as text", () => {
  it.each([
    ["<div/>", ""],
    ["<p>a <b>b</b>  c</p>", "a b c"],
    ["<div><p>a</p><p>b</p></div>", "a\n\nb"],
    ["<div>a<br/><br/><br/>b</div>", "a\n\nb"],
    ['<BasicField label="Carrier" value="PostNord"/>', "Carrier: PostNord"],
    ['<BasicField label="Carrier:" value="PostNord"/>', "Carrier: PostNord"],
    ['<BasicField label="Note" value={<div><p>a</p><p>b</p></div>}/>', "Note:\n  a\n\n  b"],
    ['<BasicRow label="None" value={null}/>', "None: —"],
    ['<Field field="noteTxt" value={"a\\nb"}/>', "Note:\n  a\n  b"],
    ["<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n  1. c"],
    ["<blockquote>a<br/>b</blockquote>", "> a\n> b"],
    ["<pre>{' a\\n  b'}</pre>", " a\n  b"],
    ['<a href="https://example.com/x">here</a>', "here (https://example.com/x)"],
    ['<a href="https://example.com/">example.com</a>', "example.com"],
    ['<a href="mailto:a@example.com">a@example.com</a>', "a@example.com"],
    ['<a href="tel:+4681234567">+46 8 123 45 67</a>', "+46 8 123 45 67"],
    ['<a href="/x">here</a>', "here"],
    ['<img src="/a.png" alt="A boot"/>', "A boot"],
    ["<Button>Refund</Button>", ""],
    ['<Badge count={3} label="open"/>', "3 open"],
    ['<p><Pill label="Paid"/><Pill label="Shipped"/></p>', "Paid Shipped"],
    ['<div><Avatar name="Ada Park"/><span>Ada Park</span></div>', "Ada Park"],
    ['<Avatar name="Ada Park"/>', "Ada Park"],
    ['<Chart title="Orders" data={[["May", 3], ["Jun", 5]]}/>', "Orders\nMay: 3\nJun: 5"],
    ["<p>{customer.a.b}</p>", "This card can't be shown\nTypeError: cannot read `b` of undefined (1:16)"],
  ])("%s", (source, expected) => {
    expect(toText(source)).toBe(expected);
  });

  it("puts columns side by side where a line has room, and bars between where it has not", () => {
    const table = (long: string) => `<table><thead><tr><th>Item</th><th align="right">Price</th></tr></thead><tbody>
      <tr><td>${long}</td><td align="right">9</td></tr><tr><td>b</td><td align="right">10</td></tr></tbody></table>`;
    expect(toText(table("a"))).toBe("Item  Price\n-----------\na         9\nb        10");
    const long = "a word ".repeat(14).trim();
    expect(toText(table(long))).toBe(`Item | Price\n${long} | 9\nb | 10`);
  });

  it("holds no marks that turn text round, and no controls", () => {
    const hostile = createContext({ resource: "customer", customer: { name: "a\u202eb\u2066c\u0007d\u001b[31me\u200f" } });
    expect(runString(compileCard("<p>{customer.name}</p>").template, hostile, { target: "text" }).html).toBe("abc\ufffdd\ufffd[31me");
  });

  it("hides what the card hides, and shows what only a page folds", () => {
    expect(toText("<div><p style={{ display: 'none' }}>a</p><details><summary>More</summary>b</details></div>")).toBe("More\nb");
    expect(toText("<CollapsedRows>{[1, 2, 3, 4, 5].map((n) => <BasicRow key={n} label='n' value={n}/>)}</CollapsedRows>")).toContain(
      "n: 5",
    );
  });
});
