import type { PageElement, PageNode } from "../../policy/read-html.ts";

/** Kinds of inputs that hold no value for a reader. */
const silent: ReadonlySet<string> = new Set(["hidden", "submit", "button", "reset", "image", "file"]);
const masked = "••••••••";

/** What a control says to a reader who can't use it: its value. Empty for nothing. */
export function readControl(element: PageElement): string {
  const { tag, attributes } = element;
  const value = attributes.get("value") ?? "";
  if (tag === "select") return readChoice(element);
  if (tag === "progress" || tag === "meter") return readShare(attributes);
  const type = (attributes.get("type") ?? "text").toLowerCase();
  if (silent.has(type)) return "";
  if (type === "checkbox") return attributes.has("checked") ? "☑" : "☐";
  if (type === "radio") return attributes.has("checked") ? "◉" : "○";
  return type === "password" && value !== "" ? masked : value;
}

function readChoice(select: PageElement): string {
  const options = listOptions(select);
  const chosen = options.filter(({ attributes }) => attributes.has("selected"));
  const shown = chosen.length > 0 || select.attributes.has("multiple") ? chosen : options.slice(0, 1);
  return shown.map((option) => readText(option).trim()).join(", ");
}

function listOptions({ elements }: PageElement): readonly PageElement[] {
  return elements.flatMap((element) => (element.tag === "option" ? [element] : element.tag === "optgroup" ? listOptions(element) : []));
}

function readShare(attributes: PageElement["attributes"]): string {
  const value = Number.parseFloat(attributes.get("value") ?? "");
  const share = value / (Number.parseFloat(attributes.get("max") ?? "") || 1);
  return Number.isFinite(share) ? `${Math.round(Math.min(1, Math.max(0, share)) * 100)} %` : "";
}

/** All text in an element. */
export function readText(node: PageNode): string {
  return typeof node === "string" ? node : node.children.map(readText).join("");
}
