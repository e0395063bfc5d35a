import { describe, expect, it } from "vitest";
import { isBrowserHeader, judgeApiPath, judgeFetchUrl, judgeHeaderName, judgeHeaderValue, requestCaps } from "../../src/policy/requests.ts";

describe("headers that only the browser writes", () => {
  it.each(["cookie", "host", "origin", "set-cookie", "proxy-authorization", "proxy-", "sec-fetch-site", "sec-"])("%s", (name) =>
    expect(isBrowserHeader(name)).toBe(true),
  );
  it.each(["accept", "authorization", "x-sec-a", "x-proxy-a", "a-cookie", "section", "proxy"])("not %s", (name) =>
    expect(isBrowserHeader(name)).toBe(false),
  );
});

describe("names of headers", () => {
  it.each([
    ["X-Trace", "x-trace"],
    ["!#$%&'*+.^_`|~09", "!#$%&'*+.^_`|~09"],
    ["a".repeat(256), "a".repeat(256)],
    ["a".repeat(257), undefined],
    ["", undefined],
    ["a b", undefined],
    ["a:b", undefined],
    ["a\r\nb", undefined],
    ["a\n", undefined],
    ["é", undefined],
    // In lower case it would be a name (the Kelvin sign).
    ["\u212aey", undefined],
  ])("%j is %j", (name, expected) => expect(judgeHeaderName(name)).toBe(expected));
});

describe("values of headers", () => {
  it.each([
    ["", ""],
    [" \t a b \t ", "a b"],
    ["\t", ""],
    ["a\tb", "a\tb"],
    ["\u0080\u00ff~", "\u0080\u00ff~"],
    ["a\nb", undefined],
    ["a\r", undefined],
    ["a\n", undefined],
    ["\0", undefined],
    ["\u001f", undefined],
    ["\u007f", undefined],
    ["\u0100", undefined],
    ["a".repeat(requestCaps.headerValue), "a".repeat(requestCaps.headerValue)],
    ["a".repeat(requestCaps.headerValue + 1), undefined],
  ])("%j is %j", (value, expected) => expect(judgeHeaderValue(value)).toBe(expected));
});

const long = (length: number) => `/${"a".repeat(length - 1)}`;

describe("paths of the organisation's API", () => {
  it.each([
    "/v1/customers",
    "/",
    "/v1/a?b=..&c=//d#../e",
    "/v1/..a/a../...",
    "/v1/%2e",
    "/v1/a%2fb",
    "/v1//a",
    "/v1/a?b=/../c",
    "/v1/a#/../c",
    long(requestCaps.url),
  ])("%j", (path) => expect(judgeApiPath(path)).toBe(path));

  it.each([
    "",
    "v1/customers",
    "//evil.example/v1",
    "/\\evil.example",
    "\\evil.example",
    "https://evil.example/v1",
    " /v1",
    "/v1\n",
    "/v1\u007f",
    "/v1/\0",
    "/v1/..",
    "/../v1",
    "/v1/../v2",
    "/v1/%2e%2E/v2",
    "/v1/.%2e/v2",
    "/v1/%252e%25252e/v2",
    "/v1/a%2f..%2fb",
    "/v1/a%2F..",
    "/v1/a%5c..",
    "/v1/a%255C..%252fb",
    "/v1/..?a",
    "/v1/..#a",
    long(requestCaps.url + 1),
  ])("not %j", (path) => expect(judgeApiPath(path)).toBeUndefined());
});

describe("addresses for `fetch`", () => {
  it.each([
    ["https://api.example", "https://api.example/"],
    ["HTTP://API.example:80/a", "http://api.example/a"],
    [" \0\u001fhttps://api.example/a \0\u001f", "https://api.example/a"],
    ["  /v1 \t", "/v1"],
    ["https:api.example/a", "https://api.example/a"],
    ["https:/api.example/a", "https://api.example/a"],
    ["//api.example/a/../b", "https://api.example/b"],
    ["/v1/a/../b", "/v1/a/../b"],
    ["v1?a=https://b", "v1?a=https://b"],
    ["a//b", "a//b"],
    ["?a", "?a"],
    ["", ""],
    [long(requestCaps.url), long(requestCaps.url)],
    [long(requestCaps.url + 1), undefined],
    ["https://api.ex\nample/", undefined],
    ["ht\ttps://api.example/", undefined],
    ["https://api.example/\u007f", undefined],
    ["https:\\\\api.example", undefined],
    ["/\\api.example", undefined],
    ["https://user@api.example/", undefined],
    ["https://:pass@api.example/", undefined],
    ["//user@api.example/", undefined],
    ["//:pass@api.example/", undefined],
    ["javascript:1", undefined],
    ["data:,x", undefined],
    ["blob:https://api.example/1", undefined],
    ["file:///etc/passwd", undefined],
    ["ws://api.example", undefined],
    ["a+b-c.d:e", undefined],
    ["https://", undefined],
    ["https://api.example:99999/", undefined],
    ["//", undefined],
  ])("%j is %j", (url, expected) => expect(judgeFetchUrl(url)).toBe(expected));
});
