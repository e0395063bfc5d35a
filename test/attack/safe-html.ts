import { frameAttributes, judgeAttribute } from "../../src/policy/attributes.ts";
import { elements } from "../../src/policy/elements.ts";
import { attributeOf, elementsOf, parseTree, type Tree, type TreeElement, textOf } from "../support/canonical.ts";
import { checkSheet, checkStyle } from "./safe-css.ts";

/**
 * Checks finished HTML as a browser reads it: parsed by parse5, then judged by rules of this file. Only the lists of
 * names come from the policy, so that a mistake of a judge does not excuse itself.
 *
 * @returns What is wrong, one text each; empty for safe HTML.
 */
export function findUnsafe(html: string, idPrefix = "kv"): readonly string[] {
  const found = [...findUnsafeNodes(parseTree(html), idPrefix)];
  // A comment ends where some parser thinks that it ends.
  if (/<!|<\?/.test(html)) found.push("a comment or declaration");
  if (/[\0\x1b]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(html)) {
    found.push("characters that are not well-formed");
  }
  return found;
}

/** The same for a tree, however it was parsed. */
export function findUnsafeNodes(tree: readonly Tree[], idPrefix = "kv"): readonly string[] {
  return [...elementsOf(tree)].flatMap((element) => checkElement(element, idPrefix));
}

const urlNames = new Set(
  "href src action formaction poster cite background data longdesc manifest archive codebase ping profile icon lowsrc dynsrc xlink:href".split(
    " ",
  ),
);
const idNames = new Set("id name for list headers form usemap popovertarget commandfor aria-activedescendant aria-controls".split(" "));
/** Ids of the platform's own controls. What a template writes has a dash behind the prefix. */
const leafId = /^:P\d+-\d+(-[a-z]+)?(-\d+)?$/;
/** Presentation attributes that may refer to something. */
const painted =
  /^(?:clip|clip-path|color|cursor|enable-background|fill|filter|flood-color|font|font-family|lighting-color|marker(?:-\w+)?|mask|stop-color|stroke)$/;
const refNames = /^aria-(describedby|details|errormessage|flowto|labelledby|owns)$/;
const neverStart = /^(?:on|form(?!novalidate$)|popover|command|invoke|xmlns:)/;
const neverNames = new Set(
  `is srcdoc ping nonce integrity csp allow allowfullscreen autofocus slot part attributionsrc http-equiv xml:base innerhtml outerhtml
  textcontent innertext background accesskey exportparts dirname content charset attributename begin end from to by credentialless
  fetchpriority elementtiming blocking interestfor closedby`.split(/\s+/),
);

function checkElement(element: TreeElement, idPrefix: string): string[] {
  const tag = element.tagName;
  const found: string[] = [];
  const inSvg = element.namespaceURI === "http://www.w3.org/2000/svg";
  if (!elements.has(tag)) found.push(`element ${tag}`);
  if (element.namespaceURI.endsWith("MathML")) found.push(`MathML ${tag}`);
  if (tag === "title" && !inSvg) found.push("the document's title");
  for (const { name, prefix, value } of element.attrs) {
    const full = prefix ? `${prefix}:${name}` : name;
    for (const problem of checkAttribute(tag, full, value, idPrefix)) found.push(`${tag} ${full}=${JSON.stringify(value)}: ${problem}`);
  }
  if (attributeOf(element, "target") !== undefined) {
    const rel = (attributeOf(element, "rel") ?? "").split(" ");
    if (attributeOf(element, "target") !== "_blank") found.push(`${tag}: target other than _blank`);
    if (!rel.includes("noopener") || !rel.includes("noreferrer")) found.push(`${tag}: target without rel`);
  }
  if (tag === "iframe") {
    const sandbox = attributeOf(element, "sandbox");
    const widest = frameAttributes.find(([name]) => name === "sandbox")?.[1] ?? "";
    if (sandbox === undefined || sandbox.split(" ").some((flag) => flag !== "" && !widest.split(" ").includes(flag)))
      found.push("iframe: sandbox");
    if (/same-origin|top-navigation|popups|modals|downloads|storage/.test(sandbox ?? "")) found.push("iframe: leaves its sandbox");
    if (!/^https:\/\//i.test(attributeOf(element, "src") ?? "https://")) found.push("iframe: src");
    if (textOf(element.childNodes) !== "") found.push("iframe: content");
  }
  if (tag === "style") found.push(...checkSheet(textOf(element.childNodes)).map((problem) => `style: ${problem}`));
  return found;
}

function checkAttribute(tag: string, name: string, value: string, idPrefix: string): string[] {
  if (neverStart.test(name) || neverNames.has(name)) return ["a refused attribute"];
  const ownName = name === "data-kv-root" || (tag === "iframe" && frameAttributes.some(([own]) => own === name));
  if (!ownName && judgeAttribute(tag, name) === undefined) return ["not in the attribute tables"];
  if (urlNames.has(name)) return checkUrl(tag, name, value, idPrefix);
  if (name === "srcset" || name === "imagesrcset")
    return value.split(/,\s+/).flatMap((part) => checkUrl("img", "src", part.trim().split(/\s/)[0] ?? "", idPrefix));
  if (idNames.has(name) || refNames.test(name)) {
    const isOwn = (id: string) => id.startsWith(`${idPrefix}-`) || (id.startsWith(idPrefix) && leafId.test(id.slice(idPrefix.length)));
    // A name is one text, blanks and all, and so is an id; the others are lists of ids.
    const ids = name === "name" || name === "id" ? [value] : value.split(/[\t\n\f\r ]+/);
    return ids.every((id) => isOwn(id.replace(/^#/, ""))) ? [] : ["an id without the card's prefix"];
  }
  if (name === "tabindex" && Number.parseInt(value, 10) > 0) return ["before all of the page"];
  if (name === "style") return [...checkStyle(value)];
  // References into the card are none; what is left has no address.
  const rest = value.replace(/url\((["']?)#[^\s"'()\\<>]+\1\)/g, "");
  if (painted.test(name) && /url\s*\(|\\/i.test(rest) && elements.get(tag)?.svg) return ["a URL in a presentation attribute"];
  return [];
}

/** As a browser reads an address: controls and blanks at the ends and line breaks within are ignored, case too. */
function checkUrl(tag: string, name: string, value: string, idPrefix: string): string[] {
  const url = value.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
  // `#` alone is where the page begins.
  if (url.startsWith("#")) return url === "#" || url.startsWith(`#${idPrefix}-`) ? [] : ["a fragment without the card's prefix"];
  if (tag === "use" && name.endsWith("href")) return ["a use of something outside"];
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "data") {
    const raster = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i.test(url);
    return raster && name !== "action" && tag !== "a" ? [] : ["a data: address"];
  }
  // A relative address has no scheme; anything else before a colon would be read as one by somebody.
  if (scheme === undefined && /^[^/?#]*:/.test(url)) return ["something like a scheme"];
  if (scheme !== undefined && !["https", "http", "mailto", "tel", "sms"].includes(scheme)) return [`scheme ${scheme}:`];
  const absolute = URL.canParse(url, "https://host.example") ? new URL(url, "https://host.example") : undefined;
  if (absolute !== undefined && (absolute.username !== "" || absolute.password !== "")) return ["credentials"];
  if (/^(?:https?:)?\/\/[^/?#]*@/i.test(url)) return ["empty credentials"];
  if (scheme === "mailto" && !isPlainMessage(url)) return ["more than subject, body and addresses in a mailto:"];
  if ((scheme === "tel" || scheme === "sms") && !/^(?:tel|sms):[\w+().,;=% -]*(?:[?&]body=.*)?$/i.test(url))
    return [`not a number in ${scheme}:`];
  if (scheme === "tel" && /%2a|%23/i.test(url)) return ["a code of the telephone network"];
  return [];
}

/** Tells whether a `mailto:` fills in nothing but subject, body and addresses. A question mark in a field is a part of its value. */
function isPlainMessage(url: string): boolean {
  if (/(?:^[^?]*\?|&)(?!subject=|body=|cc=|to=)[^=&]*=/i.test(url)) return false;
  // A body has lines (RFC 6068, 5); one that looks like a field of the message is none of a body's.
  if (/^[^?]*%0[ad]|[?&](?!body=)[^&]*%0[ad]/i.test(url)) return false;
  return !/%0[ad](?:%20|\+|%09)*(?:b?cc|to|from|subject|reply-to|content-[a-z-]+|x-[a-z-]+)(?::|%3a)/i.test(url);
}
