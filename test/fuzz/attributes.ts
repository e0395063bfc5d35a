import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { elementAttributes, globalAttributes, svgAttributes } from "../../src/policy/attribute-tables.ts";
import { judgeAttribute } from "../../src/policy/attributes.ts";
import { elements, judgeElement } from "../../src/policy/elements.ts";
import { judgeValue } from "../../src/policy/judge-value.ts";
import { isRefusal } from "../../src/policy/refusal.ts";
import { findUnsafe } from "../attack/safe-html.ts";
import { cssTokens, markupTokens, texts, urlTokens } from "./corpus.ts";
import { withoutPrefixes } from "./html.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const env = { idPrefix: "kv" };
const listed = [globalAttributes, svgAttributes, ...elementAttributes.values()].flatMap((table) =>
  Object.values(table).join(" ").trim().split(/\s+/),
);
const refused =
  "onclick onError onBegin is srcdoc ping nonce popovertarget commandfor formaction xml:base xmlns:xlink data-kv-root innerHTML autofocus form list contextmenu http-equiv".split(
    " ",
  );
const names = [...new Set([...listed, ...refused])];
const tags = [...elements.keys(), "script", "object", "foreignObject", "animate", "x-y", "SVG"];

const text = fc.oneof(mutate(texts, [...urlTokens, ...cssTokens], 600), scramble([...urlTokens, ...cssTokens, ...markupTokens], 8));

/** Elements, names of attributes and their values. */
export const attributes = defineTarget({
  name: "attributes",
  about: "judged attributes are safe, and stay as they are when they are judged again",
  sample: 300,
  weight: 1,
  extension: "json",
  inputs: fc.tuple(fc.constantFrom(...tags), fc.oneof(fc.constantFrom(...names), mutate(names, markupTokens, 60)), text),
  check: ([given, name, value]) => {
    const tag = judgeElement(given);
    // The parser of the check does not know how SVG spells this one.
    if (tag === undefined || tag === "feDropShadow") return;
    const rule = judgeAttribute(tag, name);
    // For the check every address of a `use` is one that it draws.
    if (rule === undefined || (tag === "use" && rule.name === "action")) return;
    ok(/^[a-zA-Z][\w:.-]*$/.test(rule.name), `no name: ${rule.name}`);
    const judged = judgeValue(rule, value, env);
    if (judged === null || isRefusal(judged)) return;
    const written = judged === true ? "" : judged;
    const escaped = written.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    // What stands beside these comes with them, and a frame's sandbox is the renderer's.
    const beside = rule.name === "target" ? ' rel="noopener noreferrer"' : tag === "iframe" ? ' sandbox=""' : "";
    const element = `<${tag} ${rule.name}="${escaped}"${beside}>`;
    deepEqual(findUnsafe(elements.get(tag)?.svg === true ? `<svg>${element}</svg>` : element), [], JSON.stringify(judged));
    const again = judgeValue(rule, judged, env);
    // An address of blanks is an empty one, and that is not written.
    equal(withoutPrefixes(String(again ?? "")), withoutPrefixes(String(judged)));
  },
});
