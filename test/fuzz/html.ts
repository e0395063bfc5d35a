import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { elements } from "../../src/policy/elements.ts";
import { type HtmlNode, judgeHtml } from "../../src/policy/html.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { compileCard } from "../support/card.ts";
import { checkTemplate } from "./check-card.ts";
import { markupTokens, texts } from "./corpus.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const env = { idPrefix: "kv" };
const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\u00a0", "&nbsp;").replaceAll("\r", "&#13;");

/** Writes as the simplest renderer would: no care for namespaces or context. */
function write(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return escapeHtml(node);
      const attributes = node.attributes.map(([name, value]) => ` ${name}="${value === true ? "" : escapeHtml(value)}"`).join("");
      const first =
        /^(pre|textarea|listing)$/.test(node.tag) && typeof node.children[0] === "string" && node.children[0].startsWith("\n") ? "\n" : "";
      return `<${node.tag}${attributes}>${elements.get(node.tag)?.void === true ? "" : `${first}${write(node.children)}</${node.tag}>`}`;
    })
    .join("");
}

/** What is judged again has a prefix more on its names. */
export const withoutPrefixes = (text: string): string => text.replace(/(?:kf-)?(?:kv-)+(?:(?:kf-)?kv-)*/g, "kv-");

const card = compileCard(`<section>
  <div dangerouslySetInnerHTML={{ __html: customer.name }} /><td dangerouslySetInnerHTML={{ __html: customer.name }} />
  <svg><g dangerouslySetInnerHTML={{ __html: customer.name }} /></svg><p title={customer.name} id={customer.name}>{customer.name}</p>
</section>`).template;

/** Markup in data: what comes out is safe for whoever parses it next, and nothing is left to take out of it. */
export const html = defineTarget({
  name: "html",
  about: "judged markup is safe, the same when it is judged again, and the same on both targets",
  sample: 12,
  weight: 2,
  extension: "html",
  cuts: true,
  inputs: fc.oneof(mutate(texts, markupTokens), scramble(markupTokens)),
  check: async (input) => {
    for (const within of ["div", "table", "svg", "select", "textarea", "p"]) {
      const once = write(judgeHtml(input, env, within).nodes);
      if (within === "div") deepEqual(findUnsafe(once), [], `unsafe: ${once}`);
      const again = judgeHtml(once, env, within);
      equal(withoutPrefixes(write(again.nodes)), withoutPrefixes(once), `judged again in ${within}`);
    }
    await checkTemplate(card, { resource: "customer", customer: { name: input } });
  },
});
