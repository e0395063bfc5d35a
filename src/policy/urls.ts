import type { PolicyEnv } from "./env.ts";
import { prefixName } from "./env.ts";
import { judgeMailto } from "./mailto.ts";
import { judgePhone } from "./phone.ts";
import { judgeText } from "./text.ts";

/** What a URL is used for: followed by the agent, submitted to, or loaded by the browser on its own. */
export type UrlUse = "link" | "form" | "image" | "media" | "frame";

const web: ReadonlySet<string> = new Set(["https", "http"]);

const schemes: Readonly<Record<UrlUse, ReadonlySet<string>>> = {
  link: new Set(["https", "http", "mailto", "tel", "sms"]),
  form: web,
  image: web,
  media: web,
  frame: new Set(["https"]),
};

// Raster images only: an SVG that is opened in a tab of its own runs its scripts.
const rasterData =
  /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)(?:;charset=[\w-]{1,40})?;base64,[a-z0-9+/=%_-]*$/i;

// A text without any of these is read by browsers as it stands: control characters, blanks at the ends, backslashes.
const unclean = /[\0-\x1f\x7f\\]|^ | $/;
const stripped = /[\t\n\r]/g;
const controls = /[\0-\x1f\x7f]/;
const schemeName = /^([a-z][a-z0-9+.-]*):/i;
// Most addresses: nothing in them that a URL parser would read in another way.
const plainWeb = /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$)/i;

// Empty ones, too, which a parser drops: whoever reads the text sees them.
const anyCredentials = /^https?:\/*[^/?#]*@/i;

// What nearly every address is, in one test: every use may have it, and every parser reads it as it stands.
const plainHttps = /^https:\/\/[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?:[/?#][!#-[\]-~]*)?$/;

/**
 * Judges a URL for a use, and gives the text to write; `undefined` refuses it.
 *
 * Text that is safe as it stands is given back unchanged. Otherwise it is given as browsers read it (WHATWG URL, "basic
 * URL parser"): blanks and controls at the ends stripped, tabs and line breaks removed wherever they are (so
 * `java\tscript:` is what it is), backslashes turned into slashes. A reference into the document (`#x`) refers to the
 * card's own ids. Relative URLs stay on the host's origin and are allowed, except in frames. Never throws.
 */
export function judgeUrl(text: string, use: UrlUse, env: PolicyEnv): string | undefined {
  if (plainHttps.test(text) && !text.includes("xn--") && toHook(use, env) === undefined) return text;
  const url = unclean.test(text) ? toBrowserForm(text) : judgeText(text);
  // What is still there is no part of any address that a person wrote.
  if (controls.test(url)) return undefined;
  const scheme = schemeName.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return judgeRelative(url, use, env);
  if (scheme === "data") return use === "image" && rasterData.test(url) ? url : undefined;
  if (!schemes[use].has(scheme)) return undefined;
  if (web.has(scheme)) return judgeWeb(url, url, use, env);
  const judged = scheme === "mailto" ? judgeMailto(url) : judgePhone(url);
  if (judged === undefined || !isWelcome(judged, use, env)) return undefined;
  // Where a part was left out, the blanks in front of it now stand at the end, and are none of the address.
  return judged === url ? url : judged.trimEnd();
}

function toBrowserForm(text: string): string {
  let start = 0;
  let end = text.length;
  // Beyond its ends a text has NaN, which stops both.
  while (text.charCodeAt(start) <= 0x20) start++;
  while (text.charCodeAt(end - 1) <= 0x20) end--;
  const bare = judgeText(text.slice(start, end).replace(stripped, ""));
  const scheme = schemeName.exec(bare)?.[1]?.toLowerCase();
  // Only in web addresses, and there only in front of query and fragment, is a backslash a slash.
  if (scheme !== undefined && !web.has(scheme)) return bare;
  const tail = bare.search(/[?#]/);
  return tail === -1 ? bare.replaceAll("\\", "/") : bare.slice(0, tail).replaceAll("\\", "/") + bare.slice(tail);
}

function judgeRelative(url: string, use: UrlUse, env: PolicyEnv): string | undefined {
  // `java​script:` with an invisible character is no scheme, but nothing that a card needs either: a colon in the first
  // segment has to be a scheme (RFC 3986, 4.2).
  const colon = url.indexOf(":");
  if (colon !== -1 && !/[/?#]/.test(url.slice(0, colon))) return undefined;
  if (url.startsWith("//")) {
    const judged = judgeWeb(url, `https:${url}`, use, env);
    // A frame is https even where the host's page is not.
    return judged !== undefined && use === "frame" ? `https:${url}` : judged;
  }
  if (use === "frame") return undefined;
  return url.length > 1 && url.startsWith("#") ? `#${prefixName(url.slice(1), env)}` : url;
}

/** Judges a web address. `written` may lack the scheme that `full` has. */
function judgeWeb(written: string, full: string, use: UrlUse, env: PolicyEnv): string | undefined {
  const hook = toHook(use, env);
  if (hook === undefined && plainWeb.test(full)) return written;
  const url = parseUrl(full);
  // Credentials disguise where a link leads (`https://bank.example@evil.example`) and log the agent in elsewhere.
  if (url === undefined || url.username !== "" || url.password !== "" || anyCredentials.test(full)) return undefined;
  if (hook !== undefined && !hook(url)) return undefined;
  // `https:x` is relative or absolute depending on the page; write what was judged.
  return /^(?:https?:)?\/\//i.test(written) ? written : url.href;
}

function isWelcome(text: string, use: UrlUse, env: PolicyEnv): boolean {
  const hook = toHook(use, env);
  if (hook === undefined) return true;
  const url = parseUrl(text);
  return url !== undefined && hook(url);
}

function toHook(use: UrlUse, env: PolicyEnv): ((url: URL) => boolean) | undefined {
  if (use === "frame") return env.frames;
  return use === "link" || use === "form" ? env.links : env.images;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
