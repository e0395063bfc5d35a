import { elements } from "../policy/elements.ts";
import { type HtmlNode, judgeHtml } from "../policy/html.ts";
import { judgeStyleSheet } from "../policy/stylesheet.ts";
import { judgeText } from "../policy/text.ts";
import { charge, chargeJoin } from "../runtime/budget.ts";
import { getNamed } from "../runtime/get.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord, type Rec } from "../runtime/record.ts";
import { reportAt } from "../runtime/report.ts";
import { throwType } from "../runtime/throw.ts";

/** What stands inside an element: children, text that belongs to the element itself, judged markup or judged styles. */
export type Content =
  | { readonly kind: "children"; readonly children: readonly unknown[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "html"; readonly nodes: readonly HtmlNode[] }
  | { readonly kind: "css"; readonly css: string };

/**
 * Decides an element's content, for both targets (React's rules): `dangerouslySetInnerHTML` rebuilt through the policy,
 * a `<style>` judged and scoped, a `<textarea>`'s value as its text, the `children` prop where the tag has none.
 */
export function toContent(realm: Realm, tag: string, props: Rec, children: readonly unknown[], at: number): Content {
  const given = children.length > 0 ? children : props.children === undefined ? [] : [props.children];
  const raw = props.dangerouslySetInnerHTML;
  if (tag === "style") return { kind: "css", css: toStyles(realm, raw === undefined ? given : [readHtml(realm, raw)], at) };
  if (tag === "textarea") {
    const value = props.value ?? props.defaultValue;
    const text = value === undefined || value === null ? textOf(realm, given) : textOf(realm, [value]);
    return { kind: "text", text: judgeText(text) };
  }
  // A child element of these would end them when the HTML is parsed, or is no part of their content.
  const holds = elements.get(tag)?.text;
  if (holds === "none") return { kind: "text", text: "" };
  if (holds === "plain") return { kind: "text", text: judgeText(textOf(realm, given)) };
  if (raw !== undefined && raw !== null) {
    const { nodes, refused, refers } = judgeHtml(charged(realm, readHtml(realm, raw)), realm.policy, tag);
    if (refers) realm.references++;
    for (const reason of refused.slice(0, 10)) reportAt(realm, "policy/html", at, { reason });
    return { kind: "html", nodes };
  }
  return { kind: "children", children: given };
}

function readHtml(realm: Realm, value: unknown): string {
  if (!isRecord(value)) throwType(realm, "`dangerouslySetInnerHTML` has to be an object with `__html`");
  const html = getNamed(realm, value, "__html");
  return html === null || html === undefined ? "" : typeof html === "string" ? html : typeof html === "number" ? String(html) : "";
}

function toStyles(realm: Realm, children: readonly unknown[], at: number): string {
  const { css, refused } = judgeStyleSheet(charged(realm, textOf(realm, children)), realm.styleScope, realm.policy, realm.theme);
  for (const { name, reason } of refused.slice(0, 10)) reportAt(realm, "policy/style", at, { name, reason });
  return css;
}

/** Judging takes time by length: paid before. */
function charged(realm: Realm, text: string): string {
  charge(realm, text.length);
  return text;
}

/** Text of children that can only be text. */
export function textOf(realm: Realm, children: readonly unknown[]): string {
  let text = "";
  const add = (item: unknown): void => {
    charge(realm, 1);
    if (typeof item !== "string" && typeof item !== "number") return;
    const part = String(item);
    chargeJoin(realm, text.length + part.length, part.length);
    text += part;
  };
  for (const child of children) {
    if (Array.isArray(child)) child.forEach(add);
    else add(child);
  }
  return text;
}
