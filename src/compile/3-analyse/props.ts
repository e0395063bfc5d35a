import type { Attribute, ComponentNode, Constant } from "../../ir/nodes.ts";
import { icons } from "../../policy/icons.ts";
import type { ComponentSource, PropKind, PropRule } from "../component-source.ts";
import type { Reporter } from "../reporter.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Warns of props that a platform component does not know, of constants that its schema refuses, and of props that it needs and does
 * not get. What stands in a spread is not looked at, and may be any of them.
 */
export function reviewProps(node: ComponentNode, component: ComponentSource, tag: Place, reporter: Reporter): void {
  let spread = false;
  for (const attribute of node.attributes) {
    if (attribute.kind === "spread") {
      spread = true;
      continue;
    }
    const rule = component.propRules.get(attribute.name);
    if (rule !== undefined) reviewValue(attribute, rule, component.name, reporter);
    else if (!isCommonProp(attribute.name)) {
      const params = { name: attribute.name, tag: component.name };
      reporter.add("jsx/unknown-prop", placeOfName(attribute), params, { name: attribute.name, among: component.propNames });
    }
  }
  if (spread) return;
  for (const name of component.remember(listRequired)) {
    if (!isGiven(node, name)) reporter.add("jsx/missing-prop", tag, { name, tag: component.name });
  }
}

/** There are one or two such names at most, and no more attributes than their limit. */
function isGiven({ attributes, children }: ComponentNode, name: string): boolean {
  if (name === "children" && children.length > 0) return true;
  return attributes.some((attribute) => attribute.kind === "attribute" && attribute.name === name);
}

function listRequired({ propRules }: ComponentSource): readonly string[] {
  return [...propRules].filter(([, { required }]) => required).map(([name]) => name);
}

function reviewValue(attribute: Attribute, rule: PropRule, tag: string, reporter: Reporter): void {
  const { value, name } = attribute;
  // Nothing is what data often hold, and every component takes it.
  if (value.kind !== "constant" || value.value === undefined || value.value === null) return;
  if (rule.icon === true && typeof value.value === "string") {
    if (value.value === "" || icons.has(value.value)) return;
    reporter.add("jsx/unknown-icon", placeOfName(attribute), { name: value.value }, { name: value.value, among: icons.keys() });
    return;
  }
  if (accepts(rule, value)) return;
  const params = { name, tag, expected: formatExpected(rule), found: formatConstant(value, rule) };
  const meant = typeof value.value === "string" ? { name: value.value, among: (rule.values ?? []).filter(isText) } : undefined;
  reporter.add("jsx/prop-value", placeOfName(attribute), params, meant);
}

function accepts({ kinds, values = [] }: PropRule, { value }: Constant): boolean {
  if (kinds === undefined) return true;
  return values.some((one) => one === value) || kinds.includes(kindOf(value));
}

function kindOf(value: Constant["value"]): PropKind {
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
}

const kindNames: Readonly<Record<PropKind, string>> = {
  text: "text",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  record: "a record",
};

function formatExpected({ kinds = [], values = [] }: PropRule): string {
  const written = values.map((value) => `\`${value}\``).join(", ");
  const named = kinds.map((kind) => kindNames[kind]);
  return [...named, ...(written === "" ? [] : [values.length === 1 ? written : `one of ${written}`])].join(" or ");
}

function formatConstant({ value }: Constant, { values }: PropRule): string {
  if (typeof value === "boolean") return `{${value}}`;
  if (typeof value !== "string") return `the number ${value}`;
  const written = `\`${value.length > 60 ? `${value.slice(0, 59)}…` : value}\``;
  return values === undefined ? `the text ${written}` : written;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function placeOfName({ span, name }: Attribute): Place {
  return { start: span[0], end: span[0] + name.length };
}

/** Every component takes these (reference/kview.md, section 3). */
function isCommonProp(name: string): boolean {
  return (
    name === "style" ||
    name === "className" ||
    name === "children" ||
    name === "key" ||
    name.startsWith("data-") ||
    name.startsWith("aria-")
  );
}
