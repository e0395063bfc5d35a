import { defaultTreeAdapter, html as names, parse, parseFragment, serialize } from "parse5";
import type { Tree } from "../support/canonical.ts";
import { findUnsafe, findUnsafeNodes } from "./safe-html.ts";

/** Places of a page that finished HTML may be put into: what stands around it decides how a parser reads it. */
const contexts = ["body", "div", "p", "table", "tbody", "tr", "td", "select", "option", "button", "pre", "svg", "desc", "template", "li"];

const drawings: ReadonlySet<string> = new Set(["svg", "desc"]);

/**
 * Checks finished HTML as a browser reads it wherever it may stand, with script on and off, and once more after the browser has written
 * what it read (`el.innerHTML = el.innerHTML`): markup that a second parser reads in another way is found in one of them.
 *
 * @returns What is wrong, with the place where it is.
 */
export function findUnsafeAnywhere(html: string, idPrefix = "kv"): readonly string[] {
  const found = findUnsafe(html, idPrefix).map((problem) => `as it is: ${problem}`);
  for (const scriptingEnabled of [true, false]) {
    const add = (where: string, nodes: readonly Tree[]) =>
      found.push(
        ...findUnsafeNodes(nodes, idPrefix).map((problem) => `in ${where}, scripts ${scriptingEnabled ? "on" : "off"}: ${problem}`),
      );
    for (const name of contexts) {
      const namespace = drawings.has(name) ? names.NS.SVG : names.NS.HTML;
      const read = (text: string) => parseFragment(defaultTreeAdapter.createElement(name, namespace, []), text, { scriptingEnabled });
      const once = read(html);
      add(name, once.childNodes);
      add(`${name} again`, read(serialize(once)).childNodes);
      // Written in a drawing, read in the page, and the other way around.
      add(`div after ${name}`, parseFragment(serialize(once), { scriptingEnabled }).childNodes);
    }
    const page = parse(`<!doctype html><title>x</title><main>${html}</main>`, { scriptingEnabled });
    const root = page.childNodes.find(({ nodeName }) => nodeName === "html");
    const body = root !== undefined && "childNodes" in root ? root.childNodes.find(({ nodeName }) => nodeName === "body") : undefined;
    const main = body !== undefined && "childNodes" in body ? body.childNodes : [];
    add("a page", main);
  }
  return [...new Set(found)];
}
