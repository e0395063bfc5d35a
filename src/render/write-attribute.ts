import { type AttributeRule, blankRel } from "../policy/attributes.ts";
import { findUrlUse } from "../policy/judge-value.ts";
import { judgeUrl } from "../policy/urls.ts";
import { escapeText } from "../runtime/escape.ts";
import type { Realm } from "../runtime/realm.ts";
import { chargeJudging, toAttribute } from "./attributes.ts";
import { writeText } from "./html-write.ts";

/** Tells whether any text may be the value of an attribute. */
export function isTextRule({ type }: AttributeRule): boolean {
  return type === "text" || type === "class" || type === "data";
}

/**
 * Makes the judge of an attribute whose value is known at the render: gives the text to write, `true` for a bare attribute, `null` for
 * none. Of a text rule, texts need no judge but that of all text.
 *
 * @param name As the template writes it.
 * @param at Offset of the attribute in the source.
 */
export function linkAttributeJudge(tag: string, name: string, rule: AttributeRule, at: number) {
  const use = findUrlUse(rule);
  return (realm: Realm, value: unknown): string | true | null => {
    if (typeof value === "string") {
      // Most addresses are what they seem: judged without the detour over `judgeValue`, by the same judge.
      if (value.length > 256) chargeJudging(realm, value);
      const url = use === undefined || value === "" ? undefined : judgeUrl(value, use, realm.policy);
      if (url !== undefined) return url;
    }
    return toAttribute(realm, tag, name, rule, value, at);
  };
}

/** Makes the writer of such an attribute: what is judged is written with its name. */
export function linkAttributeWriter(tag: string, name: string, rule: AttributeRule, at: number): (realm: Realm, value: unknown) => string {
  const open = ` ${rule.name}="`;
  const text = isTextRule(rule);
  const judge = linkAttributeJudge(tag, name, rule, at);
  return (realm, value) => {
    if (text && typeof value === "string") return `${open}${writeText(value)}"`;
    const judged = judge(realm, value);
    if (judged === null) return "";
    return judged === true ? `${open}"` : `${open}${escapeText(judged)}"${rule.type === "target" ? ` rel="${blankRel}"` : ""}`;
  };
}
