import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { judgeSrcset } from "../../src/policy/srcset.ts";
import { judgeUrl, type UrlUse } from "../../src/policy/urls.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { texts, urlTokens } from "./corpus.ts";
import { withoutPrefixes } from "./html.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const env = { idPrefix: "kv" };
const markup: Readonly<Record<UrlUse, (url: string) => string>> = {
  link: (url) => `<a href="${url}">`,
  form: (url) => `<form action="${url}">`,
  image: (url) => `<img src="${url}">`,
  media: (url) => `<video src="${url}">`,
  frame: (url) => `<iframe sandbox="allow-scripts" src="${url}">`,
};
const allowed: Readonly<Record<UrlUse, readonly string[]>> = {
  link: ["https:", "http:", "mailto:", "tel:", "sms:"],
  form: ["https:", "http:"],
  image: ["https:", "http:", "data:"],
  media: ["https:", "http:"],
  frame: ["https:"],
};
const uses = Object.keys(markup) as readonly UrlUse[];
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const seeds: readonly string[] = [
  "https://ok.example/a?b=1#c",
  "//ok.example/x",
  "/a/b",
  "a.png",
  "#part",
  "mailto:a@b.example?subject=x&body=y%0az",
  "tel:+1-555-0100",
  "sms:+1555?body=hi",
  "data:image/png;base64,iVBORw0KGgo=",
  "javascript:alert(1)",
  "https://user:pass@ok.example",
  "http://[::1]:80/",
  "a.png 1x, b.png 2x",
  "https://ok.example/a,b.png 100w, c.png",
  ...texts.filter((text) => /[:/]/.test(text) && text.length < 300),
];
const inputs = fc.oneof(mutate(seeds, urlTokens, 1_000), scramble(urlTokens));

/** Addresses of every use. */
export const urls = defineTarget({
  name: "urls",
  about: "judged addresses have an allowed scheme for browsers, and stay as they are when they are judged again",
  sample: 400,
  weight: 1,
  extension: "txt",
  cuts: true,
  inputs,
  check: (input) => {
    for (const use of uses) {
      const url = judgeUrl(input, use, env);
      if (url === undefined) continue;
      // A body has line breaks (RFC 6068, 5), which the check lets nobody have.
      const checked = url
        .replace(/(?<=[?&]body=[^&]*)%0[ad]/gi, "")
        .replace(/[\u0080-\uffff]/g, "x")
        .replace(/^\w+:/, (scheme) => scheme.toLowerCase());
      deepEqual(findUnsafe(markup[use](escapeHtml(checked))), [], `${use}: ${JSON.stringify(url)}`);
      equal(withoutPrefixes(judgeUrl(url, use, env) ?? "refused"), withoutPrefixes(url), `${use}, judged again: ${JSON.stringify(url)}`);
      if (!URL.canParse(url, "https://host.example/")) continue;
      const { protocol, username, password } = new URL(url, "https://host.example/");
      ok(allowed[use].includes(protocol), `${use} with ${protocol}`);
      equal(username + password, "", "credentials");
    }
  },
});

/** Lists of pictures. */
export const srcsets = defineTarget({
  name: "srcsets",
  about: "judged lists of pictures are safe, and stay as they are when they are judged again",
  sample: 400,
  weight: 1,
  extension: "txt",
  cuts: true,
  inputs,
  check: (input) => {
    const list = judgeSrcset(input, env);
    if (list === undefined) return;
    deepEqual(findUnsafe(`<img srcset="${escapeHtml(list)}">`), [], JSON.stringify(list));
    equal(withoutPrefixes(judgeSrcset(list, env) ?? "refused"), withoutPrefixes(list));
  },
});
