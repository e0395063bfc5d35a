import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeSrcset } from "../../src/policy/srcset.ts";
import { judgeUrl, type UrlUse } from "../../src/policy/urls.ts";

const env = { idPrefix: "kv" };
const uses: readonly UrlUse[] = ["link", "form", "image", "media", "frame"];

const dangerous = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " \u0001\u001f javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscr\ript:alert(1)",
  "\u0000javascript:alert(1)",
  "java\0script:alert(1)",
  "javascript\u200b:alert(1)",
  "javascript\u00ad:alert(1)",
  "\u00a0javascript:alert(1)",
  "\ufeffjavascript:alert(1)",
  "javascript&colon;alert(1)://",
  "javascript\uff1aalert(1):",
  "vbscript:x",
  "livescript:x",
  "data:text/html,<script>1</script>",
  "data:,x",
  "DATA:text/html;base64,AAAA",
  "blob:https://app.example/1",
  "filesystem:https://app.example/x",
  "file:///etc/passwd",
  "about:blank",
  "view-source:https://x.example",
  "ms-settings:x",
  "intent://x#Intent;end",
  "chrome://settings",
  "ws://x.example",
  "ftp://x.example",
  "feed:javascript:1",
  "jar:https://x!/y",
  "x-host:delete",
  "https://user:pass@evil.example/",
  "https://bank.example@evil.example/",
  "//user@evil.example/",
  "\\\\user@evil.example",
  "https:\\\\user@evil.example",
  "https://a:99999/",
  "https://",
  "https://exa mple.com/",
  "https://ok.example/\u0001x",
];

describe("links", () => {
  it.each(dangerous)("%j is refused for every use", (text) => {
    for (const use of uses) expect(judgeUrl(text, use, env), use).toBeUndefined();
  });

  it.each([
    "https://ok.example",
    "https://ok.example/a?b=c&d=%20#e",
    "HTTPS://OK.example/A",
    "http://localhost:3000/x",
    "http://[::1]/x",
    "https://ok.example/päth/😀",
    "https://ok.example/a?x=\\",
    "https://{{settings.default.domain}}/orders",
    "https://müller.example/",
    "//cdn.example/x.png",
    "/orders/1",
    "orders/1",
    "../x",
    "?q=a:b",
    "./a:b",
    "a b",
    "",
    "#",
    "{{settings.default.url}}",
    "mailto:a@b.example",
    "mailto:a@b.example?subject=Order%205&body=Hi%20there",
    "mailto:a@b.example?body=Hi%0D%0A%0D%0ABest",
    "tel:+49-30-1",
    "TEL:112",
    "sms:+1555?body=x",
  ])("%j is written as it is", (text) => {
    expect(judgeUrl(text, "link", env)).toBe(text);
  });

  it.each([
    ["  https://ok.example/ ", "https://ok.example/"],
    ["https://ok.ex\nample/a\tb", "https://ok.example/ab"],
    ["\\\\evil.example\\x", "//evil.example/x"],
    ["/\\evil.example", "//evil.example"],
    ["https:\\\\ok.example\\a?b=\\", "https://ok.example/a?b=\\"],
    ["https:ok.example", "https://ok.example/"],
    ["https:/ok.example", "https://ok.example/"],
    ["https://ok.example/\ud800", "https://ok.example/\uFFFD"],
    ["#total", "#kv-total"],
    [" #a\tb", "#kv-ab"],
    ["mailto:a@b.example?bcc=x@y.z&attach=/etc/passwd&subject=Hi", "mailto:a@b.example?subject=Hi"],
    ["mailto:a@b.example?BCC=x@y.z", "mailto:a@b.example"],
    ["mailto:a@b.example?b%63c=x@y.z", "mailto:a@b.example"],
    ["mailto:a@b.example?body=%0d%0aBcc:x@evil.example&attach=/etc/passwd", "mailto:a@b.example"],
    ["mailto:a@b.example?subject=x%0D%0ABcc:%20y@z", "mailto:a@b.example"],
  ])("%j is written as %j", (text, expected) => {
    expect(judgeUrl(text, "link", env)).toBe(expected);
  });

  it("refuses a mail address with control characters", () => {
    expect(judgeUrl("mailto:a@b.example%0D%0Abcc:x@y.z", "link", env)).toBeUndefined();
    expect(judgeUrl("MAILTO://ok.example@evil.example/", "link", env)).toBeUndefined();
  });
});

describe("what is loaded", () => {
  it.each([
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/jpeg;base64,AAAA",
    "data:image/webp;charset=utf-8;base64,AAAA",
    "DATA:IMAGE/GIF;BASE64,R0lGODlhAQABAAAAACw=",
  ])("%j is an image", (text) => {
    expect(judgeUrl(text, "image", env)).toBe(text);
    for (const use of ["link", "form", "media", "frame"] as const) expect(judgeUrl(text, use, env)).toBeUndefined();
  });

  it.each([
    "data:image/svg+xml,<svg onload=1>",
    "data:image/svg+xml;base64,AAAA",
    "data:image/png,<svg>",
    "data:image/png;base64,<script>",
    "data:text/html;image/png;base64,AAAA",
    "data:image/png;base64,AAAA\n;x",
    "mailto:a@b.c",
    "tel:1",
  ])("%j is none", (text) => {
    expect(judgeUrl(text, "image", env)).toBeUndefined();
  });

  it.each([
    ["https://ok.example/page", "https://ok.example/page"],
    ["//ok.example/page", "https://ok.example/page"],
    ["http://ok.example", undefined],
    ["/page", undefined],
    ["page", undefined],
    ["#x", undefined],
    ["", undefined],
    ["javascript:1", undefined],
  ])("a frame of %j is %j", (text, expected) => {
    expect(judgeUrl(text, "frame", env)).toBe(expected);
  });

  it.each([
    ["a.png", "a.png"],
    ["a.png 1x, b.png 2x", "a.png 1x, b.png 2x"],
    ["a.png,b.png 2x", "a.png,b.png 2x"],
    ["a.png, b.png 640w", "a.png, b.png 640w"],
    ["data:image/png;base64,AAAA 1x, b.png 1.5x", "data:image/png;base64,AAAA 1x, b.png 1.5x"],
    ["javascript:1 1x, b.png 2x, data:text/html,x 3x", "b.png 2x"],
    ["a.png 1x onerror=1, b.png 2x", "b.png 2x"],
    [",,a.png,, b.png,", "a.png, b.png"],
    ["javascript:1", undefined],
    ["  ", undefined],
  ])("srcset %j is %j", (text, expected) => {
    expect(judgeSrcset(text, env)).toBe(expected);
  });
});

describe("the host's own policy", () => {
  const hosts = {
    idPrefix: "kv",
    images: (url: URL) => url.hostname === "cdn.example",
    links: (url: URL) => url.protocol !== "tel:" && url.hostname !== "evil.example",
    frames: (url: URL) => url.hostname === "app.example",
  };

  it.each([
    ["image", "https://cdn.example/a.png", true],
    ["image", "https://evil.example/?data", false],
    ["image", "//evil.example/?data", false],
    ["image", "\\\\evil.example\\?data", false],
    ["image", "https:evil.example/?data", false],
    ["image", "/own.png", true],
    ["image", "data:image/png;base64,AAAA", true],
    ["media", "https://evil.example/a.mp3", false],
    ["link", "https://ok.example/", true],
    ["link", "https://evil.example/", false],
    ["link", "tel:1", false],
    ["link", "mailto:a@b.c", true],
    ["form", "https://evil.example/", false],
    ["frame", "https://app.example/", true],
    ["frame", "https://other.example/", false],
  ] as const)("%s %j: %s", (use, text, allowed) => {
    expect(judgeUrl(text, use, hosts) !== undefined).toBe(allowed);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."javascript: data: https: http: mailto: blob: // \\ / : @ # ? \t \n \r \0 \u0001 \u200b \u00a0 % %00 %0a text/html , ; base64 evil.example user . - [ ] xn--a 1.2.3.4 &colon; \ud800".split(
      " ",
    ),
    " ",
    "java",
    "script",
    "\u{1F600}",
  );
  const schemes: Readonly<Record<UrlUse, readonly string[]>> = {
    link: ["https:", "http:", "mailto:", "tel:", "sms:"],
    form: ["https:", "http:"],
    image: ["https:", "http:", "data:"],
    media: ["https:", "http:"],
    frame: ["https:"],
  };

  it("gives an address that browsers read with an allowed scheme, without credentials, and the same when judged again", () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.webUrl(),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...uses), (raw, use) => {
        const judged = judgeUrl(raw, use, env);
        if (judged === undefined) return;
        expect(judged).not.toMatch(/[\0-\x1f\x7f]|\p{Surrogate}/u);
        const url = URL.canParse(judged, "https://host.example/") ? new URL(judged, "https://host.example/") : undefined;
        if (url === undefined) return;
        expect(schemes[use]).toContain(url.protocol);
        expect(url.username + url.password).toBe("");
        if (!judged.startsWith("#")) expect(judgeUrl(judged, use, env)).toBe(judged);
      }),
      { numRuns: 3_000 },
    );
  });
});
