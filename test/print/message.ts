import { messageElements, messageProperties } from "../../src/render/print/email/message.ts";
import { elementsOf, parseTree, type TreeElement } from "../support/canonical.ts";

/**
 * Reads an e-mail again, as a mail client does, and holds it against the table of what messages may hold, and against rules of this file.
 *
 * @returns What is wrong, a text each.
 */
export function findUnlisted(html: string): readonly string[] {
  const found: string[] = [];
  for (const element of elementsOf(parseTree(html))) {
    const { tagName, attrs } = element;
    // A parser adds it to every table.
    if (tagName === "tbody") continue;
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`${tagName} of ${element.namespaceURI}`);
    const known = messageElements.get(tagName);
    if (known === undefined) found.push(`element ${tagName}`);
    for (const { name, value } of attrs) {
      if (known?.has(name) !== true) found.push(`${tagName} ${name}`);
      found.push(...checkValue(element, name, value));
    }
  }
  if (/<!--|<!\[|\0/.test(html)) found.push("a comment or NUL");
  return found;
}

/** Kinds of elements that no message of ours may hold, whatever the table says. */
export const never = /<\s*\/?(?:script|style|iframe|form|input|button|select|textarea|svg|math|object|embed|link|meta|base|video|audio)\b/i;

function checkValue({ tagName }: TreeElement, name: string, value: string): readonly string[] {
  const where = `${tagName} ${name}=${JSON.stringify(value)}`;
  if (name.startsWith("on")) return [where];
  if (name === "href") return /^(?:https:\/\/[^\s@/?#]+(?:[/?#]\S*)?|mailto:\S*|tel:\S+)$/i.test(value) ? [] : [where];
  if (name === "src") return /^https:\/\/[^\s@/?#]+(?:[/?#]\S*)?$/i.test(value) ? [] : [where];
  if (name === "dir") return value === "rtl" || value === "ltr" ? [] : [where];
  if (/^(?:width|height)$/.test(name)) return /^\d{1,3}(?:\.\d+)?%?$/.test(value) && Number.parseFloat(value) <= 600 ? [] : [where];
  if (name === "style") return value.split(";").flatMap((declaration) => checkDeclaration(declaration, where));
  return [];
}

function checkDeclaration(declaration: string, where: string): readonly string[] {
  const colon = declaration.indexOf(":");
  const name = declaration.slice(0, colon);
  const value = declaration.slice(colon + 1);
  if (!messageProperties.has(name)) return [`${name} in ${where}`];
  // Nothing is computed, loaded or placed: words, numbers, colours, names of fonts.
  return /^[\w#%.,' -]+$/.test(value) && value.trim() === value ? [] : [`${declaration} in ${where}`];
}
