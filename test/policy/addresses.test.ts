import { describe, expect, it } from "vitest";
import { judgeMailto } from "../../src/policy/mailto.ts";
import { judgePhone } from "../../src/policy/phone.ts";
import { judgeSrcset } from "../../src/policy/srcset.ts";
import { judgeUrl } from "../../src/policy/urls.ts";

const env = { idPrefix: "kv" };

describe("how an address is read", () => {
  it.each([
    // Backslashes: of the web's addresses only, in front of query and fragment only.
    ["https://ok.example\\a", "https://ok.example/a"],
    ["HTTPS://ok.example\\a\\", "HTTPS://ok.example/a/"],
    ["\\a\\", "/a/"],
    ["a\\b?c\\d", "a/b?c\\d"],
    ["a\\b#c\\d", "a/b#c\\d"],
    ["mailto:a\\b@c.example", "mailto:a\\b@c.example"],
    // Blanks and controls at the ends.
    [" ", ""],
    ["\u0001\u001f \u0020", ""],
    [" x ", "x"],
    ["x ", "x"],
    ["\u0020x\u0021", "x!"],
    // What a parser makes of it is written where the page could read the text in another way.
    ["https:ok.example//a", "https://ok.example//a"],
    ["HTTP:ok.example", "http://ok.example/"],
    ["//müller.example/x", "//müller.example/x"],
    ["http://müller.example/x", "http://müller.example/x"],
    ["https://xn--mller-kva.example/x", "https://xn--mller-kva.example/x"],
    // No address at all, by its host.
    ["https://xn--a.example/", undefined],
    ["//xn--a.example/", undefined],
    ["https://a.example:1:2/", undefined],
    // Credentials, empty ones too.
    ["https://@ok.example/", undefined],
    ["https://:@ok.example/", undefined],
    ["https:@ok.example/", undefined],
    ["https:///a@ok.example/", undefined],
    ["https://ok.example/@a", "https://ok.example/@a"],
    ["https://ok.example?a@b", "https://ok.example?a@b"],
    ["https://ok.example#a@b", "https://ok.example#a@b"],
    // A colon in the first segment is the end of a scheme, or nothing that a card needs.
    ["a b:c", undefined],
    [":", undefined],
    ["a/b:c", "a/b:c"],
    ["a?b:c", "a?b:c"],
    ["a#b:c", "a#b:c"],
    ["1:2", undefined],
    // Each scheme has its own judge.
    ["tel:*21*1#", undefined],
    ["mailto:*21*@a.example", "mailto:*21*@a.example"],
  ])("%j as a link is %j", (text, expected) => {
    expect(judgeUrl(text, "link", env)).toBe(expected);
  });
});

describe("which of the host's questions is asked", () => {
  const yes = () => true;
  const no = () => false;
  it.each([
    ["link", "links"],
    ["form", "links"],
    ["image", "images"],
    ["media", "images"],
    ["frame", "frames"],
  ] as const)("for a %s it is `%s`", (use, asked) => {
    for (const text of ["https://ok.example/a", "https://müller.example/a"]) {
      const only = { idPrefix: "kv", links: no, images: no, frames: no, [asked]: yes };
      expect(judgeUrl(text, use, only)).toBe(text);
      const others = { idPrefix: "kv", links: yes, images: yes, frames: yes, [asked]: no };
      expect(judgeUrl(text, use, others)).toBeUndefined();
    }
  });

  it("is never asked about what no parser reads", () => {
    const asked: string[] = [];
    const links = (url: URL) => asked.push(url.href) > 0;
    expect(judgeUrl("mailto://[", "link", { idPrefix: "kv", links })).toBeUndefined();
    expect(judgeUrl("https://[a/", "link", { idPrefix: "kv", links })).toBeUndefined();
    expect(judgeUrl("tel:*1#", "link", { idPrefix: "kv", links })).toBeUndefined();
    expect(asked).toEqual([]);
    expect(judgeUrl("mailto:a@b.example", "link", { idPrefix: "kv", links })).toBe("mailto:a@b.example");
    expect(asked).toEqual(["mailto:a@b.example"]);
  });
});

describe("mail", () => {
  it.each([
    ["mailto:a@b.example", "mailto:a@b.example"],
    ["mailto:", "mailto:"],
    ["mailto:a@b.example?", "mailto:a@b.example"],
    ["mailto:?to=a@b.example", "mailto:?to=a@b.example"],
    ["mailto:a@b.example?bodyx&subject=1", "mailto:a@b.example?subject=1"],
    ["mailto:a@b.example?subject", "mailto:a@b.example"],
    ["mailto:a@b.example?=1", "mailto:a@b.example"],
    ["mailto:a@b.example?subject=", "mailto:a@b.example?subject="],
    ["mailto:a@b.example?SUBJECT=1&Cc=c@d.example&BODY=x", "mailto:a@b.example?SUBJECT=1&Cc=c@d.example&BODY=x"],
    ["mailto:a@b.example?subject=a?b", "mailto:a@b.example?subject=a?b"],
    ["mailto:a@b.example?subject=a=b", "mailto:a@b.example?subject=a=b"],
    // Line breaks and tabs belong to bodies only.
    ["mailto:a@b.example?subject=a%0D%0Ab&cc=x@y.example", "mailto:a@b.example?cc=x@y.example"],
    ["mailto:a@b.example?cc=a%09b", "mailto:a@b.example"],
    ["mailto:a@b.example?body=a%0d%0ab%09c", "mailto:a@b.example?body=a%0d%0ab%09c"],
    ["mailto:a@b.example?body=a%00b", "mailto:a@b.example"],
    ["mailto:a@b.example?body=a%0bb", "mailto:a@b.example"],
    ["mailto:a@b.example?body=a%1fb", "mailto:a@b.example"],
    ["mailto:a@b.example?body=a%7Fb", "mailto:a@b.example"],
    // A line like a header.
    ["mailto:a@b.example?body=x%0A%20Reply-To%3ax@y.example", "mailto:a@b.example"],
    ["mailto:a@b.example?body=x%0ASubject:y", "mailto:a@b.example"],
    ["mailto:a@b.example?body=Subject:y", "mailto:a@b.example?body=Subject:y"],
    // What would be another's address, a field of it, or an address of the web.
    ["MAILTO://user@evil.example", undefined],
    ["mailto:/user@evil.example", "mailto:/user@evil.example"],
    ["mailto:a@b.example%0a", undefined],
    ["mailto:%7f", undefined],
    ["mailto:a@b.example&bcc=x@y.example", undefined],
    ["mailto:a@b.example&bcc=x@y.example?subject=1", undefined],
    ["mailto:a@b.example%0A?subject=1", undefined],
  ])("%j is %j", (url, expected) => {
    expect(judgeMailto(url)).toBe(expected);
  });
});

describe("telephones", () => {
  it.each([
    ["tel:1", "tel:1"],
    ["tel:+1-800-FLOWERS", "tel:+1-800-FLOWERS"],
    ["TEL:+1 (555) 010.99,,5;ext=5_x", "TEL:+1 (555) 010.99,,5;ext=5_x"],
    ["tel:1%202", "tel:1%202"],
    ["tel:", "tel:"],
    ["tel:1?body=x", "tel:1"],
    ["tel:1&body=x", "tel:1"],
    ["tel:1;sms=2?body=x", "tel:1;sms=2"],
    ["tel:*21*1#", undefined],
    ["tel:%2321", undefined],
    ["tel:1#", undefined],
    ["sms:*1?body=x", undefined],
    ["sms:1#?body=x", undefined],
    ["sms:1", "sms:1"],
    ["sms:1,2", "sms:1,2"],
    ["sms:1?body=x", "sms:1?body=x"],
    ["sms:1&body=x", "sms:1&body=x"],
    ["SMS:1?BODY=x", "SMS:1?BODY=x"],
    ["sms:1?subject=x&body=a*b#c", "sms:1?body=a*b#c"],
    ["sms:1?xbody=2&body=hi", "sms:1?body=hi"],
    ["sms:1?body=one&body=two", "sms:1?body=one"],
    ["sms:1?subject=x", "sms:1"],
    ["sms:1?", "sms:1"],
    ["sms:1?body=a%0d%0ab%09c", "sms:1?body=a%0d%0ab%09c"],
    ["sms:1?body=a%00b", "sms:1"],
    ["sms:1?body=a%0bb", "sms:1"],
    ["sms:1?body=a%1Fb", "sms:1"],
    ["sms:1?body=a%7fb", "sms:1"],
  ])("%j is %j", (url, expected) => {
    expect(judgePhone(url)).toBe(expected);
  });
});

describe("sets of pictures", () => {
  it.each([
    // Only commas at the end of an address part it from the next, and then it has no width.
    ["a,b 1x", "a,b 1x"],
    ["a, 1x", "a, 1x"],
    ["a,,, b 2x", "a, b 2x"],
    [" , a 1x , b 2x , ", "a 1x, b 2x"],
    ["a  1x", "a 1x"],
    ["a 1x,b 2x", "a 1x, b 2x"],
    // Nothing is left of the address; its width must not become one.
    ["\u0001 1x, b.png 2x", "b.png 2x"],
    ["\u0001, b.png", "b.png"],
    ["b,\u0001 1x, c", "c"],
    // Widths and densities that HTML knows, of bounded length.
    ["a 640w", "a 640w"],
    ["a 480h", "a 480h"],
    ["a 1.25x", "a 1.25x"],
    ["a 123456.123456x", "a 123456.123456x"],
    ["a 1234567w", undefined],
    ["a 1.1234567x", undefined],
    ["a -1x", undefined],
    ["a .5x", undefined],
    ["a 1X", undefined],
    ["a 1", undefined],
    ["a 1x 2x, b", "b"],
    [",", undefined],
  ])("%j is %j", (text, expected) => {
    expect(judgeSrcset(text, env)).toBe(expected);
  });
});
