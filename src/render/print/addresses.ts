import type { PolicyEnv } from "../../policy/env.ts";
import { judgeUrl } from "../../policy/urls.ts";

/** Schemes that lead somewhere from a mailbox. */
const linkable = /^(?:https:\/\/|mailto:|tel:)/i;
const loadable = /^https:\/\//i;

/** The address of a link, as it was judged when the card was written: absolute, https, mail or telephone; else `undefined`. */
export function toMailLink(href: string | undefined): string | undefined {
  return toAddress(href, "link", { idPrefix: "kv" }, linkable);
}

/** The address of a picture, as it was judged when the card was written: absolute and https; else `undefined`. */
export function toMailImage(src: string | undefined): string | undefined {
  return toAddress(src, "image", { idPrefix: "kv" }, loadable);
}

/** The address of an embedded page as a link: the host is asked as for any other link. */
export function toPageLink(src: string | undefined, policy: PolicyEnv): string | undefined {
  return toAddress(src, "link", policy, loadable);
}

function toAddress(text: string | undefined, use: "link" | "image", env: PolicyEnv, wanted: RegExp): string | undefined {
  if (text === undefined) return undefined;
  const url = judgeUrl(text.trim().startsWith("//") ? `https:${text.trim()}` : text, use, env);
  // Mail programs end an address at a blank, and browsers don't.
  return url !== undefined && wanted.test(url) ? url.replace(/\s/g, encodeURIComponent) : undefined;
}
