import type { AttributePlan } from "../render/plan-attributes.ts";
import { isTextRule } from "../render/write-attribute.ts";
import type { HtmlBody } from "./html.ts";
import { toLiteral } from "./text.ts";

/** Prints an attribute that is judged at each render: a text straight away, all else by the linked writer of its rule. */
export function printAttribute(plan: Extract<AttributePlan, { kind: "dynamic" }>, tag: string, html: HtmlBody): void {
  const { rule, node, name } = plan;
  const value = html.scope.temp();
  html.compute(`${value}=${html.evaluate(node.value)};`);
  const writer = html.printer.attribute({ tag, name, at: node.span[0] });
  if (isTextRule(rule)) {
    html.append(`(typeof ${value}==="string"?${toLiteral(` ${rule.name}="`)}+$writeText(${value})+'"':${writer}(r,${value}))`);
  } else html.append(`${writer}(r,${value})`);
}
