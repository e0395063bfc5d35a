/** What may be said in a request, to the organisation's API and elsewhere. */

/** Methods of `KustomerRequest`. */
export const apiMethods: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** Methods of `fetch` and `XMLHttpRequest`. `CONNECT`, `TRACE` and `TRACK` are what Fetch forbids (2.2.1). */
export const fetchMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Headers that a card may send with the agent's session, besides those that begin with `x-`: they say what is sent and what is
 * wanted. None says who asks, nor for which server.
 */
export const apiHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-language",
  "cache-control",
  "content-language",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
  "prefer",
]);

/** Headers that only the browser writes (Fetch 2.2.2, "forbidden request-header"): dropped without a word, as pages are used to. */
const browserHeaders: ReadonlySet<string> = new Set([
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
]);

/** Tells whether a header is the browser's own to write. */
export function isBrowserHeader(name: string): boolean {
  return browserHeaders.has(name) || name.startsWith("proxy-") || name.startsWith("sec-");
}

/** Longest address, longest value of a header, most headers of one message. */
export const requestCaps = { url: 16_384, headerValue: 16_384, headers: 200 } as const;

// RFC 9110, 5.6.2 and 5.5: no separators in names; no line breaks in values, which would begin a header of the attacker's.
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Judges the name of a header, and gives it in lower case. */
export function judgeHeaderName(name: string): string | undefined {
  return token.test(name) ? name.toLowerCase() : undefined;
}

/** Judges the value of a header, and gives it without blanks around it. */
export function judgeHeaderValue(value: string): string | undefined {
  if (value.length > requestCaps.headerValue || !fieldValue.test(value)) return undefined;
  return value.replace(/^[\t ]+|[\t ]+$/g, "");
}

const controls = /[\0-\x1f\x7f]/;
const encodedDot = /%(?:25)*2e/gi;
const encodedSlash = /%(?:25)*(?:2f|5c)/gi;

/**
 * Judges a path of the organisation's API; `undefined` refuses it. It begins with one slash, so that it leads to no other
 * server, and no segment of it climbs, however encoded: a host that looks at how a path begins would be deceived.
 */
export function judgeApiPath(url: string): string | undefined {
  if (url.length > requestCaps.url || controls.test(url) || url.includes("\\")) return undefined;
  if (!url.startsWith("/") || url.startsWith("//")) return undefined;
  const path = url.slice(0, `${url}#`.search(/[?#]/)).replace(encodedDot, ".").replace(encodedSlash, "/");
  return path.split("/").includes("..") ? undefined : url;
}

const nowhere = "https://relative.invalid";

/**
 * Judges an address for `fetch`; `undefined` refuses it. Which servers are asked is the host's to decide, on the address as a
 * parser reads it: absolute ones are given in that form. A path stays as it is.
 */
export function judgeFetchUrl(url: string): string | undefined {
  if (url.length > requestCaps.url) return undefined;
  const text = url.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
  if (controls.test(text) || text.includes("\\")) return undefined;
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text);
  let parsed: URL;
  try {
    // With a scheme, never by the base: `https:x` would be relative to it where the schemes are the same.
    parsed = absolute ? new URL(text) : new URL(text, nowhere);
  } catch {
    return undefined;
  }
  // Credentials disguise where an address leads, and are none of the card's.
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  return absolute || text.startsWith("//") ? parsed.href : text;
}
