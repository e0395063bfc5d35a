const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Prints what stands in a node of a real page, one line per element, attribute, state and text: attributes with their
 * namespace and sorted, styles as the page's object model spells them, adjacent texts merged, comments left out.
 */
export function printTree(root: ParentNode & Node): string {
  const lines: string[] = [];
  printChildren(root, "", lines);
  return lines.join("\n");
}

function printChildren(parent: Node, indent: string, lines: string[]): void {
  let text = "";
  const flush = () => {
    if (text !== "") lines.push(indent + JSON.stringify(text));
    text = "";
  };
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? "";
    if (!isElement(node)) continue;
    flush();
    lines.push(`${indent}<${node.nodeName.toLowerCase() === node.localName ? node.localName : node.nodeName}${toNamespace(node)}>`);
    lines.push(
      ...[...printAttributes(node), ...printState(node)]
        .filter((line) => line !== "")
        .sort()
        .map((line) => `${indent}  @${line}`),
    );
    printChildren(node, `${indent}  `, lines);
  }
  flush();
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const toNamespace = ({ namespaceURI }: Element) => (namespaceURI === svgNamespace ? " (svg)" : "");

function printAttributes(element: Element): readonly string[] {
  return [...element.attributes].map(({ name, namespaceURI, value }) => {
    if (name === "style") return printStyle(value);
    // Which option is chosen stands among the states of its `<select>`.
    if (name === "selected" && element.localName === "option") return "";
    return `${namespaceURI === null ? "" : `{${namespaceURI}}`}${name}=${JSON.stringify(value)}`;
  });
}

/** An empty style attribute and none are the same to a reader of the page. */
function printStyle(text: string): string {
  const scratch = document.createElement("p");
  scratch.style.cssText = text;
  return scratch.style.cssText === "" ? "" : `style=${scratch.style.cssText}`;
}

/** What a form or a player shows beside its attributes. */
function printState(element: Element): readonly string[] {
  if (element instanceof HTMLInputElement) return [`.checked=${element.checked}`, `.value=${JSON.stringify(element.value)}`];
  if (element instanceof HTMLTextAreaElement) return [`.value=${JSON.stringify(element.value)}`];
  if (element instanceof HTMLProgressElement || element instanceof HTMLMeterElement) return [`.value=${element.value}`];
  if (element instanceof HTMLSelectElement) {
    return [`.chosen=${[...element.options].flatMap((option, index) => (option.selected ? [index] : [])).join()}`];
  }
  return element instanceof HTMLMediaElement ? [`.muted=${element.muted}`] : [];
}
