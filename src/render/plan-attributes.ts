import type { Attribute, ElementNode, Expression, Spread } from "../ir/nodes.ts";
import { type AttributeRule, blankRel, isReservedProp, judgeAttribute } from "../policy/attributes.ts";
import { elements } from "../policy/elements.ts";
import { judgeValue } from "../policy/judge-value.ts";
import { isRefusal } from "../policy/refusal.ts";
import { isCardProperty, judgeDeclaration } from "../policy/styles.ts";

/** An attribute of a block: written already, or judged by its rule at each render. */
export type AttributePlan =
  | { readonly kind: "static"; readonly name: string; readonly value: string | true }
  /** Written nowhere, but evaluated: an attribute that the element may not have. */
  | { readonly kind: "unwritten"; readonly node: Attribute }
  | { readonly kind: "dynamic"; readonly name: string; readonly rule: AttributeRule; readonly node: Attribute };

/** Types whose judgement asks the host or the card's prefix: never decided before the render. */
const perRender: ReadonlySet<string> = new Set([
  "id",
  "name",
  "id-refs",
  "fragment",
  "url",
  "form-url",
  "image-url",
  "media-url",
  "frame-url",
  "srcset",
  "style",
  "css-value",
]);

/** Plans the attributes of an element that is not open. Constants are judged now. */
export function planAttributes(node: ElementNode, tag: string): AttributePlan[] {
  const plans: AttributePlan[] = [];
  for (const attribute of node.attributes as readonly Attribute[]) {
    const rule = isReservedProp(attribute.name) ? undefined : judgeAttribute(tag, attribute.name);
    if (rule === undefined) {
      if (attribute.value.kind !== "constant" && attribute.value.kind !== "function") plans.push({ kind: "unwritten", node: attribute });
      continue;
    }
    if (isRefusedConstant(attribute, tag)) continue;
    const known = toStatic(attribute, rule);
    if (known === undefined) plans.push({ kind: "dynamic", name: attribute.name, rule, node: attribute });
    else if (known !== null) {
      plans.push({ kind: "static", name: rule.name, value: known });
      if (rule.type === "target") plans.push({ kind: "static", name: "rel", value: blankRel });
    }
  }
  return plans;
}

/**
 * Leaves out the attributes with a constant value that are refused whatever the card is: the compiler has reported them. Others that
 * are refused are reported when they are written.
 */
export function withoutRefused(attributes: ElementNode["attributes"], tag: string): ElementNode["attributes"] {
  return attributes.filter(
    (attribute) => attribute.kind === "spread" || attribute.value.kind !== "constant" || !isRefusedConstant(attribute, tag),
  );
}

function isRefusedConstant({ name, value }: Attribute, tag: string): boolean {
  if (isReservedProp(name) || value.kind !== "constant") return false;
  const rule = judgeAttribute(tag, name);
  return rule === undefined || (rule.type !== "style" && isRefusal(judgeValue(rule, value.value, { idPrefix: "kv" })));
}

/** Tells whether attributes of an element depend on one another: two spellings of one name, or a target beside a `rel`. */
export function dependOnOneAnother(node: ElementNode): boolean {
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.kind === "spread") return true;
    const rule = judgeAttribute(node.tag, attribute.name);
    if (rule === undefined) continue;
    if (seen.has(rule.name)) return true;
    seen.add(rule.name);
  }
  return seen.has("target") && seen.has("rel");
}

/** The value to write for a constant; `null` for nothing; `undefined` where it is known only at the render. */
function toStatic(attribute: Attribute, rule: AttributeRule): string | true | null | undefined {
  const { value } = attribute;
  if (rule.type === "style" && value.kind === "record") return toStaticStyle(value);
  if (value.kind !== "constant" || (perRender.has(rule.type) && isText(value.value))) return undefined;
  const judged = judgeValue(rule, value.value, { idPrefix: "" });
  return isRefusal(judged) ? undefined : judged;
}

/** A number is written as text, and so is judged as text. */
function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

function toStaticStyle(value: Extract<Attribute["value"], { kind: "record" }>): string | null | undefined {
  // A key that comes twice counts once, at its first place with its last value, as in any object.
  const declarations = new Map<string, string>();
  for (const entry of value.entries) {
    if (entry.kind === "spread" || typeof entry.key !== "string" || entry.value.kind !== "constant") return undefined;
    // Names of keyframes depend on the card.
    if (isCardProperty(entry.key)) return undefined;
    const declaration = judgeDeclaration(entry.key, entry.value.value);
    // What is refused is judged, and reported, at the render.
    if (declaration === undefined) return undefined;
    declarations.set(entry.key, declaration);
  }
  const css = [...declarations.values()].filter((declaration) => declaration !== "").join(";");
  return css === "" ? null : css;
}

/** Props that decide an element's content, or can't be judged one by one. */
const openProps: ReadonlySet<string> = new Set(["dangerouslySetInnerHTML", "children"]);

/** Tells whether an element has to be written from its props as a whole. */
export function isOpen(node: ElementNode): boolean {
  if (elements.get(node.tag)?.text !== undefined) return true;
  if (node.tag === "pre" && node.children.length > 0 && !isTextChild(node.children[0])) return true;
  // Its children are not written, but evaluated all the same.
  if (elements.get(node.tag)?.void && node.children.some(({ kind }) => kind !== "constant")) return true;
  if (dependOnOneAnother(node)) return true;
  return node.attributes.some(
    (attribute) =>
      attribute.kind === "spread" || openProps.has(attribute.name) || (node.tag === "select" && /value$/i.test(attribute.name)),
  );
}

/** Tells whether a child is constant and writes at least one character. */
function isTextChild(child: Expression | Spread | undefined): boolean {
  return child?.kind === "constant" && (typeof child.value === "number" || (typeof child.value === "string" && child.value !== ""));
}
