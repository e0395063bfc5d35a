const voids = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const raw = new Set(["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext"]);

/**
 * Writes the children of a live DOM element as HTML, by reading it node by node: `innerHTML` would leave the DOM's own
 * serialiser between the target and the comparison, and does not show what Preact sets as properties (`value`,
 * `checked`, `selected`, `muted`).
 */
export function toDomHtml(element: Element): string {
  return [...element.childNodes].map((node) => writeNode(node, element)).join("");
}

function writeNode(node: Node, parent: Element): string {
  switch (node.nodeType) {
    case 1:
      return writeElement(node as Element);
    case 3:
      return raw.has(parent.localName) && !isSvg(parent) ? (node.nodeValue ?? "") : escapeText(node.nodeValue ?? "");
    default:
      return "";
  }
}

function writeElement(element: Element): string {
  const tag = isSvg(element) ? element.nodeName : element.localName;
  const attributes = readAttributes(element).map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`);
  if (voids.has(tag) && !isSvg(element)) return `<${tag}${attributes.join("")}>`;
  const content = tag === "textarea" ? escapeText((element as HTMLTextAreaElement).value) : toDomHtml(element);
  // The parser drops the first line break of these.
  const guard = (tag === "pre" || tag === "textarea" || tag === "listing") && content.startsWith("\n") ? "\n" : "";
  return `<${tag}${attributes.join("")}>${guard}${content}</${tag}>`;
}

function readAttributes(element: Element): ReadonlyArray<readonly [string, string]> {
  const found = new Map([...element.attributes].map((attribute) => [attribute.name, attribute.value]));
  const put = (name: string, on: boolean, value = "") => (on ? found.set(name, found.get(name) ?? value) : found.delete(name));
  if (element.localName === "input") {
    const input = element as HTMLInputElement;
    if (input.type === "checkbox" || input.type === "radio") put("checked", input.checked);
    else if (input.value !== "") found.set("value", input.value);
  }
  if (element.localName === "option") put("selected", (element as HTMLOptionElement).selected);
  if (element.localName === "video" || element.localName === "audio") put("muted", (element as HTMLMediaElement).muted);
  return [...found];
}

function isSvg(element: Element): boolean {
  return element.namespaceURI === "http://www.w3.org/2000/svg";
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\u00a0", "&nbsp;");
}
