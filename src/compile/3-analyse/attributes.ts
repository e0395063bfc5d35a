import type { Attribute, ElementNode } from "../../ir/nodes.ts";
import { attributeNames, isReservedProp, judgeAttribute, judgeEvent } from "../../policy/attributes.ts";
import type { PolicyEnv } from "../../policy/env.ts";
import { judgeValue } from "../../policy/judge-value.ts";
import { isRefusal } from "../../policy/refusal.ts";
import { judgeStyle } from "../../policy/styles.ts";
import type { Reporter } from "../reporter.ts";

/** Warns of attributes that will be left out, as far as that is known before a render. */
export function reviewAttributes(node: ElementNode, tag: string, env: PolicyEnv, reporter: Reporter): void {
  for (const attribute of node.attributes) {
    if (attribute.kind !== "attribute" || isReservedProp(attribute.name)) continue;
    const place = { start: attribute.span[0], end: attribute.span[0] + attribute.name.length };
    const rule = judgeAttribute(tag, attribute.name);
    if (rule === undefined) {
      // A handler is no attribute; text in its place is code, and code in text is refused.
      if (judgeEvent(attribute.name) !== undefined && !isText(attribute.value)) continue;
      reporter.add("jsx/unknown-attribute", place, { name: attribute.name, tag }, { name: attribute.name, among: attributeNames(tag) });
      continue;
    }
    if (rule.type === "style") reviewStyle(attribute, place, env, reporter);
    if (attribute.value.kind !== "constant" || rule.type === "style") continue;
    const judged = judgeValue(rule, attribute.value.value, env);
    if (isRefusal(judged)) reporter.add("policy/value", place, { name: attribute.name, tag, reason: judged.refused });
  }
}

/** `onClick={null}` says that there is no handler; text says what it would run. */
function isText(value: Attribute["value"]): boolean {
  return value.kind === "constant" && (typeof value.value === "string" || value.value === true);
}

function reviewStyle({ value }: Attribute, place: { start: number; end: number }, env: PolicyEnv, reporter: Reporter): void {
  const entries: [string, unknown][] = [];
  if (value.kind === "record") {
    for (const entry of value.entries) {
      if (entry.kind === "property" && typeof entry.key === "string" && entry.value.kind === "constant")
        entries.push([entry.key, entry.value.value]);
    }
  }
  const given = value.kind === "constant" && typeof value.value === "string" ? value.value : entries;
  for (const { name, reason } of judgeStyle(given, env).refused) reporter.add("policy/style", place, { name, reason });
}
