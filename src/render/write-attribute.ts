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
 * Makes the writer of an attribute whose value is known at the render: judged by its rule, written with its name.
 *
 * @param name As the template writes it.
 * @param at Offset of the attribute in the source.
 */
export function linkAttributeWriter(tag: string, name: string, rule: AttributeRule, at: number): (realm: Realm, value: unknown) => string {
  const open = ` ${rule.name}="`;
  const text = isTextRule(rule);
  const use = findUrlUse(rule);
  return (realm, value) => {
    if (typeof value === "string") {
      if (text) return `${open}${writeText(value)}"`;
      // Most addresses are what they seem: written without the detour over `judgeValue`, by the same judge.
      if (value.length > 256) chargeJudging(realm, value);
      const url = use === undefined || value === "" ? undefined : judgeUrl(value, use, realm.policy);
      if (url !== undefined) return `${open}${escapeText(url)}"`;
    }
    const judged = toAttribute(realm, tag, name, rule, value, at);
    if (judged === null) return "";
    return judged === true ? `${open}"` : `${open}${escapeText(judged)}"${rule.type === "target" ? ` rel="${blankRel}"` : ""}`;
  };
}
