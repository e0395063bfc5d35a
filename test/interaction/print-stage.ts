import type { Stage } from "./stage.ts";

/**
 * Prints what a stage shows, one line per element, attribute, state and text, so that two sides can be compared. This is the one place
 * where differences in spelling are taken away:
 *
 * - the prefix of our policy before ids, names, references and animations;
 * - `value`, `checked` and `selected` as attributes (React keeps some of them in step, Preact writes properties): printed is what
 *   a reader sees, the live state of a field, and which element has focus;
 * - the order of attributes and of style declarations, and how styles are written, by going through the page's object model once;
 * - `css-float`, which happy-dom writes for the property that React sets;
 * - an empty `style` or `class`, comments, where one text ends and the next begins;
 * - the root element of a card with a style sheet, and the sheet, which is scoped to it;
 * - addresses that run code, which our policy leaves out and React replaces by one that throws;
 * - what our policy adds to every link, and marks of ours (`data-kv-…`).
 */
export function printStage({ element }: Pick<Stage, "element">): string {
  const lines: string[] = [];
  printChildren(element, "", lines);
  return lines.join("\n");
}

function printChildren(parent: Element, indent: string, lines: string[]): void {
  let text = "";
  const flush = () => {
    if (text !== "") lines.push(indent + JSON.stringify(text));
    text = "";
  };
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? "";
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.localName === "style") return;
    if (element.classList.contains("kv-root")) return element.childNodes.forEach(visit);
    flush();
    lines.push(`${indent}<${element.localName}>`);
    lines.push(...[...printAttributes(element), ...printState(element)].sort().map((line) => `${indent}  @${line}`));
    if (element.localName !== "textarea") printChildren(element, `${indent}  `, lines);
  };
  parent.childNodes.forEach(visit);
  flush();
}

const references = new Set([
  "id",
  "name",
  "for",
  "form",
  "list",
  "headers",
  "href",
  "aria-activedescendant",
  "aria-controls",
  "aria-labelledby",
  "aria-describedby",
]);
const liveFields = new Set(["input", "textarea", "select", "option"]);
const liveAttributes = new Set(["value", "checked", "selected"]);

function printAttributes(element: Element): readonly string[] {
  const opensTab = element.getAttribute("target") === "_blank";
  return [...element.attributes].flatMap(({ name, value }) => {
    if (liveFields.has(element.localName) && liveAttributes.has(name)) return [];
    if (name.startsWith("data-kv-") || (opensTab && name === "rel")) return [];
    if (name === "style") return printStyle(value);
    if (value === "" && name === "class") return [];
    if (name === "href" && value.startsWith("javascript:")) return [];
    return `${name}=${JSON.stringify(references.has(name) ? value.replace(/(^|\s|#)kv\d*-/g, "$1") : value.replace(/^url\(#kv\d*-/, "url(#"))}`;
  });
}

function printStyle(text: string): readonly string[] {
  const scratch = document.createElement("p");
  scratch.style.cssText = text.replace("css-float:", "float:").replace(/\bkf-kv\d*-/g, "");
  const declarations = scratch.style.cssText.split(/;\s*(?=[\w-]+:|$)/).filter((one) => one !== "");
  return declarations.length === 0 ? [] : [`style=${declarations.sort().join("; ")}`];
}

function printState(element: Element): readonly string[] {
  const focused = element === document.activeElement ? [".focused"] : [];
  switch (element.localName) {
    case "input": {
      const { type, value, checked } = element as HTMLInputElement;
      return [...focused, type === "checkbox" || type === "radio" ? `.checked=${checked}` : `.value=${JSON.stringify(value)}`];
    }
    case "textarea":
      return [...focused, `.value=${JSON.stringify((element as HTMLTextAreaElement).value)}`];
    case "select":
      return [
        ...focused,
        `.chosen=${[...(element as HTMLSelectElement).options].flatMap(({ selected }, i) => (selected ? [i] : [])).join()}`,
      ];
    case "option":
      return [`.value=${JSON.stringify((element as HTMLOptionElement).value)}`];
    default:
      return focused;
  }
}
